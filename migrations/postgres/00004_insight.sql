-- +goose Up

-- What a taker says about the job they do. It goes with the result; version_id
-- is the result's, so that those of one version are found. role_key is a role
-- of that version or 'other'.
CREATE TABLE outcomes (
    result_id  BYTEA   NOT NULL PRIMARY KEY REFERENCES results (id),
    version_id BIGINT  NOT NULL REFERENCES quiz_versions (id),
    role_key   TEXT    NOT NULL CHECK (role_key <> ''),
    years      BIGINT  NOT NULL CHECK (years BETWEEN 0 AND 60),
    suits      BIGINT  NOT NULL CHECK (suits BETWEEN 1 AND 5),
    is_open    BOOLEAN NOT NULL,
    said_at    BIGINT  NOT NULL
);

CREATE INDEX outcomes_of_version ON outcomes (version_id, said_at);

-- What the results finished on a day add up to. A day counts from 1970, UTC.
-- All of it can be counted again from results and outcomes.
CREATE TABLE day_stats (
    version_id BIGINT           NOT NULL REFERENCES quiz_versions (id),
    part       TEXT COLLATE "C" NOT NULL CHECK (part <> ''),
    day        BIGINT           NOT NULL,
    is_full    BOOLEAN          NOT NULL,
    is_hurried BOOLEAN          NOT NULL,
    sums       BYTEA            NOT NULL,
    PRIMARY KEY (version_id, part, day, is_full, is_hurried)
);

CREATE INDEX day_stats_by_day ON day_stats (day);

-- Days to count again. seq rises with each further reason, so that a count
-- begun before it does not clear the mark.
CREATE TABLE stale_days (
    day BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL CHECK (seq > 0)
);

-- What happened on the way through the quiz, without a trace of whom.
CREATE TABLE step_counts (
    version_id BIGINT           NOT NULL REFERENCES quiz_versions (id),
    day        BIGINT           NOT NULL,
    event      TEXT COLLATE "C" NOT NULL CHECK (event <> ''),
    place      BIGINT           NOT NULL CHECK (place >= 0),
    n          BIGINT           NOT NULL CHECK (n > 0),
    PRIMARY KEY (version_id, day, event, place)
);

-- One row: when the last count of days began, who counts until when, and how
-- many results were made up to try the quiz out.
CREATE TABLE roll_up (
    id          BIGINT PRIMARY KEY CHECK (id = 1),
    ran_at      BIGINT,
    lease_owner TEXT   NOT NULL,
    lease_until BIGINT NOT NULL,
    simulated   BIGINT NOT NULL CHECK (simulated >= 0)
);

INSERT INTO roll_up (id, lease_owner, lease_until, simulated) VALUES (1, '', 0, 0);
