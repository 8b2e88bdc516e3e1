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
