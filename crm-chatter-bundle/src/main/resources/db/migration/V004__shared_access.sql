-- Links by which followers outside read the conversation, who used them, and the words of entries for searching.
ALTER TABLE ch_follower ADD COLUMN access_generation INTEGER DEFAULT 1 NOT NULL;

CREATE TABLE ch_secret (
  name VARCHAR(40) PRIMARY KEY,
  secret VARCHAR(100) NOT NULL
);

CREATE TABLE ch_access_view (
  id BIGINT PRIMARY KEY,
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  person_kind VARCHAR(10) NOT NULL,
  person_id BIGINT NOT NULL,
  action VARCHAR(20) NOT NULL,
  viewed_at TIMESTAMP(6) NOT NULL
);
CREATE INDEX ch_access_view_person ON ch_access_view (record_type, record_id, person_kind, person_id, id);
CREATE INDEX ch_access_view_time ON ch_access_view (viewed_at);

-- Lower case and without tags; null for entries from before: those are searched by their body.
ALTER TABLE ch_entry ADD COLUMN plain VARCHAR(100000);
