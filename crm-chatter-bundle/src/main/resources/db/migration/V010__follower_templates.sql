-- What people of a role hear of when somebody makes them follow a record; without a row the product's defaults hold.
CREATE TABLE ch_follower_template (
  role VARCHAR(20) PRIMARY KEY,
  version BIGINT NOT NULL,
  subtypes VARCHAR(200) NOT NULL
);
