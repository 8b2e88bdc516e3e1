-- A version says which language it is written in, '' for English, and what it
-- says of itself, as JSON.

-- +goose Up

ALTER TABLE quiz_versions ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE quiz_versions ADD COLUMN about TEXT NOT NULL DEFAULT '{}';
