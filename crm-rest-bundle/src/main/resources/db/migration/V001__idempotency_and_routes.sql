-- Answers to POST calls with an idempotency key, for 24 hours. The key is kept as a hash, the body sealed under the key.
CREATE TABLE rest_idempotency (
    user_id      BIGINT        NOT NULL,
    key_id       VARCHAR(64)   NOT NULL,
    request_hash VARCHAR(64),
    status       INTEGER,
    location     VARCHAR(2000),
    etag         VARCHAR(200),
    body         TEXT,
    created_at   TIMESTAMP(6)  NOT NULL,
    PRIMARY KEY (user_id, key_id)
);
CREATE INDEX rest_idempotency_age ON rest_idempotency (created_at);

-- Routes that some resource has answered: while the resource is away they are 503 and not 404, also after a restart.
CREATE TABLE rest_known_route (
    method   VARCHAR(10)   NOT NULL,
    template VARCHAR(500)  NOT NULL,
    seen_at  TIMESTAMP(6)  NOT NULL,
    PRIMARY KEY (method, template)
);
