-- +goose Up

-- What a taker says about the job they do. It goes with the result; version_id
-- is the result's, so that those of one version are found. role_key is a role
-- of that version or 'other'.
CREATE TABLE outcomes (
    result_id  BLOB    NOT NULL PRIMARY KEY REFERENCES results (id),
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    role_key   TEXT    NOT NULL CHECK (role_key <> ''),
    years      INTEGER NOT NULL CHECK (years BETWEEN 0 AND 60),
    suits      INTEGER NOT NULL CHECK (suits BETWEEN 1 AND 5),
    is_open    INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    said_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX outcomes_of_version ON outcomes (version_id, said_at);

-- What the results finished on a day add up to. A day counts from 1970, UTC.
-- All of it can be counted again from results and outcomes.
CREATE TABLE day_stats (
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    part       TEXT    NOT NULL CHECK (part <> ''),
    day        INTEGER NOT NULL,
    is_full    INTEGER NOT NULL CHECK (is_full IN (0, 1)),
    is_hurried INTEGER NOT NULL CHECK (is_hurried IN (0, 1)),
    sums       BLOB    NOT NULL,
    PRIMARY KEY (version_id, part, day, is_full, is_hurried)
) STRICT;

CREATE INDEX day_stats_by_day ON day_stats (day);

-- Days to count again. seq rises with each further reason, so that a count
-- begun before it does not clear the mark.
CREATE TABLE stale_days (
    day INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL CHECK (seq > 0)
) STRICT;

-- What happened on the way through the quiz, without a trace of whom.
CREATE TABLE step_counts (
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    day        INTEGER NOT NULL,
    event      TEXT    NOT NULL CHECK (event <> ''),
    place      INTEGER NOT NULL CHECK (place >= 0),
    n          INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (version_id, day, event, place)
) STRICT, WITHOUT ROWID;

-- One row: when the last count of days began, who counts until when, and how
-- many results were made up to try the quiz out.
CREATE TABLE roll_up (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    ran_at      INTEGER,
    lease_owner TEXT    NOT NULL,
    lease_until INTEGER NOT NULL,
    simulated   INTEGER NOT NULL CHECK (simulated >= 0)
) STRICT;

INSERT INTO roll_up (id, lease_owner, lease_until, simulated) VALUES (1, '', 0, 0);
