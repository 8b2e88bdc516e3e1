package main

import (
	"context"
	"net"
	"net/http"
	"sync"
	"time"
)

// busy are the connections on which a request is answered, and the new ones: a
// request that they sent may not be read yet, and Go's Shutdown drops it.
type busy struct {
	mu    sync.Mutex
	conns map[net.Conn]struct{}
}

func newBusy() *busy { return &busy{conns: map[net.Conn]struct{}{}} }

// follow is told by the server what becomes of each connection.
func (b *busy) follow(conn net.Conn, state http.ConnState) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch state {
	case http.StateNew, http.StateActive:
		b.conns[conn] = struct{}{}
	default:
		delete(b.conns, conn)
	}
}

// wait returns when there are none, or when ctx ends.
func (b *busy) wait(ctx context.Context) {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for b.any() {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func (b *busy) any() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.conns) > 0
}
