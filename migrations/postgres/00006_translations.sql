-- +goose Up

-- What takers read of a version, in another language. field names the place as
-- differences do, "questions.h1.text"; made_of is a fingerprint of the English
-- it was made from.
CREATE TABLE translations (
    version_id  BIGINT  NOT NULL REFERENCES quiz_versions (id),
    language    TEXT COLLATE "C" NOT NULL CHECK (language <> ''),
    field       TEXT COLLATE "C" NOT NULL CHECK (field <> ''),
    text        TEXT    NOT NULL CHECK (text <> ''),
    made_of     TEXT    NOT NULL,
    is_reviewed BOOLEAN NOT NULL,
    PRIMARY KEY (version_id, language, field)
);
