-- +goose Up

-- Drafts that wait beside the draft, each as a content file, packed. The one
-- that was discarded last has no name.
CREATE TABLE waiting_drafts (
    id      INTEGER NOT NULL PRIMARY KEY,
    name    TEXT    NOT NULL UNIQUE,
    title   TEXT    NOT NULL,
    kept_by TEXT    NOT NULL,
    kept_at INTEGER NOT NULL,
    base_id INTEGER REFERENCES quiz_versions (id),
    content BLOB    NOT NULL
) STRICT;
