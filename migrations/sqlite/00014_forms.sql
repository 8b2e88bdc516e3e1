-- There is a verdict more, for quizzes of three roles or more. A result was asked
-- the short form, the full one, or the full one because the lot fell on the
-- taker. SQLite drops a CHECK only with its table.

-- +goose Up

CREATE TABLE scenarios_of_any_verdict (
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    key        TEXT    NOT NULL CHECK (key <> ''),
    position   INTEGER NOT NULL CHECK (position >= 0),
    name       TEXT    NOT NULL,
    answers    TEXT    NOT NULL,
    verdict    TEXT    NOT NULL CHECK (verdict IN ('not_enough', 'none_stands_out', 'balanced', 'leaning', 'clear')),
    role_key   TEXT,
    PRIMARY KEY (version_id, key),
    UNIQUE (version_id, position),
    FOREIGN KEY (version_id, role_key) REFERENCES roles (version_id, key)
) STRICT;

INSERT INTO scenarios_of_any_verdict
    (version_id, key, position, name, answers, verdict, role_key)
SELECT version_id, key, position, name, answers, verdict, role_key
FROM scenarios;

DROP TABLE scenarios;
ALTER TABLE scenarios_of_any_verdict RENAME TO scenarios;

-- A deleted result keeps its id, version and time of deletion, nothing else.
-- top_role is no foreign key: each role replaced in a draft would make SQLite
-- look through all results. Without a rowid an insert touches one tree less.
CREATE TABLE results_in_any_form (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 18),
    version_id  INTEGER NOT NULL REFERENCES quiz_versions (id),
    finished_at INTEGER,
    answers     TEXT CHECK (answers <> ''),
    asked       TEXT,
    shuffle     INTEGER,
    verdict     TEXT CHECK (verdict IN ('not_enough', 'none_stands_out', 'balanced', 'leaning', 'clear')),
    top_role    TEXT CHECK (top_role <> ''),
    probability REAL CHECK (probability BETWEEN 0 AND 1),
    duration_ms INTEGER CHECK (duration_ms >= 0),
    form        TEXT CHECK (form IN ('short', 'full', 'lot')),
    is_hurried  INTEGER CHECK (is_hurried IN (0, 1)),
    deleted_at  INTEGER,
    CHECK (CASE WHEN deleted_at IS NULL
        THEN finished_at IS NOT NULL AND answers IS NOT NULL AND asked IS NOT NULL
            AND shuffle IS NOT NULL AND verdict IS NOT NULL AND probability IS NOT NULL
            AND duration_ms IS NOT NULL AND form IS NOT NULL AND is_hurried IS NOT NULL
            AND (top_role IS NOT NULL OR verdict = 'not_enough')
        ELSE finished_at IS NULL AND answers IS NULL AND asked IS NULL
            AND shuffle IS NULL AND verdict IS NULL AND probability IS NULL
            AND duration_ms IS NULL AND form IS NULL AND is_hurried IS NULL
            AND top_role IS NULL
        END)
) STRICT, WITHOUT ROWID;

INSERT INTO results_in_any_form
    (id, version_id, finished_at, answers, asked, shuffle, verdict, top_role, probability, duration_ms, form, is_hurried, deleted_at)
SELECT id, version_id, finished_at, answers, asked, shuffle, verdict, top_role, probability, duration_ms, CASE is_full WHEN 1 THEN 'full' WHEN 0 THEN 'short' END, is_hurried, deleted_at
FROM results;

DROP TABLE results;
ALTER TABLE results_in_any_form RENAME TO results;

CREATE INDEX results_by_day ON results (finished_at) WHERE finished_at IS NOT NULL;

-- What the results finished on a day add up to. A day counts from 1970, UTC.
-- All of it can be counted again from results and outcomes.
CREATE TABLE day_stats_by_form (
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    part       TEXT    NOT NULL CHECK (part <> ''),
    day        INTEGER NOT NULL,
    form       TEXT    NOT NULL CHECK (form IN ('short', 'full', 'lot')),
    is_hurried INTEGER NOT NULL CHECK (is_hurried IN (0, 1)),
    sums       BLOB    NOT NULL,
    PRIMARY KEY (version_id, part, day, form, is_hurried)
) STRICT;

INSERT INTO day_stats_by_form
    (version_id, part, day, form, is_hurried, sums)
SELECT version_id, part, day, CASE is_full WHEN 1 THEN 'full' ELSE 'short' END, is_hurried, sums
FROM day_stats;

DROP TABLE day_stats;
ALTER TABLE day_stats_by_form RENAME TO day_stats;

CREATE INDEX day_stats_by_day ON day_stats (day);
