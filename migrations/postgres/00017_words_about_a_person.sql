-- What to say to somebody who stands at an end of a dimension, '' for nothing.

-- +goose Up

ALTER TABLE dimensions ADD COLUMN positive_words TEXT NOT NULL DEFAULT '';
ALTER TABLE dimensions ADD COLUMN negative_words TEXT NOT NULL DEFAULT '';
