-- Which records there are and who may read them stands in the runtime's record index from here on; deleted records are remembered
-- there too. What stays is the customer and how far the record is.
INSERT INTO rt_record (record_type, record_id, title, owner_id, team_id, creator_id, deleted)
  SELECT c.record_type, c.record_id, c.title, c.salesperson_id, c.team_id, c.created_by, c.deleted FROM ch_record c
  WHERE NOT EXISTS (SELECT 1 FROM rt_record r WHERE r.record_type = c.record_type AND r.record_id = c.record_id);
INSERT INTO rt_record_reader (record_type, record_id, user_id)
  SELECT f.record_type, f.record_id, f.person_id FROM ch_follower f
  WHERE f.person_kind = 'user' AND f.record_type <> 'team'
    AND NOT EXISTS (SELECT 1 FROM rt_record_reader r WHERE r.record_type = f.record_type AND r.record_id = f.record_id
    AND r.user_id = f.person_id);
DELETE FROM ch_record WHERE deleted = TRUE;
ALTER TABLE ch_record DROP COLUMN title;
ALTER TABLE ch_record DROP COLUMN salesperson_id;
ALTER TABLE ch_record DROP COLUMN team_id;
ALTER TABLE ch_record DROP COLUMN created_by;
ALTER TABLE ch_record DROP COLUMN deleted;
ALTER TABLE ch_record RENAME TO ch_record_detail;
