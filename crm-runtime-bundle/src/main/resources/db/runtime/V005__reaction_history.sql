-- What is still to be queued of the past for a reaction that begins with the earliest event: types, and the next and the last
-- number. It is copied in pieces while work goes on.
ALTER TABLE rt_reaction ADD COLUMN history_types VARCHAR(4000);
ALTER TABLE rt_reaction ADD COLUMN history_from BIGINT;
ALTER TABLE rt_reaction ADD COLUMN history_to BIGINT;
