-- +goose Up

-- The last saved changes of the draft, each with a whole content file, packed:
-- of the draft as it was before the change; of a change that was undone, as it
-- was after it. Rows go when the draft ends.
CREATE TABLE draft_saves (
    version_id BIGINT NOT NULL REFERENCES quiz_versions (id),
    revision   BIGINT NOT NULL CHECK (revision >= 0),
    saved_by   TEXT   NOT NULL,
    saved_at   BIGINT NOT NULL,
    action     TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    names      TEXT   NOT NULL,
    n          BIGINT NOT NULL CHECK (n > 0),
    content    BYTEA  NOT NULL,
    undone_by  TEXT   NOT NULL DEFAULT '',
    undone_at  BIGINT,
    PRIMARY KEY (version_id, revision)
);
