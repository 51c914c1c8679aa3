-- Links by which somebody who has forgotten the password chooses a new one.
CREATE TABLE dir_password_reset (
  token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  user_id    BIGINT NOT NULL REFERENCES dir_user (id),
  expires_at TIMESTAMP(6) NOT NULL
);
CREATE INDEX dir_password_reset_user ON dir_password_reset (user_id);
CREATE INDEX dir_password_reset_expires ON dir_password_reset (expires_at);
