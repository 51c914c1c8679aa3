-- A link to a contact that was merged leads to the one that stays.
ALTER TABLE dir_contact ADD COLUMN merged_into BIGINT;
