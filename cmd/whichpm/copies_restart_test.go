package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/store"
	"whichpm/internal/test/long"
)

// takers take the quiz again and again until they are told to stop.
type takers struct {
	front    string
	address  atomic.Int64 // each journey comes from another one
	asked    atomic.Int64
	finished atomic.Int64
	failed   sync.Map // what went wrong
	failures atomic.Int64
	done     sync.WaitGroup
}

var errFailed = errors.New("a request failed")

// take goes from the start to a shared result.
func (k *takers) take(ctx context.Context, client *http.Client) error {
	n := k.address.Add(1)
	from := fmt.Sprintf("10.%d.%d.%d", n>>16&255, n>>8&255, n&255)
	ask := func(want int, method, path string, form url.Values) (body, to string, err error) {
		request, err := http.NewRequestWithContext(ctx, method, k.front+path, strings.NewReader(form.Encode()))
		if err != nil {
			return "", "", err
		}
		if form != nil {
			request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}
		request.Header.Set("X-Forwarded-For", from)
		k.asked.Add(1)
		response, err := client.Do(request)
		if err != nil {
			return "", "", k.fail(method, path, err)
		}
		defer response.Body.Close() //nolint:errcheck // it was read to the end
		text, err := io.ReadAll(response.Body)
		if err != nil || response.StatusCode != want {
			return "", "", k.fail(method, path, fmt.Errorf("copy %s answers %d, %v", response.Header.Get("X-Copy"), response.StatusCode, err)) //nolint:errorlint // it is shown
		}
		return string(text), response.Header.Get("Location"), nil
	}
	_, to, err := ask(http.StatusSeeOther, http.MethodPost, "/start", url.Values{"form": {"full"}})
	for err == nil && to != "/review" {
		var body string
		at := to
		if body, _, err = ask(http.StatusOK, http.MethodGet, at, nil); err == nil {
			question := questionField.FindStringSubmatch(body)
			_, to, err = ask(http.StatusSeeOther, http.MethodPost, at, url.Values{"question": question[1:2], "answer": {"0"}})
		}
	}
	if err != nil {
		return err
	}
	_, result, err := ask(http.StatusSeeOther, http.MethodPost, "/result", url.Values{})
	if err != nil {
		return err
	}
	k.finished.Add(1)
	if _, _, err = ask(http.StatusSeeOther, http.MethodPost, result+"/share", url.Values{"scope": {"profile"}}); err != nil {
		return err
	}
	body, _, err := ask(http.StatusOK, http.MethodGet, result, nil)
	for range 20 {
		if err == nil {
			_, _, err = ask(http.StatusOK, http.MethodGet, shareLink.FindString(body), nil)
		}
	}
	return err
}

// fail remembers each kind of failure once, without secrets.
func (k *takers) fail(method, path string, err error) error {
	k.failures.Add(1)
	k.failed.Store(fmt.Sprintf("%s /%.6s: %v", method, strings.TrimPrefix(path, "/"), err), true)
	return errFailed
}

func TestARollingRestartUnderLoadFailsNoRequest(t *testing.T) {
	c := twoCopies(t, "--drain=1s")
	rounds, atLeast := long.Pick(1, 10), int64(long.Pick(4000, 100_000))
	load := &takers{front: c.front.url}
	var stopping atomic.Bool
	for range 8 {
		client := newVisitor(t)
		client.Transport, client.Timeout = &http.Transport{}, readyWithin
		load.done.Go(func() {
			defer client.CloseIdleConnections()
			for !stopping.Load() && load.take(t.Context(), client) == nil {
			}
		})
	}
	began := time.Now()
	for range rounds {
		for n := range c.program {
			before := load.asked.Load()
			eventually(t, "the copies agree", func() bool { return load.asked.Load() > before+50 || load.failures.Load() > 0 })
			c.restart(t, n)
		}
	}
	for load.asked.Load() < atLeast && load.failures.Load() == 0 {
		<-time.After(10 * time.Millisecond)
	}
	stopping.Store(true)
	load.done.Wait()
	load.failed.Range(func(what, _ any) bool { t.Error(what); return true })
	t.Logf("%d requests over %d restarts in %s, %d failed, %d quizzes finished",
		load.asked.Load(), 2*rounds, time.Since(began).Round(time.Second/10), load.failures.Load(), load.finished.Load())
	s, err := store.Open(t.Context(), store.Config{URL: c.database})
	ok(t, err)
	defer s.Close() //nolint:errcheck // only read from
	if kept, err := s.CountResults(t.Context()); err != nil || kept != load.finished.Load() {
		t.Errorf("%d results are kept of %d, %v", kept, load.finished.Load(), err)
	}
}
