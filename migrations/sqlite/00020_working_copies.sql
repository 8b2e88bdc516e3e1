-- +goose Up

-- What admins typed into a form of the draft and have not saved: the form as it
-- was sent, by where it goes to and the page it stands on.
CREATE TABLE working_copies (
    admin_id TEXT    NOT NULL REFERENCES admins (id),
    path     TEXT    NOT NULL,
    page     TEXT    NOT NULL,
    typed    TEXT    NOT NULL,
    kept_at  INTEGER NOT NULL,
    PRIMARY KEY (admin_id, path)
) STRICT;
