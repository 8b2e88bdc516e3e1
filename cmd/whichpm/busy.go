package main

import (
	"context"
	"net"
	"net/http"
	"sync"
	"time"
)

// busy knows the connections that wait for an answer, or may be about to: new
// ones too, as Go's Shutdown drops a request that it has not read yet.
type busy struct {
	mu    sync.Mutex
	conns map[net.Conn]bool
}

// follow is told by the server what becomes of each connection.
func (b *busy) follow(conn net.Conn, state http.ConnState) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch state {
	case http.StateNew, http.StateActive:
		if b.conns == nil {
			b.conns = map[net.Conn]bool{}
		}
		b.conns[conn] = true
	default:
		delete(b.conns, conn)
	}
}

func (b *busy) none() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.conns) == 0
}

// wait returns when nobody waits, or when ctx ends.
func (b *busy) wait(ctx context.Context) {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !b.none() {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
