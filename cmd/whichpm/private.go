package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"time"

	"whichpm/internal/metrics"
	"whichpm/internal/quiz"
)

// checkFlags refuses flags that exclude each other, before anything is opened.
func (c *serveCmd) checkFlags() error {
	if c.Pprof && c.MetricsAddr == "" {
		return errors.New("--pprof needs --metrics-addr: profiles are served there, such as --metrics-addr=127.0.0.1:9090")
	}
	if c.GroupLeast < quiz.LeastLeast || c.GroupLeast > quiz.MostLeast {
		return fmt.Errorf("--group-least: give a number from %d to %d, not %d", quiz.LeastLeast, quiz.MostLeast, c.GroupLeast)
	}
	if c.Drain < 0 || c.Drain > mostDrain {
		return fmt.Errorf("--drain takes 0s to %s, not %s", mostDrain, c.Drain)
	}
	if c.PageCache < 1 || c.PageCache > mostPageCache {
		return fmt.Errorf("--page-cache takes 1 to %d megabytes, not %d", mostPageCache, c.PageCache)
	}
	return nil
}

const mostPageCache = 1 << 16 // MB

// listenPrivate takes the address for the numbers, nil if none is given. It
// comes before the database: a taken port leaves nothing behind.
func (c *serveCmd) listenPrivate(ctx context.Context) (net.Listener, error) {
	if c.MetricsAddr == "" {
		return nil, nil //nolint:nilnil // nobody asked for it
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", c.MetricsAddr)
	if err != nil {
		return nil, fmt.Errorf("listen for metrics: %w", err)
	}
	return listener, nil
}

// servePrivate serves the numbers, and profiles if asked, for whoever runs the
// program: on a listener of its own, which visitors never reach. It ends when
// the listener is closed.
func (c *serveCmd) servePrivate(listener net.Listener, m *metrics.Metrics, log *slog.Logger) {
	routes := http.NewServeMux()
	routes.Handle("GET /metrics", m.Handler())
	if c.Pprof {
		routes.HandleFunc("GET /debug/pprof/", pprof.Index)
		routes.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
		routes.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
		routes.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	}
	srv := &http.Server{
		Handler: routes, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	go func() { _ = srv.Serve(listener) }() // whoever closes the listener ends it
	log.Info("metrics are served", "url", "http://"+listener.Addr().String()+"/metrics")
}
