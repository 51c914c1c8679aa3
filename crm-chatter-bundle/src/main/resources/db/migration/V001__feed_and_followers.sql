-- The feed of records, who follows them, and what this module keeps of other modules' records.
CREATE SEQUENCE ch_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE ch_entry (
  id BIGINT PRIMARY KEY,
  event_id VARCHAR(40) NOT NULL,
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  subtype VARCHAR(20) NOT NULL,
  author_kind VARCHAR(10),
  author_id BIGINT,
  author_name VARCHAR(255),
  entry_at TIMESTAMP(6) NOT NULL,
  body VARCHAR(100000) NOT NULL,
  reply_to BIGINT,
  cause_id VARCHAR(40) NOT NULL,
  folded BOOLEAN NOT NULL,
  automatic BOOLEAN NOT NULL,
  undone BOOLEAN NOT NULL,
  hidden BOOLEAN NOT NULL,
  CONSTRAINT ch_entry_event UNIQUE (event_id)
);
CREATE INDEX ch_entry_record ON ch_entry (record_type, record_id, entry_at, id);

CREATE TABLE ch_change (
  entry_id BIGINT NOT NULL REFERENCES ch_entry (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  field VARCHAR(60) NOT NULL,
  from_value VARCHAR(20000),
  to_value VARCHAR(20000),
  PRIMARY KEY (entry_id, place)
);

CREATE TABLE ch_follower (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  person_kind VARCHAR(10) NOT NULL,
  person_id BIGINT NOT NULL,
  subtypes VARCHAR(400) NOT NULL,
  internal BOOLEAN NOT NULL,
  since TIMESTAMP(6) NOT NULL,
  access_until TIMESTAMP(6),
  CONSTRAINT ch_follower_once UNIQUE (record_type, record_id, person_kind, person_id)
);
CREATE INDEX ch_follower_person ON ch_follower (person_kind, person_id);

-- What is kept of the records that have a feed; fed by events.
CREATE TABLE ch_record (
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  title VARCHAR(500) NOT NULL,
  salesperson_id BIGINT,
  team_id BIGINT,
  created_by BIGINT,
  deleted BOOLEAN NOT NULL,
  PRIMARY KEY (record_type, record_id)
);

-- What users are told in the product: at most one unread notice of a record for each user.
CREATE TABLE ch_notice (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  log_position BIGINT NOT NULL,
  cause_id VARCHAR(40) NOT NULL,
  entry_id BIGINT,
  kind VARCHAR(20) NOT NULL,
  title VARCHAR(500) NOT NULL,
  author_kind VARCHAR(10),
  author_id BIGINT,
  author_name VARCHAR(255),
  notice_at TIMESTAMP(6) NOT NULL,
  is_read BOOLEAN NOT NULL,
  why VARCHAR(200) NOT NULL
);
CREATE INDEX ch_notice_inbox ON ch_notice (user_id, notice_at, id);
CREATE INDEX ch_notice_unread ON ch_notice (user_id, is_read);
CREATE INDEX ch_notice_record ON ch_notice (record_type, record_id, user_id, log_position);

-- Files; their content lies in the file store by its hash. Without a record: the uploader's alone, for a day.
CREATE TABLE ch_attachment (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  type VARCHAR(100) NOT NULL,
  size BIGINT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  uploader BIGINT NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  record_type VARCHAR(40),
  record_id BIGINT,
  entry_id BIGINT,
  activity_id BIGINT
);
CREATE INDEX ch_attachment_entry ON ch_attachment (entry_id);
CREATE INDEX ch_attachment_sha256 ON ch_attachment (sha256);
CREATE INDEX ch_attachment_loose ON ch_attachment (record_id, created_at);
CREATE INDEX ch_attachment_activity ON ch_attachment (activity_id);
