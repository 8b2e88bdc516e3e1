package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
)

func TestAScratchDatabaseIsFilledAndAddedUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "scratch.db")
	for round := range int64(3) { // the same seed adds others to what is simulated already
		code, stdout, stderr := command(t, "simulate", "--into="+path, "--takers=120", "--days=10", "--seed=7")
		if code != 0 || !strings.Contains(stdout, "120 simulated takers over 10 days") {
			t.Fatalf("ends with %d: %s%s", code, stdout, stderr)
		}
		db := openAt(t, path)
		made, err := db.Simulated(t.Context())
		kept, problem := db.CountResults(t.Context())
		if err != nil || problem != nil || made != kept || kept < 60*(round+1) {
			t.Errorf("%d results, %d of them simulated: %v %v", kept, made, err, problem)
		}
		if want := fmt.Sprintf("It holds %d results.", kept); !strings.Contains(stdout, want) {
			t.Errorf("it says %q, want %q", stdout, want)
		}
		if n := addedUp(t, db); n != kept {
			t.Errorf("%d results, %d added up", kept, n)
		}
		if n := started(t, db); n != 120*(round+1) {
			t.Errorf("%d started in %d rounds", n, round+1)
		}
	}
	fillingIsRefusedWithAPerson(t, path)
}

// fillingIsRefusedWithAPerson adds the result of a person to made-up ones.
func fillingIsRefusedWithAPerson(t *testing.T, path string) {
	t.Helper()
	if err := openAt(t, path).AddResult(t.Context(), storetest.Result(1)); err != nil {
		t.Fatal(err)
	}
	code, _, stderr := command(t, "simulate", "--into="+path, "--takers=10")
	if code != 1 || !strings.Contains(stderr, "results of people") {
		t.Errorf("with a person in it, ends with %d: %q", code, stderr)
	}
}

func TestADatabaseWhoseFillingWasCutOffIsNotFilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "scratch.db")
	if code, _, stderr := command(t, "simulate", "--into="+path, "--takers=20"); code != 0 {
		t.Fatalf("ends with %d: %s", code, stderr)
	}
	if err := openAt(t, path).AddSimulated(t.Context(), 20); err != nil { // and none of them came
		t.Fatal(err)
	}
	code, _, stderr := command(t, "simulate", "--into="+path, "--takers=10")
	if code != 1 || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "cut off") || !strings.Contains(stderr, "name a new file") {
		t.Errorf("ends with %d: %q", code, stderr)
	}
}

func started(t *testing.T, db *store.Store) int64 {
	t.Helper()
	counts, err := db.StepTotals(t.Context(), 1, 0, quiz.DayOf(time.Now()))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range counts {
		if c.Event == quiz.EventStarted {
			return c.N
		}
	}
	return 0
}

// addedUp is how many results the statistics know of.
func addedUp(t *testing.T, db *store.Store) int64 {
	t.Helper()
	v, err := db.Version(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := db.DayParts(t.Context(), v.ID, string(insight.Totals), 0, quiz.DayOf(time.Now()))
	if err != nil {
		t.Fatal(err)
	}
	tally, err := insight.Sum(insight.NewShape(v), rows, nil)
	if err != nil {
		t.Fatal(err)
	}
	return tally.N()
}

func openAt(t *testing.T, path string) *store.Store {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func TestADatabaseWithResultsOfPeopleIsNotFilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "real.db")
	db := openAt(t, path)
	if err := db.SeedFirst(t.Context(), content.First(), time.Now()); err != nil {
		t.Fatal(err)
	}
	if err := db.AddResult(t.Context(), storetest.Result(1)); err != nil {
		t.Fatal(err)
	}
	code, _, stderr := command(t, "simulate", "--into="+path, "--takers=10")
	if code != 1 || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "results of people") {
		t.Errorf("ends with %d: %q", code, stderr)
	}
	if n, err := db.CountResults(t.Context()); n != 1 || err != nil {
		t.Errorf("%d results: %v", n, err)
	}
}

func TestFillingADatabaseSaysWhatItDoesNotTake(t *testing.T) {
	path := filepath.Join(t.TempDir(), "scratch.db")
	for _, flag := range []string{"--days=0", "--days=99999", "--json", "--quiz=x.json", "--db=y.db"} {
		code, _, stderr := command(t, "simulate", "--into="+path, flag)
		name, _, _ := strings.Cut(flag, "=")
		if code != 1 || !strings.Contains(stderr, name) {
			t.Errorf("%s: ends with %d: %q", flag, code, stderr)
		}
	}
}
