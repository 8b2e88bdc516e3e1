//go:build !race

package store

import (
	"context"
	"database/sql"
	"io/fs"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/migrations"
)

// stepsUntil are the program's steps of before, up to that number.
func stepsUntil(t *testing.T, last string) fs.FS {
	t.Helper()
	steps := fstest.MapFS{}
	names, err := fs.Glob(migrations.SQLite(), "*.sql")
	must(t, err)
	for _, name := range names {
		if name[:len(last)] > last {
			continue
		}
		body, err := fs.ReadFile(migrations.SQLite(), name)
		must(t, err)
		steps[name] = &fstest.MapFile{Data: body}
	}
	return steps
}

// seedBefore publishes a version in a database of before step 13, where the text
// of a question was called prompt and no version said anything of itself.
func seedBefore(t *testing.T, s *Store, v *quiz.Version, now time.Time) {
	t.Helper()
	alter := func(changes ...string) {
		must(t, s.write(t.Context(), "alter", func(ctx context.Context, tx *sql.Tx) error {
			for _, change := range changes {
				if _, err := tx.ExecContext(ctx, "ALTER TABLE "+change); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	alter("questions RENAME COLUMN prompt TO text",
		"quiz_versions ADD COLUMN language TEXT NOT NULL DEFAULT ''", "quiz_versions ADD COLUMN about TEXT NOT NULL DEFAULT '{}'",
		"dimensions ADD COLUMN positive_words TEXT NOT NULL DEFAULT ''", "dimensions ADD COLUMN negative_words TEXT NOT NULL DEFAULT ''")
	must(t, s.SeedFirst(t.Context(), v, now))
	alter("questions RENAME COLUMN text TO prompt", "quiz_versions DROP COLUMN language", "quiz_versions DROP COLUMN about",
		"dimensions DROP COLUMN positive_words", "dimensions DROP COLUMN negative_words")
}

// addBefore keeps a result in a database of before step 14, where the form was
// whether it was full.
func addBefore(t *testing.T, s *Store, r quiz.Result) {
	t.Helper()
	must(t, s.write(t.Context(), "keep a result", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO results
				(id, version_id, finished_at, answers, asked, shuffle, verdict, top_role, probability, duration_ms, is_full, is_hurried)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
			r.ID[:], r.Version, r.FinishedAt.UnixMilli(), r.Answers, r.Asked, int64(r.Shuffle), string(r.Verdict), r.Top,
			r.Probability, r.Duration.Milliseconds(), r.Form.Whole(), r.Hurried)
		return err
	}))
}

func TestADatabaseFromBeforeStatisticsGetsThemAtTheFirstCount(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	old, err := open(t.Context(), Config{Path: path}, stepsUntil(t, "00003"))
	must(t, err)
	first := content.First()
	first.Translations = nil // the steps of before have no place for them
	seedBefore(t, old, first, testNow)
	for n := range 3 {
		r := result(n)
		r.FinishedAt = r.FinishedAt.AddDate(0, -n, 0)
		addBefore(t, old, r)
	}
	must(t, old.Close())
	s := openAt(t, path)
	if got, err := s.Result(t.Context(), result(0).ID); err != nil || got != result(0) {
		t.Errorf("got %+v, %v", got, err)
	}
	now := testNow.Add(time.Hour)
	must(t, rollup.New(s, rollup.Config{Now: func() time.Time { return now }}).Once(t.Context()))
	parts, err := s.DayParts(t.Context(), 1, "totals", 0, quiz.DayOf(now))
	must(t, err)
	if len(parts) != 3 {
		t.Errorf("three days have %d parts", len(parts))
	}
}

func TestAVersionFromBeforeTranslationsIsAskedInEnglishAndTakesThem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	old, err := open(t.Context(), Config{Path: path}, stepsUntil(t, "00005"))
	must(t, err)
	english := content.First()
	english.Translations, english.About = nil, quiz.About{}
	for i := range english.Dimensions {
		english.Dimensions[i].PositiveWords, english.Dimensions[i].NegativeWords = "", ""
	}
	seedBefore(t, old, english, testNow)
	addBefore(t, old, result(1))
	must(t, old.Close())
	s := openAt(t, path)
	v, err := s.Version(t.Context(), 1)
	must(t, err)
	if v.Hash() != english.Hash() || len(v.Languages()) != 0 {
		t.Errorf("the version is another, in %v", v.Languages())
	}
	if got, err := s.Result(t.Context(), result(1).ID); err != nil || got != result(1) {
		t.Errorf("got %+v, %v", got, err)
	}
	draft, err := s.StartDraft(t.Context(), 1, "ada@example.org", testNow)
	must(t, err)
	whole := content.First()
	draft.About, draft.Dimensions, draft.Translations = whole.About, whole.Dimensions, whole.Translations
	must(t, s.SaveDraft(t.Context(), draft, quiz.AuditEntry{At: testNow, By: "ada@example.org", Action: quiz.ActionSaveDraft}))
	if draft, _, err = s.Draft(t.Context()); err != nil || draft.Hash() != whole.Hash() {
		t.Errorf("the draft is in %v: %v", draft.Languages(), err)
	}
}

func TestAFormOnADraftFromBeforeChangesWereKeptOverwritesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	must(t, openWith(t.Context(), path, stepsUntil(t, "00007")))
	runSQL(t, path, `
		INSERT INTO quiz_versions
			(id, state, revision, title, note, settings, guide, hash, created_at, saved_by, saved_at)
		VALUES (2, 'draft', 5, 'Old', '', '{}', '{}', printf('%064d', 0), 1234, 'ada@example.org', 5678)`)
	got, err := openAt(t, path).DraftChanges(t.Context(), 4)
	must(t, err)
	want := []quiz.Change{{Revision: 5, By: "ada@example.org", At: time.UnixMilli(5678).UTC()}}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v", got)
	}
}
