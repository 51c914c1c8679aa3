-- The words that q finds an opportunity by; a beginning is a range, so the order must be that of the code points.
CREATE TABLE pl_term (
  opportunity_id BIGINT NOT NULL,
  term           VARCHAR(40) NOT NULL,
  PRIMARY KEY (opportunity_id, term)
);
CREATE INDEX pl_term_term ON pl_term (term, opportunity_id);
