//go:build !race

package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/brand"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/internal/simulate"
	"whichpm/internal/test/storetest/pgserver"
)

// newPlaces makes a place for a new database of each kind.
var newPlaces = map[string]func(t testing.TB) Config{
	"SQLite":     func(t testing.TB) Config { return Config{Path: filepath.Join(t.TempDir(), "whichpm.db")} },
	"PostgreSQL": func(t testing.TB) Config { return Config{URL: pgserver.Database(t)} },
}

// onBothEmpty runs a test on a new database of each kind without a version.
func onBothEmpty(t *testing.T, test func(t *testing.T, s *Store)) {
	for name, place := range newPlaces {
		t.Run(name, func(t *testing.T) { test(t, openIn(t, place(t))) })
	}
}

func openIn(t testing.TB, c Config) *Store {
	t.Helper()
	s, err := Open(t.Context(), c)
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

// testGroup is a group that somebody made at testNow.
func testGroup(t testing.TB, kind quiz.GroupKind) quiz.Group {
	t.Helper()
	f := quiz.NewGroupForm("")
	f.Kind, f.Name = string(kind), "Class 7"
	g, _, err := quiz.NewGroup(f, quiz.LeastLeast, testNow)
	must(t, err)
	return g
}

// usedDatabase makes a database with something in every table and closes it.
func usedDatabase(t testing.TB, c Config, takers int) {
	t.Helper()
	s, err := Open(t.Context(), c)
	must(t, err)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	v, err := s.Version(t.Context(), 1)
	must(t, err)
	_, err = simulate.Fill(t.Context(), s, v, simulate.Config{Takers: takers, Seed: 7}, simulate.Span{Until: testNow, Days: 20})
	must(t, err)
	for n := range 3 {
		r := result(n)
		must(t, s.AddResult(t.Context(), r))
		sh := quiz.Share{ID: quiz.NewShareID(testNow, [16]byte{byte(n)}), Result: r.ID, Scope: quiz.ScopeProfile, Name: "Ада", CreatedAt: testNow}
		must(t, s.AddShare(t.Context(), sh))
		if n == 1 {
			must(t, s.RevokeShare(t.Context(), r.ID, sh.ID, testNow))
		}
	}
	g := testGroup(t, quiz.Named)
	must(t, s.AddGroup(t.Context(), g))
	must(t, s.JoinGroup(t.Context(), quiz.Member{Group: g.ID, Result: result(0).ID, Name: "Ада", JoinedAt: testNow}, testNow))
	elsewhere := result(3)
	elsewhere.Origin = result(4).ID
	must(t, s.AddResult(t.Context(), elsewhere))
	must(t, s.AddOutcome(t.Context(), quiz.Outcome{Result: result(0).ID, Role: quiz.OtherRole, Suits: 3, Open: true, SaidAt: testNow}))
	must(t, s.DeleteResult(t.Context(), result(2).ID, testNow))
	must(t, rollup.New(s, rollup.Config{Now: func() time.Time { return testNow }}).Once(t.Context()))
	must(t, s.MarkStale(t.Context(), quiz.DayOf(testNow)))
	_, err = s.Lease(t.Context(), "ada", testNow.Add(time.Hour), testNow.Add(2*time.Hour))
	must(t, err)
	open := []quiz.OpenRow{{Result: result(0).ID, Version: 1, Month: quiz.MonthOf(testNow), Group: 7, People: 1}}
	must(t, s.KeepOpen(t.Context(), "ada", 0, quiz.MonthOf(testNow)+1, open))
	for _, id := range []string{"b", "A", "é"} {
		a := auth.Admin{ID: id, Email: id + "@example.org", Role: auth.Owner, PasswordHash: "$argon2id$x", CreatedAt: testNow}
		must(t, s.AddAdmin(t.Context(), auth.Admin{}, a, tryEntry))
		must(t, s.SetSecondFactor(t.Context(), a, "SECRET", 7, []auth.Digest{{1}, {2}}, tryEntry))
		a.TOTPSecret = "SECRET"
		must(t, s.AddPasskey(t.Context(), a, auth.Passkey{ID: []byte(id), Name: "Ада", Key: []byte{1}, Uses: 1 << 31, CanBackUp: true, CreatedAt: testNow}, tryEntry))
		must(t, s.AddChallenge(t.Context(), auth.Challenge{Hash: auth.Digest{id[0]}, Admin: id, ExpiresAt: testNow}))
		must(t, s.SignIn(t.Context(), auth.Session{Hash: auth.Digest{id[0]}, Admin: id, CreatedAt: testNow, SeenAt: testNow}, a, auth.Digest{}, tryEntry))
	}
	d, err := s.StartDraft(t.Context(), 1, "ada", testNow)
	must(t, err)
	must(t, s.SetAside(t.Context(), d.Revision, "Ада", tryEntry))
	d, err = s.StartDraft(t.Context(), 1, "ada", testNow)
	must(t, err)
	must(t, s.DiscardDraft(t.Context(), d.Revision, tryEntry))
	d, err = s.StartDraft(t.Context(), 1, "ada", testNow)
	must(t, err)
	d.Scenarios = []quiz.Scenario{{Key: "s", Name: "Ada", Answers: map[string]int{}, Verdict: quiz.NotEnough}}
	must(t, s.SaveDraft(t.Context(), d, tryEntry))
	must(t, s.ChangeTries(t.Context(), auth.Digest{1}, auth.Digest{2}, func(_, _ auth.Tries) (auth.Tries, auth.Tries) {
		return auth.Tries{Count: 1, At: testNow}, auth.Tries{At: testNow, GotIn: testNow}
	}))
	must(t, s.KeepTyped(t.Context(), quiz.WorkingCopy{Admin: "A", To: "/admin/guide", Page: "/admin/guide", Typed: "guide.credit=%C3%A9", At: testNow}))
	_, err = s.SaveBrand(t.Context(), brand.Brand{Settings: brand.Settings{Name: "Ада"}, LogoLight: []byte{0, 1}}, tryEntry)
	must(t, err)
	must(t, s.AddLimitCounts(t.Context(), []auth.LimitCount{{Key: auth.Digest{3}, Began: testNow, N: 4}}))
	must(t, s.Close())
}

// allRows spells what a database holds.
func allRows(t *testing.T, c Config) (rows []string) {
	t.Helper()
	e, err := openSource(t.Context(), c)
	must(t, err)
	for _, one := range append(slices.Clone(copied), heartbeatTable) {
		all, err := e.after(t.Context(), one, nil)
		must(t, err)
		if len(all) == 0 {
			t.Errorf("%s has no row to copy: put one in usedDatabase", one.name)
		}
		for i := 0; len(all) > 0; i++ {
			for _, row := range all {
				rows = append(rows, fmt.Sprintf("%s %#v", one.name, row))
			}
			all, err = e.after(t.Context(), one, one.keyOf(all[len(all)-1]))
			must(t, err)
		}
	}
	must(t, e.close())
	return rows
}

func silent(int64, int64) {}

func TestACopyThereAndBackHasTheSameRows(t *testing.T) {
	first, second, third := newPlaces["SQLite"](t), newPlaces["PostgreSQL"](t), newPlaces["SQLite"](t)
	usedDatabase(t, first, 600)
	want := allRows(t, first)
	there, err := Copy(t.Context(), first, second, silent)
	must(t, err)
	back, err := Copy(t.Context(), second, third, silent)
	must(t, err)
	if !slices.Equal(there.Tables, back.Tables) || len(there.Tables) != len(copied) || there.Resumed != 0 {
		t.Errorf("there %+v and back %+v", there, back)
	}
	for _, c := range []Config{second, third} {
		if got := allRows(t, c); !slices.Equal(got, want) {
			t.Errorf("got %s", firstDifference(got, want))
		}
		s := openIn(t, c) // a server starts on it
		must(t, s.AddResult(t.Context(), result(99)))
	}
}

func TestACopyLeavesTheFilesOfItsSourceAlone(t *testing.T) {
	running, crashed, target := newPlaces["SQLite"](t), newPlaces["SQLite"](t), newPlaces["SQLite"](t)
	s := openIn(t, running)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	for n := range 10 {
		must(t, s.AddResult(t.Context(), result(n)))
	}
	want := map[string][]byte{}
	for _, part := range []string{"", "-wal"} { // what a program that was killed leaves behind
		body, err := os.ReadFile(running.Path + part)
		must(t, err)
		must(t, os.WriteFile(crashed.Path+part, body, 0o600))
		want[part] = body
	}
	done, err := Copy(t.Context(), crashed, target, silent)
	must(t, err)
	if i := slices.IndexFunc(done.Tables, func(c CopiedTable) bool { return c.Name == "results" }); done.Tables[i].Rows != 10 {
		t.Errorf("%d results came over", done.Tables[i].Rows)
	}
	for part, body := range want {
		after, err := os.ReadFile(crashed.Path + part)
		if err != nil || !bytes.Equal(after, body) {
			t.Errorf("the source's file %q changed: %v", part, err)
		}
	}
}

// cut copies until so many rows went over and is cut off.
func cut(t *testing.T, from, to Config, after int64) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Copy(ctx, from, to, func(done, _ int64) {
		if done >= after {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("a copy that is cut off ends with %v", err)
	}
}

func TestACopyThatIsCutOffGoesOnAndIsNoDatabaseUntilThen(t *testing.T) {
	source, other, old := newPlaces["SQLite"](t), newPlaces["SQLite"](t), newPlaces["SQLite"](t)
	usedDatabase(t, source, 2500)
	s := openIn(t, other)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow.Add(time.Hour)))
	for name, place := range newPlaces {
		t.Run(name, func(t *testing.T) {
			target := place(t)
			cut(t, source, target, 1)    // within the versions
			cut(t, source, target, 1500) // within the results
			for what, err := range map[string]error{
				"start": start(t, target), "read": read(t, target), "copy": move(t, target, old),
			} {
				if err == nil || !strings.Contains(err.Error(), "half-finished copy") {
					t.Errorf("%s on half a copy: %v", what, err)
				}
			}
			if err := move(t, other, target); err == nil || !strings.Contains(err.Error(), "half-finished copy of another database") {
				t.Errorf("another database on half a copy: %v", err)
			}
			var shown []int64
			var most int64
			done, err := Copy(t.Context(), source, target, func(done, total int64) { shown, most = append(shown, done), total })
			must(t, err)
			if done.Resumed < 1000 || shown[0] != done.Resumed || !slices.IsSorted(shown) || shown[len(shown)-1] != most {
				t.Errorf("it went on after %d rows and showed %d of %d", done.Resumed, shown, most)
			}
			if got, want := allRows(t, target), allRows(t, source); !slices.Equal(got, want) {
				t.Errorf("got %s", firstDifference(got, want))
			}
			must(t, start(t, target))
		})
	}
}

func start(t *testing.T, c Config) error {
	t.Helper()
	s, err := Open(t.Context(), c)
	if err == nil {
		err = s.Close()
	}
	return err
}

func read(t *testing.T, c Config) error {
	t.Helper()
	_, err := ReadPublished(t.Context(), c)
	return err
}

func move(t *testing.T, from, to Config) error {
	t.Helper()
	_, err := Copy(t.Context(), from, to, silent)
	return err
}
