-- Stages come from providers: what each of them said last, so that a manager's edits and deletions outlive the next word.
ALTER TABLE pl_stage ADD COLUMN stage_key VARCHAR(80);

CREATE TABLE pl_stage_definition (
  stage_key   VARCHAR(80) NOT NULL,
  team_id     BIGINT NOT NULL,
  stage_id    BIGINT,
  name        VARCHAR(100) NOT NULL,
  kind        VARCHAR(20) NOT NULL,
  seq         INT NOT NULL,
  probability INT NOT NULL,
  folded      BOOLEAN NOT NULL,
  color       VARCHAR(20),
  PRIMARY KEY (stage_key, team_id)
);
-- Taken over from the first migration, edited or not: a stage that a manager has deleted since stays deleted.
INSERT INTO pl_stage_definition (stage_key, team_id, stage_id, name, kind, seq, probability, folded, color) VALUES
  ('new', 0, 1, 'New', 'new', 10, 10, FALSE, '#64748b'),
  ('first_activity', 0, 2, 'First Activity', 'first_activity', 20, 20, FALSE, '#0284c7'),
  ('qualified', 0, 3, 'Qualified', 'normal', 30, 40, FALSE, '#7c3aed'),
  ('proposition', 0, 4, 'Proposition', 'normal', 40, 70, FALSE, '#d97706'),
  ('won', 0, 5, 'Won', 'won', 50, 100, FALSE, '#15803d'),
  ('lost', 0, 6, 'Lost', 'lost', 60, 0, TRUE, '#b91c1c');
UPDATE pl_stage_definition SET stage_id = NULL WHERE stage_id NOT IN (SELECT s.id FROM pl_stage s);
UPDATE pl_stage SET stage_key = (SELECT d.stage_key FROM pl_stage_definition d WHERE d.stage_id = pl_stage.id);
ALTER TABLE pl_stage_definition ADD CONSTRAINT pl_stage_definition_of
  FOREIGN KEY (stage_id) REFERENCES pl_stage (id) ON DELETE SET NULL;
