package limit_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-chi/httprate"

	"whichpm/internal/auth"
	"whichpm/internal/limit"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// copies are programs on one database that let 240 pass a minute.
func copies(t *testing.T, n int, shared bool) (all []*limit.Counts, sites []http.Handler) {
	t.Helper()
	db := storetest.Empty(t)
	for range n {
		counts := limit.New(db, limit.Config{Shared: shared})
		limited := httprate.LimitBy(240, auth.LimitWindow,
			func(r *http.Request) (string, error) { return r.RemoteAddr, nil }, httprate.WithLimitCounter(counts.Of("write")))
		all = append(all, counts)
		sites = append(sites, limited(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})))
	}
	return all, sites
}

// passes reports whether an address may write once more.
func passes(t *testing.T, site http.Handler, address string) bool {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", nil)
	request.RemoteAddr = address
	answer := httptest.NewRecorder()
	site.ServeHTTP(answer, request)
	return answer.Code == http.StatusOK
}

// allowed is how many of so many writes pass, one copy after the other.
func allowed(t *testing.T, writes int, all []*limit.Counts, sites []http.Handler, exchange int) (passed int) {
	t.Helper()
	for n := range writes {
		if passes(t, sites[n%len(sites)], "ada") {
			passed++
		}
		if n%exchange == exchange-1 {
			for _, counts := range all {
				must(t, counts.Exchange(t.Context()))
			}
		}
	}
	return passed
}

func TestCopiesTogetherAllowTheLimitAndWhatComesBetweenTwoExchanges(t *testing.T) {
	all, sites := copies(t, 3, true)
	if n := allowed(t, 900, all, sites, 30); n < 240 || n > 240+2*30 { // an exchange ends before the next one learns of it
		t.Errorf("%d writes pass", n)
	}
	for n, site := range sites {
		if passes(t, site, "ada") {
			t.Errorf("copy %d lets ada write", n)
		}
		if !passes(t, site, "ben") {
			t.Errorf("copy %d does not let ben write", n)
		}
	}
}

func TestACopyAloneKeepsItsCountsToItself(t *testing.T) {
	all, sites := copies(t, 2, false)
	if n := allowed(t, 900, all, sites, 30); n < 480 || n > 484 { // a minute may end meanwhile
		t.Errorf("%d writes pass", n)
	}
}

// minute is a window that began that many minutes after the tests' time.
func minute(n int) time.Time {
	return storetest.Now.Truncate(auth.LimitWindow).Add(time.Duration(n) * auth.LimitWindow)
}

func count(t *testing.T, c *limit.Counts, what, address string, window time.Time) (now, then int) {
	t.Helper()
	now, then, err := c.Of(what).Get(address, window, window.Add(-auth.LimitWindow))
	must(t, err)
	return now, then
}

func TestWindowsAddressesAndKindsAreCountedApart(t *testing.T) {
	db, at := storetest.Empty(t), minute(0)
	clock := func() time.Time { return at }
	one, other := limit.New(db, limit.Config{Now: clock, Shared: true}), limit.New(db, limit.Config{Now: clock, Shared: true})
	must(t, one.Of("write").IncrementBy("ada", minute(0), 10))
	must(t, one.Of("sign in").IncrementBy("ada", minute(0), 7))
	must(t, one.Of("write").IncrementBy("ben", minute(0), 5))
	at = minute(1)
	must(t, one.Of("write").IncrementBy("ada", minute(1), 20))
	for range 2 { // the second adds nothing
		must(t, one.Exchange(t.Context()))
		must(t, other.Exchange(t.Context()))
	}
	must(t, other.Of("write").IncrementBy("ada", minute(1), 4))
	must(t, other.Exchange(t.Context()))
	must(t, one.Exchange(t.Context()))
	for _, c := range []*limit.Counts{one, other} {
		if now, then := count(t, c, "write", "ada", minute(1)); now != 24 || then != 10 {
			t.Errorf("ada wrote %d and before %d times", now, then)
		}
		if now, then := count(t, c, "sign in", "ada", minute(1)); now != 0 || then != 7 {
			t.Errorf("ada signed in %d and before %d times", now, then)
		}
		if now, then := count(t, c, "write", "ben", minute(1)); now != 0 || then != 5 {
			t.Errorf("ben wrote %d and before %d times", now, then)
		}
	}
	at = minute(4)
	must(t, one.Exchange(t.Context()))
	if now, then := count(t, one, "write", "ada", minute(1)); now != 0 || then != 0 {
		t.Errorf("long after, %d and %d are in memory", now, then)
	}
	must(t, db.ForgetTries(t.Context(), at))
	if left, err := db.LimitCounts(t.Context(), minute(-9), 1); err != nil || len(left) > 0 {
		t.Errorf("in the database are %v, %v", left, err)
	}
}

// flaky fails while it is switched off.
type flaky struct {
	*store.Store

	off bool
}

func (f *flaky) AddLimitCounts(ctx context.Context, counts []auth.LimitCount) error {
	if f.off {
		return context.DeadlineExceeded
	}
	return f.Store.AddLimitCounts(ctx, counts)
}

func TestWithoutADatabaseACopyCountsOnAndCatchesUp(t *testing.T) {
	db := &flaky{Store: storetest.Empty(t), off: true}
	one := limit.New(db, limit.Config{Shared: true, Now: func() time.Time { return minute(0) }})
	other := limit.New(db, limit.Config{Shared: true, Now: func() time.Time { return minute(0) }})
	for range 3 {
		must(t, one.Of("write").IncrementBy("ada", minute(0), 10))
		if one.Exchange(t.Context()) == nil {
			t.Error("it was kept")
		}
	}
	if now, _ := count(t, one, "write", "ada", minute(0)); now != 30 {
		t.Errorf("meanwhile ada wrote %d times", now)
	}
	db.off = false
	must(t, one.Exchange(t.Context()))
	must(t, other.Exchange(t.Context()))
	if now, _ := count(t, other, "write", "ada", minute(0)); now != 30 {
		t.Errorf("the other knows of %d", now)
	}
}

func TestWhoWritesMuchIsToldOfAtOnceAndTheRestAtTheEnd(t *testing.T) {
	db := storetest.Empty(t)
	counts := limit.New(db, limit.Config{Shared: true, Every: time.Hour})
	writes := counts.Of("write")
	writes.Config(240, auth.LimitWindow)
	ctx, stop := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { counts.Run(ctx) })
	window := time.Now().Truncate(auth.LimitWindow)
	total := func() (n int64) {
		list, err := db.LimitCounts(t.Context(), window, 1)
		must(t, err)
		for _, c := range list {
			n += c.N
		}
		return n
	}
	must(t, writes.IncrementBy("ada", window, 30))
	for end := time.Now().Add(10 * time.Second); total() != 30; {
		if time.Now().After(end) {
			t.Fatal("nobody is told")
		}
	}
	must(t, writes.Increment("ada", window))
	stop()
	running.Wait()
	if n := total(); n != 31 {
		t.Errorf("others know of %d", n)
	}
}

func TestAFailureIsLoggedOnce(t *testing.T) {
	s := storetest.Empty(t)
	must(t, s.Close())
	var log bytes.Buffer
	counts := limit.New(s, limit.Config{Shared: true, Every: 1, Log: slog.New(slog.NewTextHandler(&log, nil))})
	ctx, stop := context.WithCancel(t.Context())
	stop()
	counts.Run(ctx)
	counts.Run(ctx)
	if said := log.String(); strings.Count(said, "not shared") != 1 {
		t.Errorf("it logs %q", said)
	}
}

func TestAddressesWithoutEndTakeNoMemory(t *testing.T) {
	counts := limit.New(storetest.Empty(t), limit.Config{Now: func() time.Time { return minute(0) }})
	writes := counts.Of("write")
	must(t, writes.IncrementBy("ada", minute(0), 7))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for n := range 500_000 {
		must(t, writes.Increment(strconv.Itoa(n), minute(0)))
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 16<<20 {
		t.Errorf("they take %d MB", grown>>20)
	}
	must(t, writes.Increment("ada", minute(0)))
	if now, _ := count(t, counts, "write", "ada", minute(0)); now != 8 {
		t.Errorf("ada, who was counted before, wrote %d times", now)
	}
}
