-- Addresses in copy of a mail that came in; the composer offers those of the latest one.
ALTER TABLE ch_mail_in ADD COLUMN copied VARCHAR(2000) DEFAULT '' NOT NULL;
