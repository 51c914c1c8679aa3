-- Who may read a record stands in the runtime's record index from here on; deleted records are remembered there too.
INSERT INTO rt_record (record_type, record_id, title, owner_id, team_id, creator_id, deleted)
  SELECT a.record_type, a.record_id, a.title, a.salesperson_id, a.team_id, a.created_by, a.deleted FROM ac_record a
  WHERE NOT EXISTS (SELECT 1 FROM rt_record r WHERE r.record_type = a.record_type AND r.record_id = a.record_id);
INSERT INTO rt_record_reader (record_type, record_id, user_id)
  SELECT f.record_type, f.record_id, f.user_id FROM ac_record_follower f
  WHERE NOT EXISTS (SELECT 1 FROM rt_record_reader r WHERE r.record_type = f.record_type AND r.record_id = f.record_id
    AND r.user_id = f.user_id);
DELETE FROM ac_record WHERE deleted = TRUE;
DROP TABLE ac_record_follower;
DROP INDEX ac_record_salesperson;
DROP INDEX ac_record_team;
ALTER TABLE ac_record DROP COLUMN title;
ALTER TABLE ac_record DROP COLUMN salesperson_id;
ALTER TABLE ac_record DROP COLUMN team_id;
ALTER TABLE ac_record DROP COLUMN created_by;
ALTER TABLE ac_record DROP COLUMN deleted;
