-- Mail that came in: where it went, and why. What waits for an administrator keeps its content in the file store.
CREATE TABLE ch_mail_in (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  message_id VARCHAR(500) NOT NULL,
  thread VARCHAR(80) NOT NULL,
  sender VARCHAR(320) NOT NULL,
  sender_name VARCHAR(255) NOT NULL,
  recipients VARCHAR(2000) NOT NULL,
  subject VARCHAR(300) NOT NULL,
  excerpt VARCHAR(500) NOT NULL,
  state VARCHAR(12) NOT NULL,
  reason VARCHAR(400),
  record_type VARCHAR(40),
  record_id BIGINT,
  entry_id BIGINT,
  raw_sha256 VARCHAR(64),
  size BIGINT NOT NULL,
  received_at TIMESTAMP(6) NOT NULL,
  CONSTRAINT ch_mail_in_once UNIQUE (message_id, thread)
);
CREATE INDEX ch_mail_in_state ON ch_mail_in (state, received_at, id);
CREATE INDEX ch_mail_in_sender ON ch_mail_in (sender, received_at);
CREATE INDEX ch_mail_in_record ON ch_mail_in (record_type, record_id);
CREATE INDEX ch_mail_in_raw ON ch_mail_in (raw_sha256);
