package main

import (
	"context"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// guests are the open connections: a stop waits for those with a request that
// was not read yet.
type guests struct {
	net.Listener

	mu   sync.Mutex
	open map[*guest]struct{}
}

func newGuests(l net.Listener) *guests { return &guests{Listener: l, open: map[*guest]struct{}{}} }

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

// guest is a connection.
type guest struct {
	net.Conn

	all     *guests
	held    held
	resting atomic.Bool // nothing is asked, for now
}

// follow is told by the server what becomes of each connection. That the next
// request begins it does not tell: Read notices.
func (*guests) follow(conn net.Conn, state http.ConnState) {
	switch g := conn.(*guest); state { //nolint:forcetypeassert // Accept made it; Close does the rest
	case http.StateActive:
		g.resting.Store(false)
	case http.StateIdle:
		g.flush()
		g.resting.Store(true)
	}
}

func (g *guest) Read(b []byte) (int, error) {
	n, err := g.Conn.Read(b)
	if n > 0 && g.resting.Load() {
		g.resting.Store(false)
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

// wait returns when nobody waits for an answer or may be about to, or when ctx
// ends. New ones count too: Go's Shutdown drops a request it has not read yet.
func (all *guests) wait(ctx context.Context) {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !all.rest() {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func (all *guests) rest() bool {
	all.mu.Lock()
	defer all.mu.Unlock()
	for g := range all.open {
		if !g.resting.Load() {
			return false
		}
	}
	return true
}

// The server writes through a buffer of chunk bytes: an answer that is longer
// leaves as one write of exactly that many and one of the rest. A guest holds
// the first back and sends both at once, so that the system is called once and
// not twice. Nothing is held once the answer is over.
const chunk = 4 << 10

var chunks = sync.Pool{New: func() any { return new([chunk]byte) }}

// held is the beginning of an answer, if it waits for the rest.
type held struct {
	mu    sync.Mutex // a guest may be sent away while it is written to
	first *[chunk]byte
}

func (g *guest) Write(b []byte) (int, error) {
	g.held.mu.Lock()
	defer g.held.mu.Unlock()
	switch {
	case g.held.first == nil && len(b) == chunk:
		g.held.first = chunks.Get().(*[chunk]byte)
		return copy(g.held.first[:], b), nil
	case g.held.first == nil:
		return g.Conn.Write(b)
	}
	both := net.Buffers{g.held.first[:], b}
	n, err := both.WriteTo(g.Conn)
	g.held.free()
	return max(int(n)-chunk, 0), err
}

// flush sends what is held. A write that is under way sends it anyway.
func (g *guest) flush() {
	if !g.held.mu.TryLock() {
		return
	}
	defer g.held.mu.Unlock()
	if g.held.first != nil {
		_, _ = g.Conn.Write(g.held.first[:]) // what fails now fails again when the next request is read
		g.held.free()
	}
}

func (h *held) free() {
	chunks.Put(h.first)
	h.first = nil
}
