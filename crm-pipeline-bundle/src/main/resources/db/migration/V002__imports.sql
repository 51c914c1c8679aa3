-- Imports: an uploaded file waits in blocks of rows; its runs, what they said of each line, and the keys of what came in.
CREATE SEQUENCE pl_import_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE pl_import (
    id              BIGINT PRIMARY KEY,
    version         BIGINT NOT NULL,
    kind            VARCHAR(20) NOT NULL,
    file_name       VARCHAR(400),
    row_count       INTEGER NOT NULL,
    charset         VARCHAR(40) NOT NULL,
    separator       VARCHAR(1) NOT NULL,
    first_activity  BOOLEAN NOT NULL,
    lost_reason_id  BIGINT,
    lost_reason     VARCHAR(200),
    date_order      VARCHAR(3),
    create_missing  VARCHAR(40) NOT NULL,
    currency        VARCHAR(3) NOT NULL,
    name_template   VARCHAR(500),
    created_by      BIGINT,
    created_at      TIMESTAMP(6) NOT NULL
);
CREATE INDEX pl_import_at ON pl_import (created_at, id);
CREATE INDEX pl_import_by ON pl_import (created_by, created_at, id);

CREATE TABLE pl_import_column (
    import_id       BIGINT NOT NULL REFERENCES pl_import (id),
    place           INTEGER NOT NULL,
    name            VARCHAR(120) NOT NULL,
    field           VARCHAR(40),
    filled          INTEGER NOT NULL,
    content         VARCHAR(10) NOT NULL,
    date_order      VARCHAR(3),
    ambiguous       BOOLEAN NOT NULL,
    choices         BYTEA,
    PRIMARY KEY (import_id, place)
);

CREATE TABLE pl_import_choice (
    import_id       BIGINT NOT NULL REFERENCES pl_import (id),
    field           VARCHAR(120) NOT NULL,
    cell            VARCHAR(400) NOT NULL,
    target          VARCHAR(400),
    PRIMARY KEY (import_id, field, cell)
);

CREATE TABLE pl_import_block (
    id              BIGINT PRIMARY KEY,
    import_id       BIGINT NOT NULL REFERENCES pl_import (id),
    place           INTEGER NOT NULL,
    content         BYTEA NOT NULL
);
CREATE UNIQUE INDEX pl_import_block_place ON pl_import_block (import_id, place);

CREATE TABLE pl_import_run (
    id              BIGINT PRIMARY KEY,
    version         BIGINT NOT NULL,
    import_id       BIGINT NOT NULL REFERENCES pl_import (id),
    dry_run         BOOLEAN NOT NULL,
    partial         BOOLEAN NOT NULL,
    state           VARCHAR(12) NOT NULL,
    requested_by    BIGINT,
    requested_at    TIMESTAMP(6) NOT NULL,
    ended_at        TIMESTAMP(6),
    blocks          INTEGER NOT NULL,
    next_block      INTEGER NOT NULL,
    row_count       INTEGER NOT NULL,
    handled         INTEGER NOT NULL,
    created         INTEGER NOT NULL,
    updated         INTEGER NOT NULL,
    skipped         INTEGER NOT NULL,
    failed          INTEGER NOT NULL,
    held            INTEGER NOT NULL,
    first_activities INTEGER NOT NULL,
    tries           INTEGER NOT NULL,
    problem         VARCHAR(500),
    undoing         BOOLEAN NOT NULL,
    removed         INTEGER NOT NULL,
    restored        INTEGER NOT NULL,
    kept            INTEGER NOT NULL
);
CREATE INDEX pl_import_run_import ON pl_import_run (import_id, id);

CREATE TABLE pl_import_line (
    id              BIGINT PRIMARY KEY,
    run_id          BIGINT NOT NULL REFERENCES pl_import_run (id),
    line            INTEGER NOT NULL,
    block           INTEGER NOT NULL,
    status          VARCHAR(8) NOT NULL,
    severity        VARCHAR(8),
    ext_key         VARCHAR(200),
    record_id       BIGINT,
    record_version  BIGINT,
    before_image    BYTEA
);
CREATE UNIQUE INDEX pl_import_line_line ON pl_import_line (run_id, line);
CREATE INDEX pl_import_line_block ON pl_import_line (run_id, block);
CREATE INDEX pl_import_line_key ON pl_import_line (ext_key, run_id);

CREATE TABLE pl_import_problem (
    id              BIGINT PRIMARY KEY,
    run_id          BIGINT NOT NULL REFERENCES pl_import_run (id),
    line            INTEGER NOT NULL,
    column_name     VARCHAR(120),
    code            VARCHAR(60) NOT NULL,
    severity        VARCHAR(8) NOT NULL,
    message         VARCHAR(1000) NOT NULL
);
CREATE INDEX pl_import_problem_line ON pl_import_problem (run_id, line);

CREATE TABLE pl_import_made (
    id              BIGINT PRIMARY KEY,
    run_id          BIGINT NOT NULL REFERENCES pl_import_run (id),
    kind            VARCHAR(10) NOT NULL,
    name_key        VARCHAR(250) NOT NULL,
    record_id       BIGINT
);
CREATE UNIQUE INDEX pl_import_made_name ON pl_import_made (run_id, kind, name_key);

CREATE TABLE pl_import_key (
    id              BIGINT PRIMARY KEY,
    kind            VARCHAR(20) NOT NULL,
    ext_key         VARCHAR(200) NOT NULL,
    record_id       BIGINT NOT NULL,
    run_id          BIGINT NOT NULL,
    cells           BYTEA NOT NULL
);
CREATE UNIQUE INDEX pl_import_key_key ON pl_import_key (ext_key, kind);
CREATE INDEX pl_import_key_run ON pl_import_key (run_id);
