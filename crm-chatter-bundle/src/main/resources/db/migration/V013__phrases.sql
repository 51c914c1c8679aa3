-- What a delivery tells and why, for the reader's language: the key of a text and what is put into it.
ALTER TABLE ch_delivery ADD COLUMN title_phrase VARCHAR(2500);
ALTER TABLE ch_delivery ADD COLUMN why_phrase VARCHAR(700);
