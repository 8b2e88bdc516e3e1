//go:build !race

package store

import (
	"path/filepath"
	"testing"
	"time"

	"whichpm/internal/content"
)

func originOf(t *testing.T, c Config) Origin {
	t.Helper()
	s, err := Open(t.Context(), c)
	must(t, err)
	o, err := s.Origin(t.Context())
	must(t, err)
	must(t, s.Close())
	return o
}

func TestAQuizHasAnIdentityThatNoOtherHas(t *testing.T) {
	seen := map[string]string{}
	for range 2 {
		for name, place := range newPlaces {
			c := place(t)
			first := originOf(t, c)
			if again := originOf(t, c); again.Quiz != first.Quiz || len(first.Quiz) != 26 {
				t.Errorf("%s: it was %q and is %q", name, first.Quiz, again.Quiz)
			}
			if other := seen[first.Quiz]; other != "" {
				t.Errorf("%s has that of %s", name, other)
			}
			seen[first.Quiz] = name
		}
	}
}

func TestABackupSaysWhichQuizItHoldsAndWhenItWasMade(t *testing.T) {
	s := openNew(t)
	must(t, s.AddResult(t.Context(), result(1)))
	ours, err := s.Origin(t.Context())
	must(t, err)
	folder := t.TempDir()
	backup, restored := filepath.Join(folder, "copy.db"), filepath.Join(folder, "restored.db")
	before := time.Now().Truncate(time.Millisecond)
	must(t, s.BackUp(t.Context(), backup))
	got, err := OriginOf(t.Context(), backup)
	must(t, err)
	if got.Quiz != ours.Quiz || got.Title != content.First().Title || got.At.Before(before) || got.At.After(time.Now()) {
		t.Errorf("of %+v the backup says %+v", ours, got)
	}
	_, err = Restore(t.Context(), backup, restored, false, testNow)
	must(t, err)
	if again, err := OriginOf(t.Context(), restored); err != nil || again != got {
		t.Errorf("restored it says %+v, %v", again, err)
	}
	used := originOf(t, Config{Path: restored})
	if used.Quiz != ours.Quiz || !used.At.After(got.At) {
		t.Errorf("once it is used it says %+v", used)
	}
}

func TestAnIdentityGoesAlongWhenAQuizIsMoved(t *testing.T) {
	first, second, third := newPlaces["SQLite"](t), newPlaces["PostgreSQL"](t), newPlaces["SQLite"](t)
	must(t, openIn(t, first).SeedFirst(t.Context(), content.First(), testNow))
	ours := originOf(t, first)
	for _, way := range [][2]Config{{first, second}, {second, third}} {
		must(t, move(t, way[0], way[1]))
		if got := originOf(t, way[1]); got.Quiz != ours.Quiz {
			t.Errorf("%s became %s", ours.Quiz, got.Quiz)
		}
	}
}

func TestAQuizFromBeforeKnowsItsBackupsFromBefore(t *testing.T) {
	folder := t.TempDir()
	old := func(name string, made time.Time) (path, backup string) {
		path, backup = filepath.Join(folder, name), filepath.Join(folder, name+"-copy")
		s, err := open(t.Context(), Config{Path: path}, stepsUntil(t, "00006"))
		must(t, err)
		first := content.First()
		first.Translations = nil // the steps of before keep less of them
		seedBefore(t, s, first, made)
		must(t, s.Close())
		must(t, BackUp(t.Context(), Config{Path: path}, backup, false))
		return path, backup
	}
	path, backup := old("ours.db", testNow)
	_, theirs := old("theirs.db", testNow.Add(time.Millisecond))
	ours := originOf(t, Config{Path: path})
	if got, err := OriginOf(t.Context(), backup); err != nil || got.Quiz != ours.Quiz || got.At.IsZero() {
		t.Errorf("of %+v the backup says %+v, %v", ours, got, err)
	}
	if got, err := OriginOf(t.Context(), theirs); err != nil || got.Quiz == ours.Quiz {
		t.Errorf("the backup of another quiz says %+v, %v", got, err)
	}
	_, err := Restore(t.Context(), backup, path, true, testNow)
	must(t, err)
	if got := originOf(t, Config{Path: path}); got.Quiz != ours.Quiz {
		t.Errorf("restored it is %+v", got)
	}
}
