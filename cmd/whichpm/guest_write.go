package main

import (
	"net"
	"sync"
)

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
