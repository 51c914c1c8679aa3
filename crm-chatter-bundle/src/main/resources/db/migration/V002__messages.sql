-- Messages and notes, and one row for each person who is told of something by one channel.
ALTER TABLE ch_entry ADD COLUMN version BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE ch_entry ADD COLUMN source VARCHAR(100000);
ALTER TABLE ch_entry ADD COLUMN format VARCHAR(10);
ALTER TABLE ch_entry ADD COLUMN author_email VARCHAR(320);
ALTER TABLE ch_entry ADD COLUMN edited_at TIMESTAMP(6);
ALTER TABLE ch_entry ADD COLUMN deleted_at TIMESTAMP(6);
ALTER TABLE ch_entry ADD COLUMN marks VARCHAR(400) DEFAULT '' NOT NULL;
CREATE INDEX ch_entry_reply ON ch_entry (reply_to);

-- What an entry said before it was edited or deleted; administrators read it.
CREATE TABLE ch_entry_text (
  id BIGINT PRIMARY KEY,
  entry_id BIGINT NOT NULL REFERENCES ch_entry (id) ON DELETE CASCADE,
  body VARCHAR(100000) NOT NULL,
  source VARCHAR(100000),
  replaced_at TIMESTAMP(6) NOT NULL,
  replaced_by BIGINT
);
CREATE INDEX ch_entry_text_entry ON ch_entry_text (entry_id);

-- People cited in a message; each is told once, however often the message is edited.
CREATE TABLE ch_mention (
  entry_id BIGINT NOT NULL REFERENCES ch_entry (id) ON DELETE CASCADE,
  person_kind VARCHAR(10) NOT NULL,
  person_id BIGINT NOT NULL,
  PRIMARY KEY (entry_id, person_kind, person_id)
);

-- One person, one event, one channel. Pending rows whose next_at has come are handed to the channel.
CREATE TABLE ch_delivery (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  event_id VARCHAR(40) NOT NULL,
  event_type VARCHAR(80) NOT NULL,
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  entry_id BIGINT REFERENCES ch_entry (id) ON DELETE CASCADE,
  recipient VARCHAR(340) NOT NULL,
  person_kind VARCHAR(10) NOT NULL,
  person_id BIGINT NOT NULL,
  person_name VARCHAR(255) NOT NULL,
  address VARCHAR(320),
  channel VARCHAR(40) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  title VARCHAR(500) NOT NULL,
  why VARCHAR(200) NOT NULL,
  state VARCHAR(10) NOT NULL,
  reason VARCHAR(400),
  created_at TIMESTAMP(6) NOT NULL,
  due_at TIMESTAMP(6) NOT NULL,
  next_at TIMESTAMP(6) NOT NULL,
  attempts INTEGER NOT NULL,
  settled_at TIMESTAMP(6),
  claimed_by VARCHAR(60),
  claimed_until TIMESTAMP(6),
  CONSTRAINT ch_delivery_once UNIQUE (event_id, recipient, channel)
);
CREATE INDEX ch_delivery_due ON ch_delivery (state, channel, next_at, id);
CREATE INDEX ch_delivery_entry ON ch_delivery (entry_id);
CREATE INDEX ch_delivery_person ON ch_delivery (person_kind, person_id, state);
CREATE INDEX ch_delivery_record ON ch_delivery (record_type, record_id);

-- What recipients of messages and the view for external followers need of a record.
ALTER TABLE ch_record ADD COLUMN customer_id BIGINT;
ALTER TABLE ch_record ADD COLUMN email VARCHAR(320);
ALTER TABLE ch_record ADD COLUMN status VARCHAR(255);
ALTER TABLE ch_record ADD COLUMN outcome VARCHAR(10);
