-- +goose Up

-- Who saved a draft last and when, and who published a version. Rows of before
-- were saved by nobody in particular.
ALTER TABLE quiz_versions ADD COLUMN saved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE quiz_versions ADD COLUMN saved_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE quiz_versions ADD COLUMN published_by TEXT NOT NULL DEFAULT '';
UPDATE quiz_versions SET saved_at = created_at;

-- A discarded draft leaves its numbers, so that no later draft gets them and
-- a form still open on it is known to be stale.
CREATE TABLE discarded_drafts (
    version_id   BIGINT PRIMARY KEY CHECK (version_id > 0),
    revision     BIGINT NOT NULL CHECK (revision >= 0),
    discarded_at BIGINT NOT NULL
);

-- What admins did. Rows are added and never changed: the program has no
-- statement that would.
CREATE TABLE audit_log (
    id          BIGINT PRIMARY KEY CHECK (id > 0),
    at          BIGINT NOT NULL,
    actor       TEXT   NOT NULL CHECK (actor <> ''),
    action      TEXT   NOT NULL CHECK (action <> ''),
    subject     TEXT   NOT NULL,
    before_text TEXT   NOT NULL,
    after_text  TEXT   NOT NULL,
    reason      TEXT   NOT NULL
);
