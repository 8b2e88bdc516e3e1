-- +goose Up

-- What takers read of a version, in another language. field names the place as
-- differences do, "questions.h1.text"; made_of is a fingerprint of the English
-- it was made from.
CREATE TABLE translations (
    version_id  INTEGER NOT NULL REFERENCES quiz_versions (id),
    language    TEXT    NOT NULL CHECK (language <> ''),
    field       TEXT    NOT NULL CHECK (field <> ''),
    text        TEXT    NOT NULL CHECK (text <> ''),
    made_of     TEXT    NOT NULL,
    is_reviewed INTEGER NOT NULL CHECK (is_reviewed IN (0, 1)),
    PRIMARY KEY (version_id, language, field)
) STRICT;
