-- The SEQUENCE since which answers count: a change of time asks again (RFC 5546 2.1.5).
ALTER TABLE cal_event ADD COLUMN asked_sequence INTEGER DEFAULT 0 NOT NULL;
