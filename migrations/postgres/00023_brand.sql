-- +goose Up

-- How the host shows the site as their own, in one row. It stands outside the
-- versions of the quiz.
CREATE TABLE brand (
    id         BIGINT PRIMARY KEY CHECK (id = 1),
    revision   BIGINT NOT NULL,
    settings   TEXT   NOT NULL,
    logo_light BYTEA  NOT NULL, -- PNG, empty for none
    logo_dark  BYTEA  NOT NULL,
    updated_at BIGINT NOT NULL
);
