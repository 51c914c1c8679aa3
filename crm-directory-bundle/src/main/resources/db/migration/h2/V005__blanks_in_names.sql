-- Names are compared with white space of any kind as one blank.
UPDATE dir_contact SET name_key = TRIM(REGEXP_REPLACE(name_key, '[\s\p{Z}]+', ' ')) WHERE name_key <> TRIM(REGEXP_REPLACE(name_key, '[\s\p{Z}]+', ' '));
UPDATE dir_user SET name_key = TRIM(REGEXP_REPLACE(name_key, '[\s\p{Z}]+', ' ')) WHERE name_key <> TRIM(REGEXP_REPLACE(name_key, '[\s\p{Z}]+', ' '));
UPDATE dir_team SET name_key = TRIM(REGEXP_REPLACE(name_key, '[\s\p{Z}]+', ' ')) WHERE name_key <> TRIM(REGEXP_REPLACE(name_key, '[\s\p{Z}]+', ' '))
  AND NOT EXISTS (SELECT 1 FROM dir_team other WHERE other.id <> dir_team.id AND TRIM(REGEXP_REPLACE(other.name_key, '[\s\p{Z}]+', ' ')) = TRIM(REGEXP_REPLACE(dir_team.name_key, '[\s\p{Z}]+', ' ')));
