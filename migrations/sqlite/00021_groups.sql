-- +goose Up

-- Some people who took the quiz and see together where they stand. A deleted
-- group keeps its keys and days, nothing else.
CREATE TABLE quiz_groups (
    id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 18),
    organiser       BLOB    NOT NULL UNIQUE CHECK (length(organiser) = 18),
    kind            TEXT    NOT NULL CHECK (kind IN ('anonymous', 'named')),
    name            TEXT    NOT NULL,
    least           INTEGER NOT NULL CHECK (least BETWEEN 2 AND 20),
    organiser_joins INTEGER NOT NULL CHECK (organiser_joins IN (0, 1)),
    created_at      INTEGER NOT NULL,
    closes_at       INTEGER NOT NULL,
    ends_at         INTEGER NOT NULL,
    closed_at       INTEGER,
    picture         TEXT    NOT NULL,
    deleted_at      INTEGER,
    CHECK (kind = 'named' OR least >= 5),
    CHECK (picture = '' OR kind = 'anonymous' AND closed_at IS NOT NULL AND deleted_at IS NULL),
    CHECK ((name = '') = (deleted_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX groups_by_end ON quiz_groups (ends_at) WHERE deleted_at IS NULL;

-- The addresses under which people join. The first one is the group's own.
CREATE TABLE group_invitations (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 18),
    group_id   BLOB NOT NULL REFERENCES quiz_groups (id),
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX one_invitation ON group_invitations (group_id) WHERE revoked_at IS NULL;

-- Who is in a group. Of a group without names nobody knows when they came.
CREATE TABLE group_members (
    group_id  BLOB NOT NULL REFERENCES quiz_groups (id),
    result_id BLOB NOT NULL REFERENCES results (id),
    name      TEXT NOT NULL,
    joined_at INTEGER,
    PRIMARY KEY (group_id, result_id),
    CHECK ((name = '') = (joined_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX groups_of_result ON group_members (result_id);
