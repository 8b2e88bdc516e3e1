-- The program knows the kinds of question and how many options each has; the
-- schema no longer lists them. SQLite drops a CHECK only with its table.

-- +goose Up

CREATE TABLE questions_of_any_kind (
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    key        TEXT    NOT NULL CHECK (key <> ''),
    position   INTEGER NOT NULL CHECK (position >= 0),
    kind       TEXT    NOT NULL CHECK (kind <> ''),
    prompt     TEXT    NOT NULL,
    left_text  TEXT    NOT NULL,
    right_text TEXT    NOT NULL,
    strength   REAL    NOT NULL CHECK (strength >= 0),
    is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    source     TEXT    NOT NULL,
    PRIMARY KEY (version_id, key),
    UNIQUE (version_id, position)
) STRICT;

INSERT INTO questions_of_any_kind
    (version_id, key, position, kind, prompt, left_text, right_text, strength, is_retired, source)
SELECT version_id, key, position, kind, prompt, left_text, right_text, strength, is_retired, source
FROM questions;

DROP TABLE questions;
ALTER TABLE questions_of_any_kind RENAME TO questions;

-- The position of an option is what an answer means.
CREATE TABLE options_of_any_kind (
    version_id   INTEGER NOT NULL,
    question_key TEXT    NOT NULL,
    position     INTEGER NOT NULL CHECK (position >= 0),
    label        TEXT    NOT NULL,
    PRIMARY KEY (version_id, question_key, position),
    FOREIGN KEY (version_id, question_key) REFERENCES questions (version_id, key)
) STRICT;

INSERT INTO options_of_any_kind
    (version_id, question_key, position, label)
SELECT version_id, question_key, position, label
FROM options;

DROP TABLE options;
ALTER TABLE options_of_any_kind RENAME TO options;
