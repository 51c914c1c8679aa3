-- What the sentence of an entry or a notice says, for readers who write days, hours and amounts in their own way.
ALTER TABLE ch_entry ADD COLUMN phrase VARCHAR(2500);
ALTER TABLE ch_notice ADD COLUMN phrase VARCHAR(2500);
