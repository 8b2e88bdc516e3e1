-- Days are added up in one more part: where people stand on each dimension. All
-- days are counted again; until then what is kept of them stays as it is.

-- +goose Up

UPDATE roll_up SET ran_at = NULL WHERE id = 1;
