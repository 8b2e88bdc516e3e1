package jobs_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"whichpm/internal/jobs"
)

// during runs a job for a while and returns when its work began, with what it
// logged.
func during(t *testing.T, d time.Duration, j *jobs.Job, work func(context.Context) error) (began []time.Duration, log string) {
	t.Helper()
	var out bytes.Buffer
	start := time.Now()
	j.Fails, j.Log = "it did not work", slog.New(slog.NewTextHandler(&out, nil))
	j.Do = func(ctx context.Context) error {
		began = append(began, time.Since(start))
		return work(ctx)
	}
	ctx, end := context.WithTimeout(t.Context(), d)
	defer end()
	j.Run(ctx)
	return began, out.String()
}

func taking(d time.Duration) func(context.Context) error {
	return func(ctx context.Context) error {
		select {
		case <-time.After(d):
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func seconds(n ...int) []time.Duration {
	list := make([]time.Duration, len(n))
	for i, s := range n {
		list[i] = time.Duration(s) * time.Second
	}
	return list
}

func TestWorkIsDoneAtIntervals(t *testing.T) {
	for what, c := range map[string]struct {
		job   jobs.Job
		takes int
		want  []time.Duration
	}{
		"at once and each minute":                            {jobs.Job{Every: time.Minute}, 1, seconds(0, 60, 120)},
		"each minute":                                        {jobs.Job{Every: time.Minute, First: time.Minute}, 1, seconds(60, 120)},
		"as often as it can where it takes longer":           {jobs.Job{Every: time.Minute}, 70, seconds(0, 70, 140)},
		"and rests where it may take a tenth of a processor": {jobs.Job{Every: time.Minute, Rest: 9}, 10, seconds(0, 100)},
	} {
		t.Run(what, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				began, log := during(t, 150*time.Second, &c.job, taking(time.Duration(c.takes)*time.Second))
				if !slices.Equal(began, c.want) || log != "" {
					t.Errorf("it is done at %v, want %v, and logs %q", began, c.want, log)
				}
			})
		})
	}
}

func TestWorkThatIsAskedForIsDoneAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked := make(chan struct{}, 1)
		time.AfterFunc(20*time.Second, func() { asked <- struct{}{} })
		began, _ := during(t, 90*time.Second, &jobs.Job{Every: time.Minute, First: time.Minute, Asked: asked}, taking(0))
		if want := seconds(20, 80); !slices.Equal(began, want) {
			t.Errorf("it is done at %v, want %v", began, want)
		}
	})
}

func TestTheEndCutsWorkOffUnlessItHasALastTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began, log := during(t, 10*time.Second, &jobs.Job{Every: time.Minute}, taking(time.Hour))
		if want := seconds(0); !slices.Equal(began, want) || log != "" {
			t.Errorf("it is done at %v, want %v, and logs %q", began, want, log)
		}
		began, log = during(t, 10*time.Second, &jobs.Job{Every: time.Minute, Last: 5 * time.Second}, taking(30*time.Second))
		if want := seconds(0, 30); !slices.Equal(began, want) {
			t.Errorf("it is done at %v, want %v", began, want)
		}
		if took := strings.Count(log, "deadline exceeded"); took != 1 {
			t.Errorf("of the last, which took too long, it logs %q", log)
		}
	})
}

func TestAFailureIsLoggedOnceUntilThereIsAnotherOrNone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		away, full := errors.New("away"), errors.New("full")
		fails := []error{away, away, full, full, nil, full}
		_, log := during(t, 5500*time.Millisecond, &jobs.Job{Every: time.Second}, func(context.Context) error {
			next := fails[0]
			fails = fails[1:]
			return next
		})
		var said []string
		for line := range strings.Lines(log) {
			_, what, _ := strings.Cut(strings.TrimSpace(line), "error=")
			said = append(said, what)
		}
		if want := []string{"away", "full", "full"}; !slices.Equal(said, want) || strings.Count(log, "it did not work") != 3 {
			t.Errorf("it logs %q", log)
		}
	})
}
