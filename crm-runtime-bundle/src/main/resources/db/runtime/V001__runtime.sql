-- Locks: an act locks the stripes of its records, in ascending order (Acts).
CREATE TABLE rt_lock (
  stripe INT PRIMARY KEY
);
INSERT INTO rt_lock (stripe)
  SELECT a.d * 256 + b.d * 16 + c.d
  FROM (VALUES (0), (1), (2), (3)) AS a (d),
       (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) AS b (d),
       (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) AS c (d);

-- The durable log. Numbers (seq) are given inside the transaction, places (position) after the commit.
CREATE SEQUENCE rt_event_seq START WITH 1;
CREATE TABLE rt_event (
  seq BIGINT PRIMARY KEY,
  event_id VARCHAR(36) NOT NULL,
  type VARCHAR(120) NOT NULL,
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  actor_kind VARCHAR(10),
  actor_id BIGINT,
  actor_name VARCHAR(400),
  at TIMESTAMP(6) NOT NULL,
  cause_id VARCHAR(36) NOT NULL,
  cause VARCHAR(40) NOT NULL,
  hop INT NOT NULL,
  node VARCHAR(36) NOT NULL,
  body VARCHAR(1000000) NOT NULL,
  position BIGINT,
  undo_until TIMESTAMP(6),
  undoes VARCHAR(36)
);
CREATE INDEX rt_event_position ON rt_event (position, seq);

-- Acts that may be taken back, or were: open, undone, settled (the time is over). The numbers say which events are the
-- act's. Steps are what the bundles need to take back what they did.
CREATE TABLE rt_undo (
  token VARCHAR(40) PRIMARY KEY,
  cause_id VARCHAR(36) NOT NULL,
  actor_id BIGINT NOT NULL,
  actor_name VARCHAR(400),
  at TIMESTAMP(6) NOT NULL,
  until_at TIMESTAMP(6) NOT NULL,
  state VARCHAR(10) NOT NULL,
  first_seq BIGINT NOT NULL,
  last_seq BIGINT NOT NULL
);
CREATE UNIQUE INDEX rt_undo_cause ON rt_undo (cause_id);
CREATE INDEX rt_undo_until ON rt_undo (until_at);
CREATE TABLE rt_undo_step (
  cause_id VARCHAR(36) NOT NULL,
  n INT NOT NULL,
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  owner VARCHAR(40) NOT NULL,
  body VARCHAR(1000000) NOT NULL,
  PRIMARY KEY (cause_id, n)
);

-- One row: the place that the next event gets.
CREATE TABLE rt_sequencer (
  id INT PRIMARY KEY,
  next_position BIGINT NOT NULL
);
INSERT INTO rt_sequencer (id, next_position) VALUES (1, 1);

-- Reactions that were ever here, and what those missed that were away.
CREATE TABLE rt_reaction (
  id VARCHAR(120) PRIMARY KEY,
  types VARCHAR(4000) NOT NULL,
  first_seen TIMESTAMP(6) NOT NULL,
  sweep_from BIGINT,
  sweep_at TIMESTAMP(6)
);
CREATE TABLE rt_missed (
  reaction_id VARCHAR(120) NOT NULL,
  event_seq BIGINT NOT NULL,
  tries INT DEFAULT 0 NOT NULL,
  next_try TIMESTAMP(6),
  problem VARCHAR(2000),
  parked BOOLEAN DEFAULT FALSE NOT NULL,
  PRIMARY KEY (reaction_id, event_seq)
);

-- Durable listeners: how far each came, who works its lane, what it could not take.
CREATE TABLE rt_cursor (
  listener_id VARCHAR(120) PRIMARY KEY,
  position BIGINT NOT NULL,
  tries INT DEFAULT 0 NOT NULL,
  next_try TIMESTAMP(6),
  problem VARCHAR(2000),
  owner VARCHAR(36),
  owner_until TIMESTAMP(6) WITH TIME ZONE,
  token BIGINT DEFAULT 0 NOT NULL
);
CREATE TABLE rt_parked (
  listener_id VARCHAR(120) NOT NULL,
  event_seq BIGINT NOT NULL,
  parked_at TIMESTAMP(6) NOT NULL,
  tries INT NOT NULL,
  problem VARCHAR(2000),
  due BOOLEAN DEFAULT FALSE NOT NULL,
  PRIMARY KEY (listener_id, event_seq)
);

-- Scheduled jobs: when each is next due and which node runs it.
CREATE TABLE rt_job (
  name VARCHAR(120) PRIMARY KEY,
  due_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  owner VARCHAR(36),
  owner_until TIMESTAMP(6) WITH TIME ZONE,
  last_started TIMESTAMP(6) WITH TIME ZONE,
  last_ended TIMESTAMP(6) WITH TIME ZONE,
  problem VARCHAR(2000)
);
