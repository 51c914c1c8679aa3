-- What a channel is told beside the text: who did it, and what else the same act brought about.
ALTER TABLE ch_delivery ADD COLUMN cause_id VARCHAR(40);
ALTER TABLE ch_delivery ADD COLUMN author_kind VARCHAR(10);
ALTER TABLE ch_delivery ADD COLUMN author_id BIGINT;
ALTER TABLE ch_delivery ADD COLUMN author_name VARCHAR(255);

-- The inbox is told as by any channel: the order is that of time. Nodes of the version before still write the position.
ALTER TABLE ch_notice ALTER COLUMN log_position SET DEFAULT 0;
CREATE INDEX ch_notice_latest ON ch_notice (record_type, record_id, user_id, notice_at, id);
