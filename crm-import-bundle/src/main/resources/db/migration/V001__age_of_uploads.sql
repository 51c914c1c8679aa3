-- The tables of imports were made by the pipeline's migrations and keep their names; from here on they change here.
-- Uploaded rows are forgotten after a while (retention imports.uploads). A node of an older version does not know the column.
ALTER TABLE pl_import_block ADD COLUMN kept_since TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL;
CREATE INDEX pl_import_block_since ON pl_import_block (kept_since);
