package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"time"

	"whichpm/internal/admin"
	"whichpm/internal/content"
	"whichpm/internal/counter"
	"whichpm/internal/rollup"
	"whichpm/internal/server"
	"whichpm/internal/store"
	"whichpm/internal/taker"
)

type serveCmd struct {
	Addr string `default:"127.0.0.1:8080" env:"WHICHPM_ADDR" help:"Address and port to listen on."`
	database
	replica
	PublicURL        publicURL     `env:"WHICHPM_PUBLIC_URL" placeholder:"URL" help:"Address visitors use, for links people share, such as https://quiz.example. Without it, the address each visitor used."`
	TrustedProxies   []proxy       `env:"WHICHPM_TRUSTED_PROXIES" placeholder:"CIDR" help:"Proxies whose X-Forwarded-For is believed, such as 127.0.0.1 or 10.0.0.0/8, separated by commas."`
	FrameAncestors   []frameOrigin `env:"WHICHPM_FRAME_ANCESTORS" placeholder:"ORIGIN" help:"Sites whose pages may show /embed in a frame, such as https://example.org, separated by commas."`
	TwoPersonPublish bool          `env:"WHICHPM_TWO_PERSON_PUBLISH" help:"Ask for a second person to publish: not whoever changed the draft last."`
	OpenData         bool          `env:"WHICHPM_OPEN_DATA" help:"Publish at /data the answers and jobs of people who agreed to it, in groups of at least five."`
	upkeepFlags
	Dev bool `env:"WHICHPM_DEV" help:"Also serve every page in every state at /dev/gallery."`
}

// publicURL is an origin: scheme and host, no path. It hides url.URL's own
// way to read itself, which takes anything.
type publicURL struct{ origin *url.URL }

func (u *publicURL) UnmarshalText(text []byte) error {
	parsed, err := url.Parse(string(text))
	if err != nil || parsed.Scheme != "http" && parsed.Scheme != "https" || parsed.Host == "" ||
		parsed.Path != "" && parsed.Path != "/" || parsed.RawQuery != "" || parsed.Fragment != "" || parsed.User != nil {
		return fmt.Errorf("give an address such as https://quiz.example, not %q", text)
	}
	u.origin = parsed
	return nil
}

// proxy is an address or a range of them.
type proxy struct{ prefix netip.Prefix }

func (p *proxy) UnmarshalText(text []byte) error {
	if address, err := netip.ParseAddr(string(text)); err == nil {
		p.prefix = netip.PrefixFrom(address, address.BitLen())
		return nil
	}
	prefix, err := netip.ParsePrefix(string(text))
	if err != nil {
		return fmt.Errorf("give addresses or ranges such as 127.0.0.1 or 10.0.0.0/8, not %q", text)
	}
	p.prefix = prefix
	return nil
}

func prefixes(proxies []proxy) []netip.Prefix {
	out := make([]netip.Prefix, len(proxies))
	for i, p := range proxies {
		out[i] = p.prefix
	}
	return out
}

const (
	shutdownWithin = 10 * time.Second
	maxHeader      = 16 << 10 // bytes; the taker's cookie takes at most one
)

// Run serves until ctx ends, then finishes what is under way.
func (c *serveCmd) Run(ctx context.Context, std streams) (err error) {
	log := slog.New(slog.NewJSONHandler(std.err, nil))
	if err := c.check(c.postgres); err != nil {
		return err
	}
	where, err := c.config()
	if err != nil {
		return err
	}
	if where.Replica, err = c.replicaAddress(); err != nil {
		return err
	}
	where.Log = log
	var listen net.ListenConfig
	listener, err := listen.Listen(ctx, "tcp", c.Addr) // before the database: a taken port leaves nothing behind
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	defer listener.Close() //nolint:errcheck // closed already once the server has stopped
	db, err := store.Open(ctx, where)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.SeedFirst(ctx, content.First(), time.Now()); err != nil {
		return fmt.Errorf("load the first questions: %w", err)
	}
	counts := counter.New(db, counter.Config{Log: log})
	public, err := taker.New(ctx, db, taker.Config{PublicURL: c.PublicURL.origin, OpenData: c.OpenData, KeepDays: c.KeepResults, Count: counts.Count})
	if err != nil {
		return err
	}
	admins := admin.New(db, admin.Config{
		PublicURL: c.PublicURL.origin, TwoPersonPublish: c.TwoPersonPublish, Published: public.Refresh,
	})
	if err := c.mentionAdmins(ctx, db, log); err != nil {
		return err
	}
	days := rollup.New(db, rollup.Config{Log: log})
	tasks := append(c.tasks(c.DB, db, log), public.Watch, days.Run, counts.Run)
	defer beside(ctx, tasks...)() // before the database is closed
	handler := server.New(server.Config{
		Log: log, PublicURL: c.PublicURL.origin, TrustedProxies: prefixes(c.TrustedProxies), FrameAncestors: origins(c.FrameAncestors),
		Dev: c.Dev, Ready: db.Ping,
	}, public, admins)
	fmt.Fprintf(std.out, "WhichPM is ready at %s\n", c.address(listener))
	return serve(ctx, listener, handler, log)
}

// beside runs each task beside the server. What it returns ends them and waits
// for them; until then they go on, so that the last request is counted too.
func beside(ctx context.Context, tasks ...func(ctx context.Context)) (end func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	var running sync.WaitGroup
	for _, task := range tasks {
		running.Go(func() { task(ctx) })
	}
	return func() {
		cancel()
		running.Wait()
	}
}

func (c *serveCmd) address(listener net.Listener) string {
	if c.PublicURL.origin != nil {
		return c.PublicURL.origin.String()
	}
	return "http://" + listener.Addr().String()
}

// serve bounds how long any visitor can hold a connection.
func serve(ctx context.Context, listener net.Listener, handler http.Handler, log *slog.Logger) error {
	srv := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownWithin)
	defer cancel()
	if err := srv.Shutdown(grace); err != nil {
		return fmt.Errorf("shut down: %w", err)
	}
	return nil
}
