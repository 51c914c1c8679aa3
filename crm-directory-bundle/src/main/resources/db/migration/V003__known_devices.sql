-- Browsers in which somebody has signed in: their tries to sign in are counted apart from everybody else's.
CREATE TABLE dir_device (
  token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  user_id    BIGINT NOT NULL REFERENCES dir_user (id),
  seen_at    TIMESTAMP(6) NOT NULL
);
CREATE INDEX dir_device_user ON dir_device (user_id);
CREATE INDEX dir_device_seen ON dir_device (seen_at);
