-- The record index: who may read which record of any bundle. Everybody may read these two tables and join them; only the
-- runtime writes them, inside acts, from the events that say so (RecordFact). Bundles carry their older records over.
CREATE TABLE rt_record (
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  title VARCHAR(500) NOT NULL,
  owner_id BIGINT,
  team_id BIGINT,
  creator_id BIGINT,
  deleted BOOLEAN NOT NULL,
  PRIMARY KEY (record_type, record_id)
);
CREATE INDEX rt_record_owner ON rt_record (owner_id, record_type, record_id);
CREATE INDEX rt_record_team ON rt_record (team_id, record_type, record_id);
CREATE INDEX rt_record_creator ON rt_record (creator_id, owner_id, team_id);

-- Users who may read a record besides its owner and team, such as followers.
CREATE TABLE rt_record_reader (
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  PRIMARY KEY (record_type, record_id, user_id)
);
CREATE INDEX rt_record_reader_user ON rt_record_reader (user_id, record_type, record_id);
