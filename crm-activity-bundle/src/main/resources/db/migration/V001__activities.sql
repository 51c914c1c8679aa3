-- Activities, their types, and what this module keeps of other modules' records.
CREATE SEQUENCE ac_seq START WITH 1050 INCREMENT BY 50;

CREATE TABLE ac_type (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  type_key VARCHAR(40) NOT NULL,
  name VARCHAR(80) NOT NULL,
  icon VARCHAR(40) NOT NULL,
  category VARCHAR(20) NOT NULL,
  due_days INTEGER,
  due_unit VARCHAR(20) NOT NULL,
  chaining VARCHAR(20) NOT NULL,
  next_type_ids VARCHAR(400) NOT NULL,
  next_from VARCHAR(20) NOT NULL,
  active BOOLEAN NOT NULL,
  outcomes VARCHAR(1000) NOT NULL,
  default_summary VARCHAR(255),
  default_note VARCHAR(20000),
  provider VARCHAR(200),
  available BOOLEAN NOT NULL,
  CONSTRAINT ac_type_key UNIQUE (type_key)
);

INSERT INTO ac_type VALUES (1, 1, 'todo', 'To-Do', 'check', 'todo', NULL, 'days', 'none', '', 'completion', TRUE, '', NULL, NULL, NULL, TRUE);
INSERT INTO ac_type VALUES (2, 1, 'call', 'Call', 'phone', 'call', NULL, 'days', 'none', '', 'completion', TRUE, '', NULL, NULL, NULL, TRUE);
UPDATE ac_type SET outcomes = 'reached' || CHR(10) || 'no answer' || CHR(10) || 'voicemail' WHERE id = 2;
INSERT INTO ac_type VALUES (3, 1, 'email', 'Email', 'mail', 'email', NULL, 'days', 'none', '', 'completion', TRUE, '', NULL, NULL, NULL, TRUE);
INSERT INTO ac_type VALUES (4, 1, 'meeting', 'Meeting', 'calendar', 'meeting', NULL, 'days', 'none', '', 'completion', TRUE, '', NULL, NULL, NULL, TRUE);
INSERT INTO ac_type VALUES (5, 1, 'letter', 'Letter', 'letter', 'letter', NULL, 'days', 'none', '', 'completion', TRUE, '', NULL, NULL, NULL, TRUE);
INSERT INTO ac_type VALUES (6, 1, 'upload', 'Upload document', 'upload', 'upload', NULL, 'days', 'none', '', 'completion', TRUE, '', NULL, NULL, NULL, TRUE);

CREATE TABLE ac_activity (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  type_id BIGINT NOT NULL REFERENCES ac_type (id),
  summary VARCHAR(255) NOT NULL,
  note VARCHAR(20000),
  due_date DATE NOT NULL,
  today_from TIMESTAMP(6) NOT NULL,
  late_from TIMESTAMP(6) NOT NULL,
  due_source VARCHAR(20),
  due_base DATE,
  due_number INTEGER,
  due_unit VARCHAR(20),
  due_mode VARCHAR(20),
  due_zone VARCHAR(60),
  due_said VARCHAR(500),
  assignee_id BIGINT,
  team_id BIGINT,
  postponed INTEGER NOT NULL,
  event_id BIGINT,
  created_by BIGINT,
  created_at TIMESTAMP(6) NOT NULL,
  automatic BOOLEAN NOT NULL,
  first_generation INTEGER,
  status VARCHAR(10) NOT NULL,
  ended_at TIMESTAMP(6),
  ended_by BIGINT,
  feedback VARCHAR(20000),
  outcome VARCHAR(40),
  duration_minutes INTEGER,
  cancel_reason VARCHAR(2000),
  closing_cause VARCHAR(40),
  cause_id VARCHAR(40),
  cause VARCHAR(400),
  end_cause_id VARCHAR(40),
  end_cause VARCHAR(400),
  files VARCHAR(8000),
  record_owner_id BIGINT,
  record_team_id BIGINT,
  CONSTRAINT ac_activity_first UNIQUE (record_type, record_id, first_generation)
);
CREATE INDEX ac_activity_mine ON ac_activity (assignee_id, status, late_from, id);
CREATE INDEX ac_activity_record ON ac_activity (record_type, record_id, status, late_from);
CREATE INDEX ac_activity_due ON ac_activity (status, late_from, id);
CREATE INDEX ac_activity_order ON ac_activity (late_from, id);
CREATE INDEX ac_activity_created ON ac_activity (created_at, id);
CREATE INDEX ac_activity_team ON ac_activity (team_id, status, assignee_id, late_from, id);
CREATE INDEX ac_activity_event ON ac_activity (event_id);
CREATE INDEX ac_activity_owner ON ac_activity (record_owner_id, status);
CREATE INDEX ac_activity_readers ON ac_activity (record_team_id, status);
-- Holds all that the menu counts, so that counting reads no row.
CREATE INDEX ac_activity_type ON ac_activity (type_id, status, late_from, today_from);

-- Which members an edit touched, so that edits with a stale version merge when they touch others.
CREATE TABLE ac_edit (
  id BIGINT PRIMARY KEY,
  activity_id BIGINT NOT NULL REFERENCES ac_activity (id) ON DELETE CASCADE,
  version BIGINT NOT NULL,
  member VARCHAR(40) NOT NULL,
  old_value VARCHAR(20000),
  edited_at TIMESTAMP(6) NOT NULL,
  edited_by BIGINT
);
CREATE INDEX ac_edit_activity ON ac_edit (activity_id, version);

-- What is kept of the records that activities belong to; fed by events.
CREATE TABLE ac_record (
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  title VARCHAR(500) NOT NULL,
  salesperson_id BIGINT,
  team_id BIGINT,
  created_by BIGINT,
  outcome VARCHAR(10) NOT NULL,
  stage_id BIGINT,
  stage_kind VARCHAR(20) NOT NULL,
  stage_name VARCHAR(200),
  customer_id BIGINT,
  customer_name VARCHAR(500),
  amount NUMERIC(19,4),
  currency VARCHAR(3),
  first_generation INTEGER NOT NULL,
  first_vacant BOOLEAN NOT NULL,
  deleted BOOLEAN NOT NULL,
  PRIMARY KEY (record_type, record_id)
);
CREATE INDEX ac_record_salesperson ON ac_record (salesperson_id);
CREATE INDEX ac_record_team ON ac_record (team_id);

CREATE TABLE ac_record_follower (
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  PRIMARY KEY (record_type, record_id, user_id)
);
CREATE INDEX ac_record_follower_user ON ac_record_follower (user_id);

-- The order in which somebody wants to work off their day.
CREATE TABLE ac_day_order (
  user_id BIGINT NOT NULL,
  activity_id BIGINT NOT NULL REFERENCES ac_activity (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  PRIMARY KEY (user_id, activity_id)
);
CREATE INDEX ac_day_order_activity ON ac_day_order (activity_id);

-- Plans of several activities, and their lines; a line is replaced, never changed.
CREATE TABLE ac_plan (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  name VARCHAR(80) NOT NULL,
  active BOOLEAN NOT NULL,
  edits INTEGER NOT NULL
);

CREATE TABLE ac_plan_line (
  plan_id BIGINT NOT NULL REFERENCES ac_plan (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  type_id BIGINT NOT NULL REFERENCES ac_type (id),
  summary VARCHAR(255),
  note VARCHAR(20000),
  due_offset INTEGER,
  due_unit VARCHAR(20) NOT NULL,
  counts_from VARCHAR(20) NOT NULL,
  assignee_kind VARCHAR(20) NOT NULL,
  assignee_id BIGINT,
  team_id BIGINT,
  PRIMARY KEY (plan_id, place)
);
CREATE INDEX ac_plan_line_type ON ac_plan_line (type_id);
