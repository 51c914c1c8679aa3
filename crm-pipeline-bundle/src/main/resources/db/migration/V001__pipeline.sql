CREATE SEQUENCE pl_seq START WITH 150 INCREMENT BY 50;

CREATE TABLE pl_stage (
  id          BIGINT NOT NULL PRIMARY KEY,
  version     BIGINT NOT NULL,
  name        VARCHAR(100) NOT NULL,
  kind        VARCHAR(20) NOT NULL,
  seq         INT NOT NULL,
  probability INT NOT NULL,
  team_id     BIGINT,
  folded      BOOLEAN NOT NULL,
  color       VARCHAR(7),
  active      BOOLEAN NOT NULL
);

CREATE TABLE pl_lost_reason (
  id            BIGINT NOT NULL PRIMARY KEY,
  version       BIGINT NOT NULL,
  name          VARCHAR(100) NOT NULL,
  seq           INT NOT NULL,
  active        BOOLEAN NOT NULL,
  note_required BOOLEAN NOT NULL
);

CREATE TABLE pl_opportunity (
  id                 BIGINT NOT NULL PRIMARY KEY,
  version            BIGINT NOT NULL,
  name               VARCHAR(200) NOT NULL,
  stage_id           BIGINT NOT NULL,
  outcome            VARCHAR(4) NOT NULL,
  probability        INT NOT NULL,
  manual_probability INT,
  amount             NUMERIC(19, 4),
  currency           VARCHAR(3),
  customer_id        BIGINT,
  customer_name      VARCHAR(200),
  email              VARCHAR(254),
  phone              VARCHAR(60),
  salesperson_id     BIGINT,
  team_id            BIGINT,
  priority           INT NOT NULL,
  expected_closing   DATE,
  description        VARCHAR(20000),
  tags               VARCHAR(1500),
  closed_at          TIMESTAMP(6),
  closed_by          BIGINT,
  lost_reason_id     BIGINT,
  proposed_reason    VARCHAR(200),
  closing_note       VARCHAR(4000),
  closing_cause_id   VARCHAR(60),
  open_stage_id      BIGINT,
  open_kind          VARCHAR(20),
  open_seq           INT,
  stage_since        TIMESTAMP(6) NOT NULL,
  outcome_since      TIMESTAMP(6) NOT NULL,
  created_at         TIMESTAMP(6) NOT NULL,
  created_by         BIGINT,
  changed_at         TIMESTAMP(6) NOT NULL,
  changed_by         BIGINT,
  external_id        VARCHAR(200),
  worked             BOOLEAN DEFAULT FALSE NOT NULL,
  email_key          VARCHAR(254),
  phone_key          VARCHAR(9),
  rank_key           VARCHAR(255) NOT NULL,
  next_activity_id   BIGINT,
  next_due           DATE,
  today_from         TIMESTAMP(6),
  late_from          TIMESTAMP(6)
);
CREATE INDEX pl_opportunity_board ON pl_opportunity (stage_id, rank_key, id DESC);
CREATE INDEX pl_opportunity_person ON pl_opportunity (salesperson_id, stage_id, id);
CREATE INDEX pl_opportunity_team ON pl_opportunity (team_id, stage_id, id);
CREATE INDEX pl_opportunity_customer ON pl_opportunity (customer_id);
CREATE INDEX pl_opportunity_created ON pl_opportunity (created_at, id);
CREATE INDEX pl_opportunity_maker ON pl_opportunity (created_by, salesperson_id, team_id);
CREATE INDEX pl_opportunity_closing ON pl_opportunity (expected_closing, id);
CREATE INDEX pl_opportunity_closed ON pl_opportunity (closed_at, id);
CREATE INDEX pl_opportunity_late ON pl_opportunity (late_from, stage_id, today_from);
CREATE INDEX pl_opportunity_reason ON pl_opportunity (lost_reason_id);
CREATE INDEX pl_opportunity_from ON pl_opportunity (open_stage_id, closed_at);
CREATE INDEX pl_opportunity_email ON pl_opportunity (email_key);
CREATE INDEX pl_opportunity_phone ON pl_opportunity (phone_key);
CREATE INDEX pl_opportunity_changed ON pl_opportunity (changed_at, id);
CREATE INDEX pl_opportunity_proposed ON pl_opportunity (proposed_reason);
CREATE UNIQUE INDEX pl_opportunity_external ON pl_opportunity (external_id);
-- after the indexes: H2 would make narrow ones of its own for the keys, and prefer those
ALTER TABLE pl_opportunity ADD CONSTRAINT pl_opportunity_stands FOREIGN KEY (stage_id) REFERENCES pl_stage (id);
ALTER TABLE pl_opportunity ADD CONSTRAINT pl_opportunity_lost FOREIGN KEY (lost_reason_id) REFERENCES pl_lost_reason (id);

CREATE TABLE pl_history (
  id               BIGINT NOT NULL PRIMARY KEY,
  opportunity_id   BIGINT NOT NULL,
  kind             VARCHAR(10) NOT NULL,
  from_stage_id    BIGINT,
  from_name        VARCHAR(100),
  from_kind        VARCHAR(20),
  to_stage_id      BIGINT,
  to_name          VARCHAR(100),
  to_kind          VARCHAR(20) NOT NULL,
  at               TIMESTAMP(6) NOT NULL,
  by_id            BIGINT,
  by_name          VARCHAR(200),
  cause            VARCHAR(20) NOT NULL,
  cause_id         VARCHAR(60) NOT NULL,
  seconds_in_from  BIGINT,
  lost_reason_id   BIGINT,
  lost_reason_name VARCHAR(100),
  note             VARCHAR(4000),
  proposed_reason  VARCHAR(200)
);
-- all that the pipeline report reads, in the order in which it reads it
CREATE INDEX pl_history_of ON pl_history (opportunity_id, at, id, to_stage_id, from_stage_id, seconds_in_from, kind, cause);
-- for the reports: who came into a stage and who left it, in a period
CREATE INDEX pl_history_entered ON pl_history (to_stage_id, at, opportunity_id);
CREATE INDEX pl_history_left ON pl_history (from_stage_id, at, opportunity_id);

CREATE TABLE pl_change (
  id             BIGINT NOT NULL PRIMARY KEY,
  opportunity_id BIGINT NOT NULL,
  version        BIGINT NOT NULL,
  field          VARCHAR(40) NOT NULL,
  from_value     VARCHAR(20000),
  to_value       VARCHAR(20000),
  by_id          BIGINT,
  at             TIMESTAMP(6) NOT NULL
);
CREATE INDEX pl_change_of ON pl_change (opportunity_id, version);

CREATE TABLE pl_tag (
  opportunity_id BIGINT NOT NULL,
  tag_key        VARCHAR(60) NOT NULL,
  PRIMARY KEY (opportunity_id, tag_key)
);
CREATE INDEX pl_tag_of ON pl_tag (tag_key, opportunity_id);

CREATE TABLE pl_open_activity (
  id             BIGINT NOT NULL PRIMARY KEY,
  opportunity_id BIGINT NOT NULL,
  due_date       DATE NOT NULL,
  today_from     TIMESTAMP(6) NOT NULL,
  late_from      TIMESTAMP(6) NOT NULL,
  summary        VARCHAR(1000),
  type_id        BIGINT,
  type_key       VARCHAR(100),
  type_name      VARCHAR(200),
  type_icon      VARCHAR(100),
  type_category  VARCHAR(40),
  role           VARCHAR(20),
  assignee_id    BIGINT,
  assignee_name  VARCHAR(200)
);
CREATE INDEX pl_open_activity_of ON pl_open_activity (opportunity_id, due_date, id);

CREATE TABLE pl_follower (
  opportunity_id BIGINT NOT NULL,
  user_id        BIGINT NOT NULL,
  PRIMARY KEY (opportunity_id, user_id)
);
CREATE INDEX pl_follower_of ON pl_follower (user_id, opportunity_id);

-- Board figures: what acts added and took away, folded now and then into pl_total. 0 stands for no team and nobody,
-- '' for no amount.
CREATE TABLE pl_total (
  stage_id       BIGINT NOT NULL,
  team_id        BIGINT NOT NULL,
  salesperson_id BIGINT NOT NULL,
  currency       VARCHAR(3) NOT NULL,
  n              BIGINT NOT NULL,
  amount         NUMERIC(25, 6) NOT NULL,
  weighted       NUMERIC(25, 6) NOT NULL,
  PRIMARY KEY (stage_id, team_id, salesperson_id, currency)
);

CREATE TABLE pl_total_delta (
  id             BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  stage_id       BIGINT NOT NULL,
  team_id        BIGINT NOT NULL,
  salesperson_id BIGINT NOT NULL,
  currency       VARCHAR(3) NOT NULL,
  n              BIGINT NOT NULL,
  amount         NUMERIC(25, 6) NOT NULL,
  weighted       NUMERIC(25, 6) NOT NULL
);

-- Open activities by column, as pl_total and pl_total_delta; what is long overdue is counted under one late_from.
CREATE TABLE pl_active (
  stage_id       BIGINT NOT NULL,
  team_id        BIGINT NOT NULL,
  salesperson_id BIGINT NOT NULL,
  today_from     TIMESTAMP(6) NOT NULL,
  late_from      TIMESTAMP(6) NOT NULL,
  n              BIGINT NOT NULL,
  PRIMARY KEY (stage_id, team_id, salesperson_id, today_from, late_from)
);

CREATE TABLE pl_active_delta (
  id             BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  stage_id       BIGINT NOT NULL,
  team_id        BIGINT NOT NULL,
  salesperson_id BIGINT NOT NULL,
  today_from     TIMESTAMP(6) NOT NULL,
  late_from      TIMESTAMP(6) NOT NULL,
  n              BIGINT NOT NULL
);

-- How people folded columns (P5), and the filters that they keep.
CREATE TABLE pl_fold (
  user_id  BIGINT NOT NULL,
  stage_id BIGINT NOT NULL,
  folded   BOOLEAN NOT NULL,
  PRIMARY KEY (user_id, stage_id)
);

CREATE TABLE pl_saved_filter (
  id         BIGINT NOT NULL PRIMARY KEY,
  version    BIGINT NOT NULL,
  user_id    BIGINT NOT NULL,
  view_name  VARCHAR(10) NOT NULL,
  name       VARCHAR(100) NOT NULL,
  query_text VARCHAR(2000) NOT NULL,
  seq        INT NOT NULL,
  is_default BOOLEAN NOT NULL
);
CREATE INDEX pl_saved_filter_of ON pl_saved_filter (user_id, view_name, seq, id);

INSERT INTO pl_stage (id, version, name, kind, seq, probability, team_id, folded, color, active) VALUES
  (1, 1, 'New', 'new', 10, 10, NULL, FALSE, '#64748b', TRUE),
  (2, 1, 'First Activity', 'first_activity', 20, 20, NULL, FALSE, '#0284c7', TRUE),
  (3, 1, 'Qualified', 'normal', 30, 40, NULL, FALSE, '#7c3aed', TRUE),
  (4, 1, 'Proposition', 'normal', 40, 70, NULL, FALSE, '#d97706', TRUE),
  (5, 1, 'Won', 'won', 50, 100, NULL, FALSE, '#15803d', TRUE),
  (6, 1, 'Lost', 'lost', 60, 0, NULL, TRUE, '#b91c1c', TRUE);

INSERT INTO pl_lost_reason (id, version, name, seq, active, note_required) VALUES
  (1, 1, 'Too expensive', 10, TRUE, FALSE),
  (2, 1, 'Chose a competitor', 20, TRUE, FALSE),
  (3, 1, 'No budget', 30, TRUE, FALSE),
  (4, 1, 'No decision', 40, TRUE, FALSE),
  (5, 1, 'Bad timing', 50, TRUE, FALSE),
  (6, 1, 'Missing feature', 60, TRUE, FALSE),
  (7, 1, 'No answer', 70, TRUE, FALSE),
  (8, 1, 'Other', 80, TRUE, TRUE);
