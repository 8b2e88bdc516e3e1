package rollup_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
)

// come lets the nth taker finish, now and then say something about their job,
// take it back, or have an earlier result deleted.
func come(ctx context.Context, s *store.Store, n int) error {
	r := ago(n, n%3)
	if n%5 == 0 {
		r.Form = quiz.Short
	}
	err := s.AddResult(ctx, r)
	if n%2 == 0 {
		err = errors.Join(err, s.AddOutcome(ctx, storetest.Outcome(n)))
	}
	if n%8 == 0 {
		err = errors.Join(err, s.RemoveOutcome(ctx, r.ID))
	}
	if n%7 == 0 {
		err = errors.Join(err, s.DeleteResult(ctx, storetest.ResultID(n/2), storetest.Now))
	}
	if errors.Is(err, quiz.ErrNotFound) || errors.Is(err, quiz.ErrGone) { // the earlier one was slower, or is this one
		return nil
	}
	return err
}

const atOnce = 8

// crowd lets takers come, several at once, and calls kept for each.
func crowd(ctx context.Context, s *store.Store, takers int, kept func(n int, err error)) {
	var next atomic.Int64
	var crowd sync.WaitGroup
	for range atOnce {
		crowd.Go(func() {
			for n := int(next.Add(1)); n <= takers && ctx.Err() == nil; n = int(next.Add(1)) {
				kept(n, come(ctx, s, n))
			}
		})
	}
	crowd.Wait()
}

func TestWhatWasCountedUnderLoadEqualsARecount(t *testing.T) {
	s, path := open(t)
	c := evening()
	job := newJob(t, s, c)
	stop := running(t, rollup.New(s, rollup.Config{Now: c.now, Every: 1}))
	crowd(t.Context(), s, 400, func(n int, err error) {
		if err != nil {
			t.Errorf("taker %d: %v", n, err)
		}
	})
	stop()
	must(t, job.Once(t.Context()))
	if parts := wantRecount(t, s, path); parts != 3*4*len(insight.Parts) {
		t.Errorf("three days have %d parts", parts)
	}
}

func TestOneJobAtATimeCounts(t *testing.T) {
	s, path := open(t)
	c := evening()
	first, second := newJob(t, s, c), newJob(t, s, c)
	must(t, first.Once(t.Context()))
	must(t, s.AddResult(t.Context(), ago(1, 0)))
	c.wait(59 * time.Second)
	must(t, second.Once(t.Context())) // the first is due in a second
	if got := kept(t, s); len(got) > 0 {
		t.Errorf("the second counted %d parts", len(got))
	}
	c.wait(time.Second)
	must(t, second.Once(t.Context()))
	wantRecount(t, s, path)
	must(t, s.AddResult(t.Context(), ago(2, 0)))
	must(t, first.Once(t.Context()))
	if got := kept(t, s); len(got) != len(insight.Parts) {
		t.Errorf("the first counted %d parts", len(got))
	}
}

// interrupted lets something happen when a day was read and is not kept yet.
type interrupted struct {
	*store.Store

	by func()
}

func (s *interrupted) KeepDay(ctx context.Context, owner string, day quiz.Day, seq int64, parts []quiz.DayPart) error {
	if by := s.by; by != nil {
		s.by = nil
		by()
	}
	return s.Store.KeepDay(ctx, owner, day, seq, parts)
}

func TestAJobThatWasHeldUpDoesNotOverwriteTheOneThatTookOver(t *testing.T) {
	s, path := open(t)
	c := evening()
	for n := range 2 {
		must(t, s.AddResult(t.Context(), ago(n, 300)))
	}
	slow := newJob(t, &interrupted{s, func() {
		c.wait(time.Hour) // its lease has run out
		must(t, s.DeleteResult(t.Context(), storetest.ResultID(1), c.now()))
		must(t, newJob(t, s, c).Once(t.Context()))
	}}, c)
	must(t, slow.Once(t.Context()))
	wantRecount(t, s, path)
}

func TestWhatHappensDuringACountIsInTheNext(t *testing.T) {
	s, path := open(t)
	c := evening()
	for n := range 2 {
		must(t, s.AddResult(t.Context(), ago(n, 300)))
	}
	job := newJob(t, &interrupted{s, func() {
		must(t, s.DeleteResult(t.Context(), storetest.ResultID(1), c.now()))
	}}, c)
	must(t, job.Once(t.Context()))
	if stale, err := s.StaleDays(t.Context()); err != nil || len(stale) != 1 {
		t.Errorf("to be counted are %v, %v", stale, err)
	}
	must(t, job.Once(t.Context()))
	wantRecount(t, s, path)
}

// asProgram makes the test binary a program that fills the database of that
// path and counts, until it is killed.
const asProgram = "ROLLUP_TEST_DATABASE"

func TestMain(m *testing.M) {
	if path := os.Getenv(asProgram); path != "" {
		fmt.Fprintln(os.Stderr, fillForEver(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func fillForEver(path string) error {
	ctx := context.Background()
	s, err := store.Open(ctx, store.Config{Path: path})
	if err != nil {
		return err
	}
	if err := s.SeedFirst(ctx, content.First(), storetest.Now); err != nil {
		return err
	}
	job := rollup.New(s, rollup.Config{Now: evening().now, Every: 1})
	if err := errors.Join(s.AddResult(ctx, ago(1<<20, 1)), job.Once(ctx)); err != nil { // so that there are counts, however soon the end
		return err
	}
	go job.Run(ctx)
	crowd(ctx, s, 1<<30, func(n int, err error) {
		if err == nil {
			fmt.Println(n)
		}
	})
	return nil
}

func TestAfterAKillTheStatisticsEqualARecount(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	acknowledged := map[int]bool{}
	c := evening()
	for range 2 {
		for _, n := range fillAndKill(t, path, 150) {
			acknowledged[n] = true
		}
		s := openAt(t, path)
		if len(kept(t, s)) == 0 {
			t.Error("nothing was counted before the kill")
		}
		for n := range acknowledged {
			if _, err := s.Result(t.Context(), storetest.ResultID(n)); err != nil && !errors.Is(err, quiz.ErrGone) {
				t.Errorf("result %d: %v", n, err)
			}
		}
		c.wait(3 * time.Minute) // the lease of the killed has run out
		must(t, newJob(t, s, c).Once(t.Context()))
		wantRecount(t, s, path)
		must(t, s.Close())
	}
}

// fillAndKill returns the takers whose results the program acknowledged before
// it was killed.
func fillAndKill(t *testing.T, path string, takers int) []int {
	t.Helper()
	program := exec.CommandContext(t.Context(), os.Args[0])
	program.Env = append(os.Environ(), asProgram+"="+path)
	program.Stderr = t.Output()
	stdout, err := program.StdoutPipe()
	must(t, err)
	must(t, program.Start())
	var list []int
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		n, err := strconv.Atoi(strings.TrimSpace(lines.Text()))
		if err != nil {
			break // cut off by the kill
		}
		if list = append(list, n); len(list) == takers {
			must(t, program.Process.Kill())
		}
	}
	if err := program.Wait(); err == nil || len(list) < takers {
		t.Fatalf("it ends by itself after %d takers: %v", len(list), err)
	}
	return list
}
