// Package rollup brings the statistics up to date: it adds up the results of
// each day that may have changed and keeps the sums, so that no page has to
// look through results. Once a month is over it also decides who of it is in
// open data. It knows nothing of HTTP or SQL, and what is counted
// about a result is for package insight to say.
package rollup

import (
	"context"
	"crypto/rand"
	"log/slog"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/jobs"
	"whichpm/internal/quiz"
)

// Store is what the job needs of the database.
type Store interface {
	Version(ctx context.Context, id int64) (*quiz.Version, error)
	Lease(ctx context.Context, owner string, now, until time.Time) (bool, error)
	RolledAt(ctx context.Context) (time.Time, error)
	StaleDays(ctx context.Context) (map[quiz.Day]int64, error)
	FirstFinish(ctx context.Context, from time.Time) (time.Time, error)
	DayResults(ctx context.Context, day quiz.Day, fn func(quiz.Result, *quiz.Outcome) error) error
	KeepDay(ctx context.Context, owner string, day quiz.Day, seq int64, parts []quiz.DayPart) error
	KeepRun(ctx context.Context, owner string, began time.Time) error

	OpenUntil(ctx context.Context) (quiz.Month, error)
	FirstOpen(ctx context.Context, from time.Time) (time.Time, error)
	SaidIn(ctx context.Context, month quiz.Month, n int) ([]quiz.Reported, error)
	KeepOpen(ctx context.Context, owner string, from, until quiz.Month, rows []quiz.OpenRow) error
}

// Config has a default for everything.
type Config struct {
	Now   func() time.Time // time.Now
	Log   *slog.Logger     // nothing is logged
	Every time.Duration    // between the beginnings of two counts: a minute
	Lease time.Duration    // how long a job that has died keeps others from counting: three minutes

	OpenData bool // decide who is in open data once a month is over
}

// Job counts days. Of all jobs on one database, in however many processes, one
// counts at a time. A job is for one goroutine.
type Job struct {
	store    Store
	now      func() time.Time
	log      *slog.Logger
	every    time.Duration
	lease    time.Duration
	owner    string // of the lease: another for every job
	openData bool
	held     time.Time // since when the lease is known to be ours
	shapes   map[int64]*insight.Shape
	warned   map[int64]bool // by version: a result was left out
	counting jobs.Job
}

// New makes a job that has not run.
func New(store Store, c Config) *Job {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Every == 0 {
		c.Every = time.Minute
	}
	if c.Lease == 0 {
		c.Lease = 3 * time.Minute
	}
	j := &Job{
		store: store, now: c.Now, log: c.Log, every: c.Every, lease: c.Lease, owner: rand.Text(), openData: c.OpenData,
		shapes: map[int64]*insight.Shape{}, warned: map[int64]bool{},
	}
	j.counting = jobs.Job{Do: j.Once, Fails: "statistics are not up to date", Log: c.Log, Every: c.Every, Rest: rest}
	return j
}

// rest is how many times as long as a count the job waits at least before the
// next: it may take a tenth of a processor, whatever the number of results.
const rest = 9

// Run counts at once and then again and again until ctx ends. What goes wrong
// is logged and tried again the next time.
func (j *Job) Run(ctx context.Context) {
	defer j.giveBack(ctx)
	j.counting.Run(ctx)
}
