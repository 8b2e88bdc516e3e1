package rollup_test

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"path/filepath"
	"slices"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3" // to read the file without the store

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/internal/store"
	"whichpm/internal/store/storetest"
)

// open makes a database with the first version and says where it is.
func open(t testing.TB) (*store.Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "whichpm.db")
	s := openAt(t, path)
	must(t, s.SeedFirst(t.Context(), content.First(), storetest.Now))
	return s, path
}

func openAt(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), store.Config{Path: path})
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

// running starts a job and returns what ends it.
func running(t *testing.T, job *rollup.Job) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		job.Run(ctx)
	}()
	return func() {
		cancel()
		<-ended
	}
}

// until looks again and again.
func until(t *testing.T, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !done(); {
		if time.Now().After(deadline) {
			t.Fatal("it did not happen")
		}
	}
}

// kept is every row of the statistics.
func kept(t testing.TB, s *store.Store) []quiz.DayPart {
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
		cmp.Compare(number(a.Full), number(b.Full)), cmp.Compare(number(a.Hurried), number(b.Hurried)))
}

func number(is bool) int {
	if is {
		return 1
	}
	return 0
}

func equal(a, b []quiz.DayPart) bool {
	return slices.EqualFunc(a, b, func(a, b quiz.DayPart) bool { return inOrder(a, b) == 0 && bytes.Equal(a.Sums, b.Sums) })
}

// wantRecount compares the statistics with all results of the file, added up
// anew, bit by bit, and returns how many parts there are.
func wantRecount(t testing.TB, s *store.Store, path string) int {
	t.Helper()
	got, want := kept(t, s), recount(t, s, path)
	if !equal(got, want) {
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
	day           quiz.Day
	full, hurried bool
}

// recount reads the file without the store and adds up without the job.
func recount(t testing.TB, s *store.Store, path string) []quiz.DayPart {
	t.Helper()
	v, err := s.Version(t.Context(), 1)
	must(t, err)
	shape, tallies := insight.NewShape(v), map[group]*insight.Tally{}
	for _, r := range inFile(t, path) {
		g := group{quiz.Day(r.Result.FinishedAt.Unix() / 86400), r.Result.Full, r.Result.Hurried}
		if tallies[g] == nil {
			tallies[g] = shape.New()
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
				Version: 1, Day: g.day, Full: g.full, Hurried: g.hurried, Part: string(part), Sums: tally.Sums(part),
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
			duration_ms, is_full, is_hurried, COALESCE(role_key, ''), COALESCE(years, 0), COALESCE(suits, 0)
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
			&duration, &r.Full, &r.Hurried, &o.Role, &o.Years, &o.Suits))
		r.FinishedAt = time.UnixMilli(finished)
		r.Shuffle, r.Duration = quiz.Shuffle(shuffle), time.Duration(duration)*time.Millisecond
		all = append(all, quiz.Reported{Result: r, Outcome: o})
	}
	must(t, rows.Err())
	return all
}
