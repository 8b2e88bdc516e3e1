-- +goose Up

-- An admin is never deleted: the audit log names them. Times are unix
-- milliseconds; totp_step is the last code's, so that none is used twice.
CREATE TABLE admins (
    id            TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    email         TEXT COLLATE "C" NOT NULL UNIQUE CHECK (email <> ''),
    role          TEXT             NOT NULL CHECK (role IN ('editor', 'owner')),
    password_hash TEXT             NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    is_temporary  BOOLEAN          NOT NULL,
    is_disabled   BOOLEAN          NOT NULL,
    totp_secret   TEXT             CHECK (totp_secret <> ''),
    totp_step     BIGINT           NOT NULL CHECK (totp_step >= 0),
    created_at    BIGINT           NOT NULL,
    signed_in_at  BIGINT
);

-- A code is deleted when it is used.
CREATE TABLE admin_recovery_codes (
    admin_id TEXT COLLATE "C" NOT NULL REFERENCES admins (id),
    hash     BYTEA            NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (admin_id, hash)
);

CREATE TABLE admin_sessions (
    hash       BYTEA            NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    admin_id   TEXT COLLATE "C" NOT NULL REFERENCES admins (id),
    needs_code BOOLEAN          NOT NULL,
    created_at BIGINT           NOT NULL,
    seen_at    BIGINT           NOT NULL CHECK (seen_at >= created_at)
);

CREATE INDEX admin_sessions_of_admin ON admin_sessions (admin_id);
