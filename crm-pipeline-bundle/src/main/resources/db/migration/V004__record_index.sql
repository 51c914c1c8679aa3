-- Who may read an opportunity stands in the runtime's record index from here on.
INSERT INTO rt_record (record_type, record_id, title, owner_id, team_id, creator_id, deleted)
  SELECT 'opportunity', o.id, o.name, o.salesperson_id, o.team_id, o.created_by, FALSE FROM pl_opportunity o
  WHERE NOT EXISTS (SELECT 1 FROM rt_record r WHERE r.record_type = 'opportunity' AND r.record_id = o.id);
INSERT INTO rt_record_reader (record_type, record_id, user_id)
  SELECT 'opportunity', f.opportunity_id, f.user_id FROM pl_follower f
  WHERE NOT EXISTS (SELECT 1 FROM rt_record_reader r WHERE r.record_type = 'opportunity' AND r.record_id = f.opportunity_id
    AND r.user_id = f.user_id);
DROP TABLE pl_follower;
