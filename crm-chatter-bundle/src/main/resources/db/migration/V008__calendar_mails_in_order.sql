-- The UID of the calendar object in a mail: mails about the same event go to the same address in the order of the acts.
ALTER TABLE ch_mail ADD COLUMN calendar_uid VARCHAR(255);
CREATE INDEX ch_mail_calendar ON ch_mail (calendar_uid, address);
