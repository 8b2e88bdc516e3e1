-- +goose Up

-- How often somebody tried to sign in, and got in. key is a hash of an account,
-- or of an account and a network address. A row may go at expires_at.
CREATE TABLE sign_in_tries (
    key        BLOB    NOT NULL PRIMARY KEY CHECK (length(key) = 32),
    n          INTEGER NOT NULL CHECK (n >= 0),
    tried_at   INTEGER NOT NULL,
    got_in_at  INTEGER,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_tries_expire ON sign_in_tries (expires_at);

-- How often an address did something that is limited, within a minute that
-- began then. key is a hash of what, the minute and the address. Only programs
-- that share a database on PostgreSQL write here.
CREATE TABLE limit_counts (
    began_at INTEGER NOT NULL,
    key      BLOB    NOT NULL CHECK (length(key) = 32),
    n        INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (began_at, key)
) STRICT, WITHOUT ROWID;
