-- Contents of files, where the operator has chosen the database for them.
CREATE TABLE ch_file (
  sha256 VARCHAR(64) PRIMARY KEY,
  size BIGINT NOT NULL,
  kept_at TIMESTAMP(6) NOT NULL
);
CREATE INDEX ch_file_kept ON ch_file (kept_at);
CREATE TABLE ch_file_part (
  sha256 VARCHAR(64) NOT NULL REFERENCES ch_file (sha256) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (sha256, place)
);
