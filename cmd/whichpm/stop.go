package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"

	"whichpm/web/ui"
	"whichpm/web/wire"
)

const (
	shutdownWithin = 10 * time.Second
	answerWithin   = time.Second // for requests that are not read yet; then Shutdown drops them
	mostDrain      = 5 * time.Second
	maxHeader      = 16 << 10 // bytes; the taker's cookie takes at most one
)

// timeouts are how long a visitor may hold a connection: for the head of a
// request, for all of it, from its head on for the answer, and between two.
type timeouts struct{ header, request, answer, idle time.Duration }

var usual = timeouts{5 * time.Second, 15 * time.Second, 30 * time.Second, time.Minute}

// serving is the program between its start and its stop.
type serving struct {
	listener net.Listener
	handler  http.Handler
	log      *slog.Logger
	drain    time.Duration
	timeouts timeouts
	version  string // that every page tells
	stopping atomic.Bool
}

// run bounds how long any visitor can hold a connection, and stops in an order
// that cuts nobody off: not ready any more and every answer the last of its
// connection, a while for visitors to notice, no new connections, the requests
// under way to their end. The caller then commits what waits.
func (s *serving) run(ctx context.Context) error {
	visitors := newBusy()
	srv := s.server(visitors)
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(wire.OneWrite{Listener: s.listener}) }()
	notify(s.log, daemon.SdNotifyReady)
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	notify(s.log, daemon.SdNotifyStopping)
	s.stopping.Store(true)
	drained := time.NewTimer(s.drain)
	defer drained.Stop()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-drained.C:
	}
	_ = s.listener.Close() // what it took until now is served
	<-failed               //nolint:errcheck // it was told to end
	return s.finish(ctx, srv, visitors)
}

func (s *serving) server(visitors *busy) *http.Server {
	return &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: s.timeouts.header,
		ReadTimeout:       s.timeouts.request,
		WriteTimeout:      s.timeouts.answer,
		IdleTimeout:       s.timeouts.idle,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
		ConnState: func(conn net.Conn, state http.ConnState) {
			wire.Flush(conn, state)
			visitors.follow(conn, state)
		},
		BaseContext: func(net.Listener) context.Context { return ui.WithVersion(context.Background(), s.version) },
	}
}

// finish lets requests under way come to their end.
func (s *serving) finish(ctx context.Context, srv *http.Server, visitors *busy) error {
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownWithin)
	defer cancel()
	quick, done := context.WithTimeout(grace, answerWithin)
	defer done()
	visitors.wait(quick)
	if err := srv.Shutdown(grace); err != nil {
		_ = srv.Close() // the database is closed next: nobody may still ask it
		return fmt.Errorf("shut down: %w", err)
	}
	return nil
}

// notify tells systemd, where it asked to be told.
func notify(log *slog.Logger, state string) {
	if _, err := daemon.SdNotify(false, state); err != nil {
		log.Warn("systemd was not told", "state", state, "error", err)
	}
}
