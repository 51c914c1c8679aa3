-- The words that q finds an opportunity by; a beginning is a range, so the order must be that of the code points.
CREATE TABLE pl_term (
  opportunity_id BIGINT NOT NULL,
  term           VARCHAR(40) COLLATE "C" NOT NULL,
  PRIMARY KEY (opportunity_id, term)
);
CREATE INDEX pl_term_term ON pl_term (term, opportunity_id);
-- the orders of the list (H2 has no indexes on expressions)
CREATE INDEX pl_opportunity_by_name ON pl_opportunity (LOWER(name), id);
CREATE INDEX pl_opportunity_by_closing ON pl_opportunity (COALESCE(expected_closing, DATE '1900-01-01'), id);
CREATE INDEX pl_opportunity_by_closed ON pl_opportunity (COALESCE(closed_at, TIMESTAMP '1900-01-01 00:00:00'), id);
CREATE INDEX pl_opportunity_by_amount ON pl_opportunity (COALESCE(amount, -1), id);
CREATE INDEX pl_opportunity_by_activity ON pl_opportunity (COALESCE(late_from, TIMESTAMP '9999-01-01 00:00:00'), id);
CREATE INDEX pl_opportunity_by_since ON pl_opportunity (stage_since, id);
CREATE INDEX pl_opportunity_by_priority ON pl_opportunity (priority, id);
