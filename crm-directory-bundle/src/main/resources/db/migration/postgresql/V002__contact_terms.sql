CREATE TABLE dir_contact_term (
  contact_id BIGINT NOT NULL REFERENCES dir_contact (id),
  term       VARCHAR(60) COLLATE "C" NOT NULL,
  PRIMARY KEY (contact_id, term)
);
CREATE INDEX dir_contact_term_term ON dir_contact_term (term, contact_id);
