package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// crowd is visitors who ask and send forms until they are told to stop.
type crowd struct {
	served  atomic.Int64
	refused atomic.Int64 // no byte of an answer came
	broken  sync.Map     // what was cut off or wrong
	done    sync.WaitGroup
}

func (c *crowd) visit(ctx context.Context, base string) {
	c.done.Go(func() {
		jar, _ := cookiejar.New(nil)
		client := &http.Client{
			Jar: jar, Transport: &http.Transport{}, Timeout: readyWithin,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		}
		defer client.CloseIdleConnections()
		for n := 0; ctx.Err() == nil; n++ {
			c.count(askOnce(client, base, n))
		}
	})
}

// askOnce sends a form or fetches a page. Forms are never sent again by the
// client, so that one that fails is seen.
func askOnce(client *http.Client, base string, n int) error {
	method, path, body, want := http.MethodGet, "/guide", "", http.StatusOK
	if n%2 == 0 {
		method, path, body, want = http.MethodPost, "/start", url.Values{"form": {"short"}}.Encode(), http.StatusSeeOther
	}
	request, err := http.NewRequestWithContext(context.Background(), method, base+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("X-Forwarded-For", fmt.Sprintf("10.%d.%d.%d", rand.IntN(256), rand.IntN(256), rand.IntN(256))) // they are many
	response, err := client.Do(request)
	if err != nil {
		return fmt.Errorf("%w: %w", errRefused, err)
	}
	defer response.Body.Close() //nolint:errcheck // it was read to the end
	if _, err := io.ReadAll(response.Body); err != nil {
		return fmt.Errorf("an answer was cut off: %w", err)
	}
	if response.StatusCode != want {
		return fmt.Errorf("%s %s answers %d", method, path, response.StatusCode)
	}
	return nil
}

var errRefused = errors.New("no answer")

func (c *crowd) count(err error) {
	switch {
	case err == nil:
		c.served.Add(1)
	case errors.Is(err, errRefused):
		c.refused.Add(1)
		c.broken.Store("refused: "+err.Error(), true)
	default:
		c.broken.Store(err.Error(), true)
	}
}

// wait blocks until so many more requests were served.
func (c *crowd) wait(t *testing.T, more int64) {
	t.Helper()
	until := c.served.Load() + more
	for end := time.Now().Add(time.Minute); c.served.Load() < until; {
		if time.Now().After(end) {
			t.Fatalf("only %d of %d requests were served", c.served.Load(), until)
		}
		<-time.After(time.Millisecond)
	}
}
