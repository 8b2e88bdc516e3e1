-- The words of a question are called text everywhere else: in the content file,
-- in translations and on the pages.

-- +goose Up
ALTER TABLE questions RENAME COLUMN prompt TO text;
