-- There is a verdict more, for quizzes of three roles or more. A result was asked
-- the short form, the full one, or the full one because the lot fell on the
-- taker.

-- +goose Up

ALTER TABLE scenarios DROP CONSTRAINT scenarios_verdict_check;
ALTER TABLE scenarios ADD CONSTRAINT scenarios_verdict_check CHECK (verdict IN ('not_enough', 'none_stands_out', 'balanced', 'leaning', 'clear'));

ALTER TABLE results DROP CONSTRAINT results_verdict_check;
ALTER TABLE results ADD CONSTRAINT results_verdict_check CHECK (verdict IN ('not_enough', 'none_stands_out', 'balanced', 'leaning', 'clear'));

ALTER TABLE results DROP CONSTRAINT results_check;
ALTER TABLE results RENAME COLUMN is_full TO form;
ALTER TABLE results ALTER COLUMN form TYPE TEXT
    USING CASE form WHEN TRUE THEN 'full' WHEN FALSE THEN 'short' END;
ALTER TABLE results ADD CONSTRAINT results_form_check CHECK (form IN ('short', 'full', 'lot'));
ALTER TABLE results ADD CONSTRAINT results_check CHECK (CASE WHEN deleted_at IS NULL
    THEN finished_at IS NOT NULL AND answers IS NOT NULL AND asked IS NOT NULL
        AND shuffle IS NOT NULL AND verdict IS NOT NULL AND probability IS NOT NULL
        AND duration_ms IS NOT NULL AND form IS NOT NULL AND is_hurried IS NOT NULL
        AND (top_role IS NOT NULL OR verdict = 'not_enough')
    ELSE finished_at IS NULL AND answers IS NULL AND asked IS NULL
        AND shuffle IS NULL AND verdict IS NULL AND probability IS NULL
        AND duration_ms IS NULL AND form IS NULL AND is_hurried IS NULL
        AND top_role IS NULL
    END);

-- The order of a key of text is the same on both databases.
ALTER TABLE day_stats RENAME COLUMN is_full TO form;
ALTER TABLE day_stats ALTER COLUMN form TYPE TEXT COLLATE "C"
    USING CASE form WHEN TRUE THEN 'full' ELSE 'short' END;
ALTER TABLE day_stats ADD CONSTRAINT day_stats_form_check CHECK (form IN ('short', 'full', 'lot'));
