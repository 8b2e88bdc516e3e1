-- +goose Up
-- The text in the first language that a translation was made from, while
-- another one stands there: so that both can be shown beside each other.
ALTER TABLE translations ADD COLUMN source_was TEXT NOT NULL DEFAULT '';
