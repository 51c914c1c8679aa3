CREATE SEQUENCE dir_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE dir_user (
  id                 BIGINT NOT NULL PRIMARY KEY,
  version            BIGINT NOT NULL,
  login              VARCHAR(80) NOT NULL,
  login_key          VARCHAR(80) NOT NULL,
  name               VARCHAR(200) NOT NULL,
  name_key           VARCHAR(200) NOT NULL,
  email              VARCHAR(254),
  email_key          VARCHAR(254),
  zone               VARCHAR(60),
  locale             VARCHAR(35),
  is_salesperson     BOOLEAN NOT NULL,
  is_manager         BOOLEAN NOT NULL,
  is_admin           BOOLEAN NOT NULL,
  active             BOOLEAN NOT NULL,
  password_hash      VARCHAR(200),
  credential_version BIGINT NOT NULL,
  notify_default     VARCHAR(10) NOT NULL,
  notify_subtypes    VARCHAR(2000) NOT NULL,
  notify_digest      VARCHAR(10) NOT NULL,
  quiet_from         VARCHAR(5),
  quiet_until        VARCHAR(5),
  created_at         TIMESTAMP(6) NOT NULL
);
CREATE UNIQUE INDEX dir_user_login ON dir_user (login_key);
CREATE INDEX dir_user_name ON dir_user (name_key, id);

CREATE TABLE dir_team (
  id           BIGINT NOT NULL PRIMARY KEY,
  version      BIGINT NOT NULL,
  name         VARCHAR(200) NOT NULL,
  name_key     VARCHAR(200) NOT NULL,
  leader_id    BIGINT REFERENCES dir_user (id),
  zone         VARCHAR(60),
  due_days     INT,
  working_days VARCHAR(30) NOT NULL
);
CREATE UNIQUE INDEX dir_team_name ON dir_team (name_key);
CREATE INDEX dir_team_leader ON dir_team (leader_id);

CREATE TABLE dir_team_member (
  team_id BIGINT NOT NULL REFERENCES dir_team (id),
  user_id BIGINT NOT NULL REFERENCES dir_user (id),
  PRIMARY KEY (team_id, user_id)
);
CREATE INDEX dir_team_member_user ON dir_team_member (user_id);

CREATE TABLE dir_contact (
  id         BIGINT NOT NULL PRIMARY KEY,
  version    BIGINT NOT NULL,
  name       VARCHAR(200) NOT NULL,
  name_key   VARCHAR(200) NOT NULL,
  email      VARCHAR(254),
  email_key  VARCHAR(254),
  phone      VARCHAR(60),
  phone_digits VARCHAR(60),
  company    VARCHAR(200),
  bounced    BOOLEAN NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  deleted_at TIMESTAMP(6)
);
CREATE INDEX dir_contact_name ON dir_contact (name_key, id);
CREATE INDEX dir_contact_email ON dir_contact (email_key);

CREATE TABLE dir_session (
  token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  user_id    BIGINT NOT NULL REFERENCES dir_user (id),
  created_at TIMESTAMP(6) NOT NULL,
  seen_at    TIMESTAMP(6) NOT NULL,
  expires_at TIMESTAMP(6) NOT NULL
);
CREATE INDEX dir_session_user ON dir_session (user_id);
CREATE INDEX dir_session_expires ON dir_session (expires_at);

CREATE TABLE dir_api_key (
  id          BIGINT NOT NULL PRIMARY KEY,
  user_id     BIGINT NOT NULL REFERENCES dir_user (id),
  name        VARCHAR(100) NOT NULL,
  secret_hash VARCHAR(64) NOT NULL,
  created_at  TIMESTAMP(6) NOT NULL,
  used_at     TIMESTAMP(6)
);
CREATE INDEX dir_api_key_user ON dir_api_key (user_id, id);

CREATE TABLE dir_attempt (
  subject    VARCHAR(120) NOT NULL PRIMARY KEY,
  tries      INT NOT NULL,
  started_at TIMESTAMP(6) NOT NULL,
  blocked_until TIMESTAMP(6),
  expires_at TIMESTAMP(6) NOT NULL
);
CREATE INDEX dir_attempt_expires ON dir_attempt (expires_at);

CREATE TABLE dir_setting (
  name  VARCHAR(60) NOT NULL PRIMARY KEY,
  text_value VARCHAR(20000) NOT NULL
);

CREATE TABLE dir_change (
  id          BIGINT NOT NULL PRIMARY KEY,
  record_type VARCHAR(20) NOT NULL,
  record_id   BIGINT NOT NULL,
  version     BIGINT NOT NULL,
  field       VARCHAR(40) NOT NULL,
  old_value   VARCHAR(2000),
  by_id       BIGINT,
  by_name     VARCHAR(200) NOT NULL,
  changed_at  TIMESTAMP(6) NOT NULL
);
CREATE INDEX dir_change_record ON dir_change (record_type, record_id, version);
