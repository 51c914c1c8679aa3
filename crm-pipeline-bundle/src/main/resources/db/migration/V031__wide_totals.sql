-- A total holds more than one amount's digits, however many of the largest amounts stand in one column.
ALTER TABLE pl_total ALTER COLUMN amount SET DATA TYPE NUMERIC(38, 6);
ALTER TABLE pl_total ALTER COLUMN weighted SET DATA TYPE NUMERIC(38, 6);
ALTER TABLE pl_total_delta ALTER COLUMN amount SET DATA TYPE NUMERIC(38, 6);
ALTER TABLE pl_total_delta ALTER COLUMN weighted SET DATA TYPE NUMERIC(38, 6);
