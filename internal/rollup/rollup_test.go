package rollup_test

import (
	"bytes"
	"context"
	"database/sql"
	"io/fs"
	"log/slog"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/internal/store"
	"whichpm/internal/test/rolluptest"
	"whichpm/internal/test/storetest"
	"whichpm/migrations"
)

// clock is the time of a job, moved on by the test.
type clock struct{ at time.Time }

func (c *clock) now() time.Time       { return c.at }
func (c *clock) wait(d time.Duration) { c.at = c.at.Add(d) }

// evening is later than every result of storetest.
func evening() *clock { return &clock{storetest.Now.Add(12 * time.Hour)} }

func newJob(t testing.TB, s rollup.Store, c *clock) *rollup.Job {
	t.Helper()
	return rollup.New(s, rollup.Config{Now: c.now, Log: slog.New(slog.NewTextHandler(t.Output(), nil))})
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// ago is the nth result, finished some days before the others.
func ago(n, days int) quiz.Result {
	r := storetest.Result(n)
	r.FinishedAt = r.FinishedAt.AddDate(0, 0, -days)
	return r
}

func TestTheFirstCountTakesInEveryResultThereIs(t *testing.T) {
	s, path := open(t)
	for n := range 40 {
		r := ago(n, n*n)
		if n%3 > 0 {
			r.Form = quiz.Short
		}
		must(t, s.AddResult(t.Context(), r))
	}
	must(t, s.AddOutcome(t.Context(), storetest.Outcome(7)))
	must(t, newJob(t, s, evening()).Once(t.Context()))
	if got := wantRecount(t, s, path); got != 40*len(insight.Parts) {
		t.Errorf("40 days have %d parts", got)
	}
}

func TestADeletedResultIsTakenOutOfItsDay(t *testing.T) {
	s, path := open(t)
	c := evening()
	job := newJob(t, s, c)
	for n := range 4 {
		must(t, s.AddResult(t.Context(), ago(n, 300*(n/2))))
	}
	must(t, job.Once(t.Context()))
	wantRecount(t, s, path)
	c.wait(24 * time.Hour)
	must(t, s.DeleteResult(t.Context(), storetest.ResultID(2), c.now()))
	must(t, job.Once(t.Context()))
	wantRecount(t, s, path)
	must(t, s.DeleteResult(t.Context(), storetest.ResultID(3), c.now()))
	must(t, job.Once(t.Context()))
	if got := wantRecount(t, s, path); got != 2*len(insight.Parts) {
		t.Errorf("what is left of two results are %d parts", got)
	}
}

func TestWhatIsSaidAboutAJobLongAfterIsCountedAndCanBeTakenBack(t *testing.T) {
	s, path := open(t)
	c := evening()
	job := newJob(t, s, c)
	must(t, s.AddResult(t.Context(), ago(1, 300)))
	must(t, job.Once(t.Context()))
	before := kept(t, s)
	must(t, s.AddOutcome(t.Context(), storetest.Outcome(1)))
	must(t, job.Once(t.Context()))
	wantRecount(t, s, path)
	if rolluptest.Equal(kept(t, s), before) {
		t.Error("it made no difference")
	}
	must(t, s.RemoveOutcome(t.Context(), storetest.ResultID(1)))
	must(t, job.Once(t.Context()))
	if wantRecount(t, s, path); !rolluptest.Equal(kept(t, s), before) {
		t.Error("it left a trace")
	}
}

func TestAResultThatComesInLateIsCounted(t *testing.T) {
	s, path := open(t)
	c := &clock{quiz.DayOf(storetest.Now).Start().Add(5 * time.Minute)} // just after midnight
	job := newJob(t, s, c)
	must(t, s.AddResult(t.Context(), ago(1, 1)))
	must(t, job.Once(t.Context()))
	late := ago(2, 0)
	late.FinishedAt = c.at.Add(-10 * time.Minute) // yesterday
	must(t, s.AddResult(t.Context(), late))
	c.wait(time.Minute)
	must(t, job.Once(t.Context()))
	wantRecount(t, s, path)
}

func TestACountAfterALongPauseTakesInTheDaysBetween(t *testing.T) {
	s, path := open(t)
	c := &clock{storetest.Now.AddDate(0, 0, -100)}
	job := newJob(t, s, c)
	must(t, s.AddResult(t.Context(), ago(1, 200)))
	must(t, job.Once(t.Context()))
	for n := 2; n < 9; n++ {
		must(t, s.AddResult(t.Context(), ago(n, 10*n)))
	}
	c.at = evening().at
	must(t, job.Once(t.Context()))
	wantRecount(t, s, path)
	if at, err := s.RolledAt(t.Context()); err != nil || !at.Equal(c.at) {
		t.Errorf("the statistics are of %s, %v", at, err)
	}
}

func TestAClockThatWasAheadDoesNotStopTheCount(t *testing.T) {
	s, path := open(t)
	c := &clock{storetest.Now.AddDate(50, 0, 0)}
	must(t, newJob(t, s, c).Once(t.Context()))
	c.at = evening().at
	must(t, s.AddResult(t.Context(), ago(1, 0)))
	must(t, newJob(t, s, c).Once(t.Context()))
	wantRecount(t, s, path)
}

func TestAResultThatDoesNotFitItsVersionIsLeftOutAndLoggedOnce(t *testing.T) {
	s, path := open(t)
	var log bytes.Buffer
	c := evening()
	job := rollup.New(s, rollup.Config{Now: c.now, Log: slog.New(slog.NewTextHandler(&log, nil))})
	must(t, s.AddResult(t.Context(), ago(0, 0)))
	for n := 2; n < 5; n++ {
		r := ago(n, 0)
		r.Answers = "012"
		must(t, s.AddResult(t.Context(), r))
	}
	must(t, job.Once(t.Context()))
	must(t, job.Once(t.Context()))
	wantRecount(t, s, path)
	if said := log.String(); strings.Count(said, "left out") != 1 || !strings.Contains(said, "version=1") {
		t.Errorf("it logs %q", said)
	}
}

func TestARunningJobCountsAgainAndAgain(t *testing.T) {
	s, path := open(t)
	c := evening()
	job := rollup.New(s, rollup.Config{Now: c.now, Every: 1})
	stop := running(t, job)
	for n := range 4 {
		r := ago(n, 0)
		r.Form, r.Hurried = []quiz.Form{quiz.Short, quiz.Full}[n/2], n%2 == 1
		must(t, s.AddResult(t.Context(), r))
		until(t, func() bool { return len(kept(t, s)) == len(insight.Parts)*(n+1) })
	}
	stop()
	wantRecount(t, s, path)
	if taken, err := s.Lease(t.Context(), "another", c.now(), c.now()); err != nil || !taken {
		t.Errorf("a job that has ended leaves the lease: %t, %v", taken, err)
	}
}

func TestAJobLogsADatabaseThatIsAwayOnce(t *testing.T) {
	s, _ := open(t)
	must(t, s.Close())
	var log bytes.Buffer
	asked := make(chan struct{})
	c := evening()
	now := func() time.Time { // of each try
		select {
		case asked <- struct{}{}:
		case <-t.Context().Done():
		}
		return c.at
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		rollup.New(s, rollup.Config{Now: now, Every: 1, Log: slog.New(slog.NewTextHandler(&log, nil))}).Run(ctx)
	}()
	for range 3 {
		<-asked
	}
	cancel()
	for open := true; open; {
		select {
		case <-asked:
		case <-ended:
			open = false
		}
	}
	if said := log.String(); strings.Count(said, "not up to date") != 1 {
		t.Errorf("it logs %q", said)
	}
}

// The program before knew one part less.
func TestDaysCountedBeforeAPartWasKnownAreCountedAgain(t *testing.T) {
	s, path := open(t)
	c := evening()
	for n := range 60 {
		must(t, s.AddResult(t.Context(), ago(n, n%4)))
	}
	job := newJob(t, s, c)
	must(t, job.Once(t.Context()))
	all := len(kept(t, s))
	step, err := fs.Glob(migrations.SQLite(), "*_positions.sql")
	must(t, err)
	statements, err := fs.ReadFile(migrations.SQLite(), step[0])
	must(t, err)
	inFile(t, path, "DELETE FROM day_stats WHERE part = 'positions'")
	before := kept(t, s)
	inFile(t, path, string(statements))
	if after := kept(t, s); len(after) == 0 || len(after) == all || !rolluptest.Equal(before, after) {
		t.Errorf("%d rows of %d were kept, then %d", len(before), all, len(after))
	}
	c.wait(time.Hour)
	must(t, job.Once(t.Context()))
	if n := wantRecount(t, s, path); n != all {
		t.Errorf("%d rows, want %d", n, all)
	}
}

func TestADeletedResultStandsNowhere(t *testing.T) {
	s, path := open(t)
	c := evening()
	for n := range 60 {
		must(t, s.AddResult(t.Context(), ago(n, 1)))
	}
	job := newJob(t, s, c)
	must(t, job.Once(t.Context()))
	before := standing(t, s)
	must(t, s.DeleteResult(t.Context(), storetest.ResultID(7), c.now()))
	c.wait(time.Hour)
	must(t, job.Once(t.Context()))
	if after := standing(t, s); before == 0 || after >= before {
		t.Errorf("%d places of people became %d", before, after)
	}
	wantRecount(t, s, path)
}

// standing is how often somebody stands somewhere.
func standing(t *testing.T, s *store.Store) (n int64) {
	t.Helper()
	v := content.First()
	v.ID = 1
	tally, err := insight.Sum(insight.NewShape(v), kept(t, s), nil)
	must(t, err)
	for _, spread := range tally.Spreads() {
		n += spread.N()
	}
	return n
}

func inFile(t *testing.T, path, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	must(t, err)
	_, err = db.ExecContext(t.Context(), statements)
	must(t, err)
	must(t, db.Close())
}
