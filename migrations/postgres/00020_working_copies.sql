-- +goose Up

-- What admins typed into a form of the draft and have not saved: the form as it
-- was sent, by where it goes to and the page it stands on.
CREATE TABLE working_copies (
    admin_id TEXT COLLATE "C" NOT NULL REFERENCES admins (id),
    path     TEXT COLLATE "C" NOT NULL,
    page     TEXT   NOT NULL,
    typed    TEXT   NOT NULL,
    kept_at  BIGINT NOT NULL,
    PRIMARY KEY (admin_id, path)
);
