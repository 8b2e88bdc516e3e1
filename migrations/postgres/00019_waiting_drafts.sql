-- +goose Up

-- Drafts that wait beside the draft, each as a content file, packed. The one
-- that was discarded last has no name.
CREATE TABLE waiting_drafts (
    id      BIGINT NOT NULL PRIMARY KEY,
    name    TEXT   NOT NULL UNIQUE,
    title   TEXT   NOT NULL,
    kept_by TEXT   NOT NULL,
    kept_at BIGINT NOT NULL,
    base_id BIGINT REFERENCES quiz_versions (id),
    content BYTEA  NOT NULL
);
