-- The program knows the kinds of question and how many options each has; the
-- schema no longer lists them.

-- +goose Up

ALTER TABLE questions DROP CONSTRAINT questions_kind_check;
ALTER TABLE questions ADD CONSTRAINT questions_kind_check CHECK (kind <> '');
ALTER TABLE options DROP CONSTRAINT options_position_check;
ALTER TABLE options ADD CONSTRAINT options_position_check CHECK (position >= 0);
