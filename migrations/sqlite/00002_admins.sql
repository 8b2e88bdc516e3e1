-- +goose Up

-- An admin is never deleted: the audit log names them. Times are unix
-- milliseconds; totp_step is the last code's, so that none is used twice.
CREATE TABLE admins (
    id            TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    email         TEXT    NOT NULL UNIQUE CHECK (email <> ''),
    role          TEXT    NOT NULL CHECK (role IN ('editor', 'owner')),
    password_hash TEXT    NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    is_temporary  INTEGER NOT NULL CHECK (is_temporary IN (0, 1)),
    is_disabled   INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
    totp_secret   TEXT    CHECK (totp_secret <> ''),
    totp_step     INTEGER NOT NULL CHECK (totp_step >= 0),
    created_at    INTEGER NOT NULL,
    signed_in_at  INTEGER
) STRICT, WITHOUT ROWID;

-- A code is deleted when it is used.
CREATE TABLE admin_recovery_codes (
    admin_id TEXT NOT NULL REFERENCES admins (id),
    hash     BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (admin_id, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE admin_sessions (
    hash       BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    admin_id   TEXT    NOT NULL REFERENCES admins (id),
    needs_code INTEGER NOT NULL CHECK (needs_code IN (0, 1)),
    created_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL CHECK (seen_at >= created_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX admin_sessions_of_admin ON admin_sessions (admin_id);
