package main

import (
	"context"
	"fmt"
	"net"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"
)

// clients is how many connections ask at the same time, each for one answer
// after the other.
const clients = 64

// script gives the next request of one connection.
type script func() request

// load is what is asked of a server.
type load struct {
	address string
	scripts []script // one a connection
}

// tally is what came of it.
type tally struct {
	answers int
	took    time.Duration
	waits   [2][]time.Duration // by class of request, shortest first
}

func (t tally) rate() float64 { return float64(t.answers) / t.took.Seconds() }

// quantile is the wait that this share of the requests of a class stayed
// under, 0 without any.
func (t tally) quantile(class int, share float64) time.Duration {
	waits := t.waits[class]
	if len(waits) == 0 {
		return 0
	}
	return waits[min(int(share*float64(len(waits))), len(waits)-1)]
}

// run asks for that long. Any answer that was not wanted ends it.
func (l load) run(ctx context.Context, length time.Duration) (tally, error) {
	connections := make([]net.Conn, len(l.scripts))
	for i := range connections {
		var dial net.Dialer
		c, err := dial.DialContext(ctx, "tcp", l.address)
		if err != nil {
			return tally{}, fmt.Errorf("connect: %w", err)
		}
		defer c.Close() //nolint:errcheck // nobody waits for it
		connections[i] = c
	}
	waits := make([][2][]time.Duration, len(l.scripts))
	began := time.Now()
	end := began.Add(length)
	group, ctx := errgroup.WithContext(ctx)
	for i, c := range connections {
		group.Go(func() (err error) {
			waits[i], err = askUntil(ctx, c, l.scripts[i], end)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return tally{}, err
	}
	t := tally{took: time.Since(began)}
	for _, w := range waits {
		for class := range w {
			t.waits[class] = append(t.waits[class], w[class]...)
			t.answers += len(w[class])
		}
	}
	for class := range t.waits {
		slices.Sort(t.waits[class])
	}
	return t, nil
}

func askUntil(ctx context.Context, c net.Conn, next script, end time.Time) (waits [2][]time.Duration, err error) {
	if err := c.SetDeadline(end.Add(timeout)); err != nil {
		return waits, fmt.Errorf("connect: %w", err)
	}
	in := newAnswers(c)
	for ctx.Err() == nil {
		r := next()
		sent := time.Now()
		if sent.After(end) {
			return waits, nil
		}
		if _, err := c.Write(r.bytes); err != nil {
			return waits, fmt.Errorf("send: %w", err)
		}
		answer, err := in.next()
		if err != nil {
			return waits, err
		}
		if answer.status != r.want {
			return waits, fmt.Errorf("an answer has status %d instead of %d", answer.status, r.want)
		}
		waits[r.class] = append(waits[r.class], time.Since(sent))
	}
	return waits, ctx.Err()
}

// over gives each connection the same requests, one after the other and from
// another place.
func over(requests []request) []script {
	scripts := make([]script, clients)
	for i := range scripts {
		at := i * len(requests) / clients
		scripts[i] = func() request {
			at = (at + 1) % len(requests)
			return requests[at]
		}
	}
	return scripts
}
