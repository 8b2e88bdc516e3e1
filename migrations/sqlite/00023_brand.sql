-- +goose Up

-- How the host shows the site as their own, in one row. It stands outside the
-- versions of the quiz.
CREATE TABLE brand (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    revision   INTEGER NOT NULL,
    settings   TEXT    NOT NULL,
    logo_light BLOB    NOT NULL, -- PNG, empty for none
    logo_dark  BLOB    NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
