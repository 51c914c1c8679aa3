-- The key of another system may stand on records of people who cannot see each other's: unique only within what one can see.
DROP INDEX pl_opportunity_external;
CREATE INDEX pl_opportunity_external ON pl_opportunity (external_id, id);
DROP INDEX pl_import_key_key;
CREATE UNIQUE INDEX pl_import_key_key ON pl_import_key (ext_key, kind, record_id);
