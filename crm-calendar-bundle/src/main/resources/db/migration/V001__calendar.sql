-- Events, who is invited, reminders, feeds, and what this module keeps of other modules' records.
-- Local times stand as text (2026-06-03T09:00; 00:00 of an all-day event): no driver may shift them by a zone.
CREATE SEQUENCE cal_seq START WITH 1050 INCREMENT BY 50;

CREATE TABLE cal_event (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  uid VARCHAR(255) NOT NULL,
  sequence_no INTEGER NOT NULL,
  title VARCHAR(255) NOT NULL,
  description VARCHAR(20000),
  location VARCHAR(500),
  all_day BOOLEAN NOT NULL,
  start_local VARCHAR(19) NOT NULL,
  length_seconds BIGINT NOT NULL,
  zone VARCHAR(60),
  rrule VARCHAR(2000),
  exdates VARCHAR(100000),
  -- No occurrence begins before the one or ends after the other, in any zone.
  first_start TIMESTAMP(6) NOT NULL,
  last_end TIMESTAMP(6) NOT NULL,
  organizer_id BIGINT,
  created_by BIGINT,
  created_at TIMESTAMP(6) NOT NULL,
  changed_by BIGINT,
  changed_at TIMESTAMP(6) NOT NULL,
  record_type VARCHAR(40),
  record_id BIGINT,
  activity_id BIGINT,
  privacy VARCHAR(10) NOT NULL,
  show_as VARCHAR(10) NOT NULL,
  cancelled_at TIMESTAMP(6),
  continued_from BIGINT,
  -- Which member was last changed by which version and whom, one a line; for edits on a stale version.
  edits VARCHAR(1000) NOT NULL
);
CREATE INDEX cal_event_record ON cal_event (record_type, record_id, last_end);
CREATE INDEX cal_event_activity ON cal_event (activity_id);
CREATE INDEX cal_event_uid ON cal_event (uid);
CREATE INDEX cal_event_cancelled ON cal_event (cancelled_at);

-- Single occurrences that differ from their series (SEMANTICS E1); what is null is as in the series, unless "cleared" names it.
CREATE TABLE cal_override (
  event_id BIGINT NOT NULL REFERENCES cal_event (id) ON DELETE CASCADE,
  recurrence_id VARCHAR(19) NOT NULL,
  start_local VARCHAR(19),
  length_seconds BIGINT,
  zone VARCHAR(60),
  title VARCHAR(255),
  description VARCHAR(20000),
  location VARCHAR(500),
  privacy VARCHAR(10),
  show_as VARCHAR(10),
  cleared VARCHAR(100),
  PRIMARY KEY (event_id, recurrence_id)
);

-- Who is invited to an event, or differs in one occurrence of it (recurrence_id not empty).
CREATE TABLE cal_attendee (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  event_id BIGINT NOT NULL REFERENCES cal_event (id) ON DELETE CASCADE,
  recurrence_id VARCHAR(19) NOT NULL,
  who VARCHAR(330) NOT NULL,
  email VARCHAR(320),
  name VARCHAR(255),
  organizer BOOLEAN NOT NULL,
  answer VARCHAR(15) NOT NULL,
  answered_at TIMESTAMP(6),
  absent BOOLEAN NOT NULL,
  own_reminders BOOLEAN NOT NULL,
  invited BOOLEAN NOT NULL,
  last_end TIMESTAMP(6) NOT NULL,
  CONSTRAINT cal_attendee_once UNIQUE (event_id, recurrence_id, who)
);
CREATE INDEX cal_attendee_who ON cal_attendee (who, last_end, event_id);

-- Reminders; owner is empty for the organizer's set, which all inherit who have none of their own (SEMANTICS N1).
CREATE TABLE cal_reminder (
  event_id BIGINT NOT NULL REFERENCES cal_event (id) ON DELETE CASCADE,
  owner VARCHAR(330) NOT NULL,
  lead_amount INTEGER NOT NULL,
  lead_unit VARCHAR(10) NOT NULL,
  channel VARCHAR(40) NOT NULL,
  PRIMARY KEY (event_id, owner, lead_amount, lead_unit, channel)
);

-- When somebody is next to be reminded of an event: one row for each, however many occurrences there are.
CREATE TABLE cal_schedule (
  event_id BIGINT NOT NULL REFERENCES cal_event (id) ON DELETE CASCADE,
  who VARCHAR(330) NOT NULL,
  settled_to TIMESTAMP(6) NOT NULL,
  next_at TIMESTAMP(6),
  PRIMARY KEY (event_id, who)
);
CREATE INDEX cal_schedule_next ON cal_schedule (next_at);
CREATE INDEX cal_schedule_who ON cal_schedule (who);

-- Reminders that were due; the key makes each of them unique (SEMANTICS N3).
CREATE TABLE cal_delivery (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  delivery_key VARCHAR(64) NOT NULL,
  event_id BIGINT NOT NULL REFERENCES cal_event (id) ON DELETE CASCADE,
  recurrence_id VARCHAR(19),
  who VARCHAR(330) NOT NULL,
  email VARCHAR(320),
  name VARCHAR(255),
  title VARCHAR(255) NOT NULL,
  location VARCHAR(500),
  all_day BOOLEAN NOT NULL,
  start_local VARCHAR(19) NOT NULL,
  zone VARCHAR(60),
  starts_at TIMESTAMP(6) NOT NULL,
  ends_at TIMESTAMP(6) NOT NULL,
  channel VARCHAR(40) NOT NULL,
  fire_at TIMESTAMP(6) NOT NULL,
  state VARCHAR(10) NOT NULL,
  late BOOLEAN NOT NULL,
  handed BOOLEAN NOT NULL,
  due_at TIMESTAMP(6),
  attempts INTEGER NOT NULL,
  note VARCHAR(500),
  CONSTRAINT cal_delivery_key UNIQUE (delivery_key)
);
CREATE INDEX cal_delivery_due ON cal_delivery (due_at);
CREATE INDEX cal_delivery_who ON cal_delivery (who, fire_at, id);
CREATE INDEX cal_delivery_event ON cal_delivery (event_id);

CREATE TABLE cal_feed (
  id BIGINT PRIMARY KEY,
  user_id BIGINT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  team_id BIGINT,
  secret_hash VARCHAR(64) NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  CONSTRAINT cal_feed_secret UNIQUE (secret_hash)
);
CREATE INDEX cal_feed_user ON cal_feed (user_id, id);

CREATE TABLE cal_preferences (
  user_id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  reminders VARCHAR(1000) NOT NULL,
  privacy VARCHAR(10) NOT NULL,
  week_start VARCHAR(2) NOT NULL,
  work_from VARCHAR(5) NOT NULL,
  work_to VARCHAR(5) NOT NULL
);

-- What the links in invitations are signed with; one row, made at the first need.
CREATE TABLE cal_signature (
  id BIGINT PRIMARY KEY,
  secret VARCHAR(64) NOT NULL
);

-- What is kept of the records that events belong to; fed by events.
CREATE TABLE cal_record (
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

CREATE TABLE cal_record_follower (
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  PRIMARY KEY (record_type, record_id, user_id)
);
CREATE INDEX cal_record_follower_user ON cal_record_follower (user_id);
