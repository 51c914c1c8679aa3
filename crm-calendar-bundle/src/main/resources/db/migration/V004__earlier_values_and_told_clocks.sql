-- The version of the zone rules that bounds and reminders were computed by (SEMANTICS T5); empty before it was kept.
ALTER TABLE cal_event ADD COLUMN zone_version VARCHAR(40) DEFAULT '' NOT NULL;
-- The clocks of the event's zones as invitations have told them, one zone a line; null if nobody was told by mail.
ALTER TABLE cal_event ADD COLUMN told_clocks VARCHAR(8000);
CREATE INDEX cal_event_zone_version ON cal_event (zone_version, last_end);

-- What a member held before the edit that made this version; for answers to edits on a stale version.
CREATE TABLE cal_earlier_value (
  id BIGINT PRIMARY KEY,
  event_id BIGINT NOT NULL REFERENCES cal_event (id) ON DELETE CASCADE,
  -- Empty for the whole event.
  recurrence_id VARCHAR(19) NOT NULL,
  version BIGINT NOT NULL,
  member VARCHAR(20) NOT NULL,
  held VARCHAR(200000)
);
CREATE INDEX cal_earlier_value_event ON cal_earlier_value (event_id, version);
