// Package rolluptest compares the statistics with a recount, for tests of
// whatever may come between the two. Only tests use it.
package rolluptest

import (
	"bytes"
	"cmp"
	"database/sql"
	"slices"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3" // to read the file without the store

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// Kept is every row of the statistics.
func Kept(t testing.TB, s *store.Store) []quiz.DayPart {
	t.Helper()
	var all []quiz.DayPart
	for _, part := range insight.Parts {
		rows, err := s.DayParts(t.Context(), 0, string(part), 0, 1<<40)
		must(t, err)
		all = append(all, rows...)
	}
	slices.SortFunc(all, inOrder)
	return all
}

func inOrder(a, b quiz.DayPart) int {
	return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Version, b.Version), cmp.Compare(a.Part, b.Part),
		cmp.Compare(a.Form, b.Form), cmp.Compare(number(a.Hurried), number(b.Hurried)))
}

func number(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Equal reports whether rows are the same, bit by bit.
func Equal(a, b []quiz.DayPart) bool {
	return slices.EqualFunc(a, b, func(a, b quiz.DayPart) bool { return inOrder(a, b) == 0 && bytes.Equal(a.Sums, b.Sums) })
}

// WantRecount compares the statistics with all results of the file, added up
// anew, bit by bit, and returns how many parts there are.
func WantRecount(t testing.TB, s *store.Store, path string) int {
	t.Helper()
	got, want := Kept(t, s), recount(t, s, path)
	if !Equal(got, want) {
		t.Errorf("the statistics are not what the results add up to: %d parts, want %d", len(got), len(want))
		for _, p := range want {
			if i := slices.IndexFunc(got, func(o quiz.DayPart) bool { return inOrder(o, p) == 0 }); i < 0 || !bytes.Equal(got[i].Sums, p.Sums) {
				t.Fatalf("the first that differs is %q of day %d", p.Part, p.Day)
			}
		}
	}
	if stale, err := s.StaleDays(t.Context()); err != nil || len(stale) > 0 {
		t.Errorf("still to be counted are %v, %v", stale, err)
	}
	return len(got)
}

// group is what is added up apart.
type group struct {
	version int64
	day     quiz.Day
	form    quiz.Form
	hurried bool
}

// recount reads the file without the store and adds up without the job.
func recount(t testing.TB, s *store.Store, path string) []quiz.DayPart {
	t.Helper()
	shapes, tallies := map[int64]*insight.Shape{}, map[group]*insight.Tally{}
	for _, r := range inFile(t, path) {
		version := r.Result.Version
		if shapes[version] == nil {
			v, err := s.Version(t.Context(), version)
			must(t, err)
			shapes[version] = insight.NewShape(v)
		}
		g := group{version, quiz.Day(r.Result.FinishedAt.Unix() / 86400), r.Result.Form, r.Result.Hurried}
		if tallies[g] == nil {
			tallies[g] = shapes[version].New()
		}
		var said *quiz.Outcome
		if r.Outcome.Role != "" {
			said = &r.Outcome
		}
		_ = tallies[g].Add(r.Result, said) // one that does not fit is left out
	}
	var list []quiz.DayPart
	for g, tally := range tallies {
		for _, part := range insight.Parts {
			list = append(list, quiz.DayPart{
				Version: g.version, Day: g.day, Form: g.form, Hurried: g.hurried, Part: string(part), Sums: tally.Sums(part),
			})
		}
	}
	slices.SortFunc(list, inOrder)
	return list
}

func inFile(t testing.TB, path string) []quiz.Reported {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	must(t, err)
	defer db.Close() //nolint:errcheck // only read from
	rows, err := db.QueryContext(t.Context(), `
		SELECT results.version_id, finished_at, answers, asked, shuffle, verdict, COALESCE(top_role, ''), probability,
			duration_ms, form, is_hurried, COALESCE(role_key, ''), COALESCE(years, 0), COALESCE(suits, 0)
		FROM results LEFT JOIN outcomes ON result_id = id
		WHERE deleted_at IS NULL`)
	must(t, err)
	defer rows.Close() //nolint:errcheck // rows.Err has it
	var all []quiz.Reported
	for rows.Next() {
		var r quiz.Result
		var o quiz.Outcome
		var finished, shuffle, duration int64
		must(t, rows.Scan(&r.Version, &finished, &r.Answers, &r.Asked, &shuffle, &r.Verdict, &r.Top, &r.Probability,
			&duration, &r.Form, &r.Hurried, &o.Role, &o.Years, &o.Suits))
		r.FinishedAt = time.UnixMilli(finished)
		r.Shuffle, r.Duration = quiz.Shuffle(shuffle), time.Duration(duration)*time.Millisecond //nolint:gosec // kept as a signed number
		all = append(all, quiz.Reported{Result: r, Outcome: o})
	}
	must(t, rows.Err())
	return all
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
