-- +goose Up

-- Which save of the draft changed a field last, by whom and when, so that a
-- form overwrites nothing that changed since it was made. A row without a field
-- stands for all of them: the draft was begun. Rows go when the draft ends.
CREATE TABLE draft_changes (
    version_id BIGINT  NOT NULL REFERENCES quiz_versions (id),
    field      TEXT COLLATE "C" NOT NULL,
    revision   BIGINT  NOT NULL CHECK (revision >= 0),
    changed_by TEXT    NOT NULL,
    changed_at BIGINT  NOT NULL,
    PRIMARY KEY (version_id, field)
);

-- Of a draft of before nobody knows what changed when.
INSERT INTO draft_changes (version_id, field, revision, changed_by, changed_at)
SELECT id, '', revision, saved_by, saved_at FROM quiz_versions WHERE state = 'draft';
