-- +goose Up

-- A key with which an admin signs in without a password. The id is the one the
-- browser knows it by; the key is written as COSE does. uses is what the device
-- counts, 0 for one that does not count.
CREATE TABLE admin_passkeys (
    id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 1023),
    admin_id     TEXT    NOT NULL REFERENCES admins (id),
    name         TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    public_key   BLOB    NOT NULL CHECK (length(public_key) BETWEEN 1 AND 4096),
    uses         INTEGER NOT NULL CHECK (uses BETWEEN 0 AND 4294967295),
    can_back_up  INTEGER NOT NULL CHECK (can_back_up IN (0, 1)),
    is_backed_up INTEGER NOT NULL CHECK (is_backed_up IN (0, 1)),
    created_at   INTEGER NOT NULL,
    used_at      INTEGER,
    CHECK (can_back_up = 1 OR is_backed_up = 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX passkeys_of_admin ON admin_passkeys (admin_id);

-- What a browser was asked to sign, for a few minutes and once. admin_id is who
-- adds a passkey; nobody knows yet who signs in.
CREATE TABLE sign_in_challenges (
    hash       BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    admin_id   TEXT    REFERENCES admins (id),
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX challenges_by_end ON sign_in_challenges (expires_at);
