package upkeep

import (
	"context"
	"errors"
	"fmt"
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
		BackupFolder: BackupFolder{Dir: t.TempDir(), Name: "whichpm", Suffix: ".db", Quiz: ours, Origin: read},
		Every:        24 * time.Hour, Keep: 2, Log: slog.New(slog.NewTextHandler(&c.log, nil)),
		Copy: func(_ context.Context, to string) error {
			if c.tries++; c.broken {
				return errors.New("no space left")
			}
			return put(to, ours, time.Now())
		},
	}
	return c
}

// ours is the identity of the quiz.
const ours = "OURSAYWQXBCDEFGHIJKLMNOPQR"

// put writes a backup that says of which quiz it is and when it was made.
func put(path, quiz string, at time.Time) error {
	return os.WriteFile(path, []byte(quiz+" "+at.UTC().Format(time.RFC3339)), 0o600)
}

func read(_ context.Context, path string) (quiz string, at time.Time, err error) {
	body, err := os.ReadFile(path)
	if err != nil {
		return "", at, err
	}
	quiz, said, _ := strings.Cut(string(body), " ")
	at, err = time.Parse(time.RFC3339, said)
	return quiz, at, err
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
		if want := []string{"whichpm-OURSAY-20000101T000000Z.db"}; !slices.Equal(c.names(t), want) {
			t.Fatalf("after an hour there are %v", c.names(t))
		}
		c.during(t, 24*time.Hour) // another start, which goes on counting
		if want := []string{"whichpm-OURSAY-20000101T000000Z.db", "whichpm-OURSAY-20000102T000000Z.db"}; !slices.Equal(c.names(t), want) {
			t.Errorf("after 25 hours there are %v", c.names(t))
		}
	})
}

func TestOldBackupsGoOnceANewOneIsWhole(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCopies(t)
		c.put(t, "whichpm-notes.db", ours, 1998)
		c.put(t, "other-19990101T000000Z.db", ours, 1999)
		c.put(t, "whichpm-19980101T000000Z.db", ours, 1998)
		for name, age := range map[string]time.Duration{"whichpm-19990101T000000Z.db.part": 49 * time.Hour, "whichpm-20000103T000000Z.db.part": 0} {
			c.put(t, name, ours, 1999)
			at := time.Now().Add(-age)
			if err := os.Chtimes(filepath.Join(c.Dir, name), at, at); err != nil {
				t.Fatal(err)
			}
		}
		c.during(t, 23*time.Hour)
		c.during(t, 26*time.Hour)
		kept := []string{"other-19990101T000000Z.db", "whichpm-OURSAY-20000102T000000Z.db", "whichpm-OURSAY-20000103T000000Z.db", "whichpm-notes.db"}
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

// put writes a backup of the first day of a year.
func (c *copies) put(t *testing.T, name, quiz string, year int) {
	t.Helper()
	if err := put(filepath.Join(c.Dir, name), quiz, time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
}

func TestABackupThatSaysItIsOf2038NeitherKeepsOthersFromBeingMadeNorRemovesThem(t *testing.T) {
	for name, made := range map[string]int{"whichpm-20380101T000000Z.db": 2038, "whichpm-19990101T000000Z.db": 2038, "whichpm-20390101T000000Z.db": 1999} {
		synctest.Test(t, func(t *testing.T) {
			c := newCopies(t)
			c.put(t, name, ours, made)
			c.during(t, 49*time.Hour)
			want := []string{"whichpm-OURSAY-20000102T000000Z.db", "whichpm-OURSAY-20000103T000000Z.db"}
			if made == 2038 { // of unknown age: it stays
				want = append(want, name)
				slices.Sort(want)
			}
			if !slices.Equal(c.names(t), want) {
				t.Errorf("with %s of %d there are %v", name, made, c.names(t))
			}
		})
	}
}

func TestTwoQuizzesInAFolderLeaveEachOthersBackupsAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCopies(t)
		c.put(t, "whichpm-19980101T000000Z.db", "theirs", 1998)
		c.put(t, "whichpm-20000101T120000Z.db", "theirs", 2000)
		c.put(t, "whichpm-19990101T000000Z.db", "nobody knows", 1999)
		if err := os.WriteFile(filepath.Join(c.Dir, "whichpm-19970101T000000Z.db"), []byte("damaged"), 0o600); err != nil {
			t.Fatal(err)
		}
		c.during(t, 73*time.Hour)
		want := []string{
			"whichpm-19970101T000000Z.db", "whichpm-19980101T000000Z.db", "whichpm-19990101T000000Z.db", "whichpm-20000101T120000Z.db",
			"whichpm-OURSAY-20000103T000000Z.db", "whichpm-OURSAY-20000104T000000Z.db",
		}
		if !slices.Equal(c.names(t), want) {
			t.Errorf("there are %v", c.names(t))
		}
	})
}

func TestTheCopyJustMadeStaysWhateverTheClockDid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCopies(t)
		for i := range 5 { // the clock stands at 1970, as without a battery
			c.put(t, fmt.Sprintf("whichpm-1999010%dT000000Z.db", i+1), ours, 1999)
		}
		made := filepath.Join(c.Dir, "whichpm-19700101T000000Z.db")
		if err := put(made, ours, time.Unix(0, 0)); err != nil {
			t.Fatal(err)
		}
		if err := c.removeOld(t.Context(), made); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(made); err != nil || len(c.names(t)) != 2 {
			t.Errorf("there are %v, %v", c.names(t), err)
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
