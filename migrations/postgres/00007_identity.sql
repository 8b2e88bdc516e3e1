-- +goose Up

-- One row: which quiz this is, among others and among its own backups. The
-- program makes the name, once; it goes along into every copy. copied_at is when
-- a backup was made, NULL in a database that is used.
CREATE TABLE quiz_identity (
    id        BIGINT PRIMARY KEY CHECK (id = 1),
    name      TEXT   NOT NULL CHECK (name <> ''),
    copied_at BIGINT
);
