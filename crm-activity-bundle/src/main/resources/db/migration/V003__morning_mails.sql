-- The last local day on which a user's morning mail was settled: sent, or found to have nothing to say.
CREATE TABLE ac_morning (
  user_id BIGINT PRIMARY KEY,
  told_on DATE NOT NULL
);
