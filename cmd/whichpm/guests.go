package main

import (
	"context"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// guests are the open connections. A look at all of them a few times a second
// holds each to its limits: deadlines of net/http would set four timers for
// every request.
type guests struct {
	net.Listener

	patience patience
	mu       sync.Mutex
	open     map[*guest]struct{}
}

func newGuests(l net.Listener, p patience) *guests {
	return &guests{Listener: l, patience: p, open: map[*guest]struct{}{}}
}

// Accept takes the next one in.
func (all *guests) Accept() (net.Conn, error) {
	conn, err := all.Listener.Accept()
	if err != nil {
		return nil, err
	}
	g := &guest{Conn: conn, all: all}
	all.mu.Lock()
	defer all.mu.Unlock()
	all.open[g] = struct{}{}
	return g, nil
}

// guest is a connection, what it is at and since when.
type guest struct {
	net.Conn

	all   *guests
	held  held
	doing atomic.Int32
	since atomic.Int64 // Unix nanoseconds
}

// What a guest is at: not looked after yet, sending the head of a request,
// waiting for the answer or taking it, and nothing.
const (
	fresh int32 = iota
	asking
	answered
	resting
)

func (g *guest) begin(doing int32) {
	g.since.Store(time.Now().UnixNano())
	g.doing.Store(doing)
}

// follow is told by the server what becomes of each connection. That the next
// request begins it does not tell: Read notices.
func (*guests) follow(conn net.Conn, state http.ConnState) {
	switch g := conn.(*guest); state { //nolint:forcetypeassert,exhaustive // Accept made it; Close does the rest
	case http.StateActive:
		g.begin(answered)
	case http.StateIdle:
		g.flush()
		g.begin(resting)
	}
}

func (g *guest) Read(b []byte) (int, error) {
	if g.doing.Load() == fresh {
		g.begin(asking)
	}
	n, err := g.Conn.Read(b)
	if n > 0 && g.doing.Load() == resting {
		g.begin(asking)
	}
	return n, err
}

// CloseWrite lets a guest read the last answer to its end.
func (g *guest) CloseWrite() error {
	g.flush()
	if half, ok := g.Conn.(interface{ CloseWrite() error }); ok {
		return half.CloseWrite()
	}
	return nil
}

func (g *guest) Close() error {
	g.flush()
	g.all.mu.Lock()
	delete(g.all.open, g)
	g.all.mu.Unlock()
	return g.Conn.Close()
}

// lookEvery is how exact the limits are.
const lookEvery = 250 * time.Millisecond

// watch sends away who takes too long, until ctx ends.
func (all *guests) watch(ctx context.Context) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			for _, g := range all.list() {
				g.look(now, all.patience)
			}
		}
	}
}

func (all *guests) list() []*guest {
	all.mu.Lock()
	defer all.mu.Unlock()
	list := make([]*guest, 0, len(all.open))
	for g := range all.open {
		list = append(list, g)
	}
	return list
}

// look ends what takes too long as a deadline would. It does so again at the
// next look: the server takes deadlines back between requests.
func (g *guest) look(now time.Time, p patience) {
	doing, took := g.doing.Load(), now.Sub(time.Unix(0, g.since.Load()))
	switch {
	case doing == answered && took > p.answer:
		_ = g.SetDeadline(now)
	case doing == answered && took > p.request, doing == asking && took > p.header, doing == resting && took > p.idle:
		_ = g.SetReadDeadline(now)
	}
}

// wait returns when nobody waits for an answer or may be about to, or when ctx
// ends. New ones count too: Go's Shutdown drops a request it has not read yet.
func (all *guests) wait(ctx context.Context) {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !all.none() {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func (all *guests) none() bool {
	for _, g := range all.list() {
		if g.doing.Load() != resting {
			return false
		}
	}
	return true
}
