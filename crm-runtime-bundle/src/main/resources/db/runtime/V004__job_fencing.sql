-- Each claim of a job gets a number of its own, so that a run which lost its lease cannot renew or end the next one.
ALTER TABLE rt_job ADD COLUMN token BIGINT DEFAULT 0 NOT NULL;
