-- A move that was undone stays in the history, and no report counts it.
ALTER TABLE pl_history ADD COLUMN undone BOOLEAN DEFAULT FALSE NOT NULL;
-- as before, with all that the pipeline report reads
DROP INDEX pl_history_of;
CREATE INDEX pl_history_of ON pl_history (opportunity_id, at, id, to_stage_id, from_stage_id, seconds_in_from, kind, cause, undone);
