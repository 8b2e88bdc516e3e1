package upkeep

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store/storetest"
)

// copies is what a schedule writes, and fails to write while broken is set.
type copies struct {
	Backups

	broken bool
	tries  int
	log    strings.Builder
}

func newCopies(t *testing.T) *copies {
	c := &copies{}
	c.Backups = Backups{
		Dir: t.TempDir(), Name: "whichpm", Every: 24 * time.Hour, Keep: 2, Log: slog.New(slog.NewTextHandler(&c.log, nil)),
		Copy: func(_ context.Context, to string) error {
			if c.tries++; c.broken {
				return errors.New("no space left")
			}
			return os.WriteFile(to, []byte("copy"), 0o600)
		},
	}
	return c
}

func (c *copies) names(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(c.Dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// during runs the schedule for a while.
func (c *copies) during(t *testing.T, d time.Duration) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), d)
	defer cancel()
	c.Run(ctx)
}

func TestBackupsAreMadeAtOnceAndThenEveryDay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCopies(t)
		c.during(t, time.Hour)
		if want := []string{"whichpm-20000101T000000Z.db"}; !slices.Equal(c.names(t), want) {
			t.Fatalf("after an hour there are %v", c.names(t))
		}
		c.during(t, 24*time.Hour) // another start, which goes on counting
		if want := []string{"whichpm-20000101T000000Z.db", "whichpm-20000102T000000Z.db"}; !slices.Equal(c.names(t), want) {
			t.Errorf("after 25 hours there are %v", c.names(t))
		}
	})
}

func TestOldBackupsGoOnceANewOneIsWhole(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCopies(t)
		for _, name := range []string{"whichpm-notes.db", "other-19990101T000000Z.db", "whichpm-19980101T000000Z.db", "whichpm-19990101T000000Z.db.part", "whichpm-20000103T000000Z.db.part"} {
			if err := os.WriteFile(filepath.Join(c.Dir, name), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		c.during(t, 49*time.Hour)
		kept := []string{"other-19990101T000000Z.db", "whichpm-20000102T000000Z.db", "whichpm-20000103T000000Z.db", "whichpm-20000103T000000Z.db.part", "whichpm-notes.db"}
		if !slices.Equal(c.names(t), kept) {
			t.Fatalf("there are %v", c.names(t))
		}
		c.broken = true
		c.during(t, 48*time.Hour)
		if !slices.Equal(c.names(t), kept) {
			t.Errorf("while no backup can be made, there are %v", c.names(t))
		}
	})
}

func TestAFailedBackupIsLoggedAndTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCopies(t)
		c.broken = true
		c.during(t, 12*time.Minute)
		if c.tries != 3 || strings.Count(c.log.String(), "backup failed") != 3 || !strings.Contains(c.log.String(), "no space left") {
			t.Errorf("%d tries, and the log says %s", c.tries, &c.log)
		}
		c.broken = false
		c.during(t, time.Second)
		if len(c.names(t)) != 1 {
			t.Errorf("there are %v", c.names(t))
		}
	})
}

func TestResultsAreRemovedOnceTheirDaysAreOver(t *testing.T) {
	s := storetest.Open(t)
	for n := range 250 { // finished on 4 March 2026
		if err := s.AddResult(t.Context(), storetest.Result(n)); err != nil {
			t.Fatal(err)
		}
	}
	share := storetest.Share(storetest.ResultID(7), 1)
	if err := s.AddShare(t.Context(), share); err != nil {
		t.Fatal(err)
	}
	r := Retention{Days: 30, Store: s, Log: slog.New(slog.DiscardHandler)}
	lastDay := time.Date(2026, 4, 3, 23, 59, 59, 0, time.UTC)
	if removed, err := r.removeBefore(t.Context(), r.oldest(lastDay)); removed != 0 || err != nil {
		t.Errorf("on the last day %d are removed, %v", removed, err)
	}
	if removed, err := r.removeBefore(t.Context(), r.oldest(lastDay.Add(time.Second))); removed != 250 || err != nil {
		t.Errorf("on the day after %d are removed, %v", removed, err)
	}
	if _, err := s.Result(t.Context(), storetest.ResultID(7)); !errors.Is(err, quiz.ErrGone) {
		t.Errorf("its page answers %v", err)
	}
	if _, _, err := s.Share(t.Context(), share.ID); !errors.Is(err, quiz.ErrGone) {
		t.Errorf("its link answers %v", err)
	}
}

func TestRemovingGoesOnAfterTheDatabaseWasAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		away := &away{}
		var log strings.Builder
		ctx, cancel := context.WithTimeout(t.Context(), 11*time.Minute)
		defer cancel()
		Retention{Days: 1, Store: away, Log: slog.New(slog.NewTextHandler(&log, nil))}.Run(ctx)
		if away.asked != 3 || strings.Count(log.String(), "old results are not removed") != 3 {
			t.Errorf("asked %d times, and the log says %s", away.asked, &log)
		}
	})
}

// away is a database that does not answer.
type away struct{ asked int }

func (a *away) FinishedBefore(context.Context, time.Time, int) ([]quiz.ResultID, error) {
	a.asked++
	return nil, quiz.ErrUnavailable
}

func (a *away) DeleteResult(context.Context, quiz.ResultID, time.Time) error {
	return quiz.ErrUnavailable
}
