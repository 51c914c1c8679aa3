-- A table with everything that modules use.
-- EclipseLink takes the 50 numbers that end with the one it gets: so the first one is 50.
CREATE SEQUENCE sample_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE sample_thing (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL UNIQUE,
  number BIGINT NOT NULL
);
