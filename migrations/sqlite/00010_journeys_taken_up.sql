-- +goose Up

-- Journeys that were finished in a browser that took them up from a link. The
-- row of results with the key origin is empty then, as of a deleted result, so
-- that the journey ends in one result wherever it is finished.
CREATE TABLE taken_up (
    origin    BLOB NOT NULL PRIMARY KEY REFERENCES results (id),
    result_id BLOB NOT NULL REFERENCES results (id)
) STRICT, WITHOUT ROWID;
