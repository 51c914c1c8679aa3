-- The outbox: one mail to one person. It is composed when it is queued, and keeps its Message-ID on every attempt.
CREATE TABLE ch_mail (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  origin VARCHAR(80) NOT NULL,
  record_type VARCHAR(40),
  record_id BIGINT,
  entry_id BIGINT,
  person_kind VARCHAR(10),
  person_id BIGINT,
  address VARCHAR(320) NOT NULL,
  name VARCHAR(255) NOT NULL,
  sender_name VARCHAR(255),
  sender_address VARCHAR(320),
  subject VARCHAR(300) NOT NULL,
  text_part VARCHAR(300000) NOT NULL,
  html_part VARCHAR(400000) NOT NULL,
  calendar_method VARCHAR(20),
  calendar VARCHAR(300000),
  files VARCHAR(4000) NOT NULL,
  message_id VARCHAR(250) NOT NULL,
  in_reply_to VARCHAR(998),
  refs VARCHAR(12000) NOT NULL,
  token VARCHAR(40) NOT NULL,
  automatic BOOLEAN NOT NULL,
  unsubscribe VARCHAR(500),
  state VARCHAR(10) NOT NULL,
  attempts INTEGER NOT NULL,
  next_at TIMESTAMP(6) NOT NULL,
  claimed_until TIMESTAMP(6),
  problem VARCHAR(400),
  created_at TIMESTAMP(6) NOT NULL,
  sent_at TIMESTAMP(6),
  CONSTRAINT ch_mail_once UNIQUE (origin),
  CONSTRAINT ch_mail_token UNIQUE (token)
);
CREATE INDEX ch_mail_due ON ch_mail (state, next_at, id);
CREATE INDEX ch_mail_thread ON ch_mail (record_type, record_id, address, id);
CREATE INDEX ch_mail_message ON ch_mail (message_id);
CREATE INDEX ch_mail_entry ON ch_mail (entry_id);

-- The mail that a delivery was put into; several may share one digest.
ALTER TABLE ch_delivery ADD COLUMN mail_id BIGINT;
CREATE INDEX ch_delivery_mail ON ch_delivery (mail_id);
