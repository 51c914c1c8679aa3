-- Deliveries of a message to many people, a line each, until they get rows in ch_delivery.
CREATE TABLE ch_delivery_late (
  id BIGINT PRIMARY KEY,
  record_type VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  entry_id BIGINT NOT NULL REFERENCES ch_entry (id) ON DELETE CASCADE,
  deliveries VARCHAR(1000000) NOT NULL
);
CREATE INDEX ch_delivery_late_entry ON ch_delivery_late (entry_id);
CREATE INDEX ch_delivery_late_record ON ch_delivery_late (record_type, record_id);
