-- +goose Up

-- Whether another job was said from the same address in the same month before,
-- as far as the program that took it remembers. No address is kept. It is
-- cleared when the month is published.
ALTER TABLE outcomes ADD COLUMN is_repeat BOOLEAN NOT NULL DEFAULT FALSE;

-- Who is in open data, in which group. A group is published as long as all its
-- people are there, and never gets another. month counts from the year 0, UTC,
-- and is the one the job was said in.
CREATE TABLE open_rows (
    result_id  BYTEA  NOT NULL PRIMARY KEY REFERENCES results (id),
    version_id BIGINT NOT NULL REFERENCES quiz_versions (id),
    month      BIGINT NOT NULL,
    group_id   BIGINT NOT NULL,
    people     BIGINT NOT NULL CHECK (people > 0)
);

CREATE INDEX open_rows_of_version ON open_rows (version_id, month, group_id);

-- The first month that is not published yet.
ALTER TABLE roll_up ADD COLUMN open_until BIGINT NOT NULL DEFAULT 0;
