-- +goose Up

-- How often somebody tried to sign in, and got in. key is a hash of an account,
-- or of an account and a network address. A row may go at expires_at.
CREATE TABLE sign_in_tries (
    key        BYTEA  NOT NULL PRIMARY KEY CHECK (length(key) = 32),
    n          BIGINT NOT NULL CHECK (n >= 0),
    tried_at   BIGINT NOT NULL,
    got_in_at  BIGINT,
    expires_at BIGINT NOT NULL
);

CREATE INDEX sign_in_tries_expire ON sign_in_tries (expires_at);

-- How often an address did something that is limited, within a minute that
-- began then. key is a hash of what, the minute and the address. Not logged:
-- it stays out of archived logs, base backups and standbys, and may be lost.
CREATE UNLOGGED TABLE limit_counts (
    began_at BIGINT NOT NULL,
    key      BYTEA  NOT NULL CHECK (length(key) = 32),
    n        BIGINT NOT NULL CHECK (n > 0),
    PRIMARY KEY (began_at, key)
);
