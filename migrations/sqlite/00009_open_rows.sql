-- +goose Up

-- Whether another job was said from the same address in the same month before,
-- as far as the program that took it remembers. No address is kept. It is
-- cleared when the month is published.
ALTER TABLE outcomes ADD COLUMN is_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_repeat IN (0, 1));

-- Who is in open data, in which group. A group is published as long as all its
-- people are there, and never gets another. month counts from the year 0, UTC,
-- and is the one the job was said in.
CREATE TABLE open_rows (
    result_id  BLOB    NOT NULL PRIMARY KEY REFERENCES results (id),
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    month      INTEGER NOT NULL,
    group_id   INTEGER NOT NULL,
    people     INTEGER NOT NULL CHECK (people > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX open_rows_of_version ON open_rows (version_id, month, group_id);

-- The first month that is not published yet.
ALTER TABLE roll_up ADD COLUMN open_until INTEGER NOT NULL DEFAULT 0;
