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
	"runtime/debug"
	"sync"
	"time"

	"github.com/go-chi/httprate"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/counter"
	"whichpm/internal/limit"
	"whichpm/internal/metrics"
	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/internal/store"
	"whichpm/web/admin"
	"whichpm/web/server"
	"whichpm/web/taker"
)

type serveCmd struct {
	Addr string `arg:"--addr,env:WHICHPM_ADDR" default:"127.0.0.1:8080" help:"Address and port to listen on."`
	database
	replica
	PublicURL        publicURL                       `arg:"--public-url,env:WHICHPM_PUBLIC_URL" placeholder:"URL" help:"Address visitors use, for links people share, such as https://quiz.example. Without it, the address each visitor used."`
	TrustedProxies   list[proxy, *proxy]             `arg:"--trusted-proxies,env:WHICHPM_TRUSTED_PROXIES" placeholder:"CIDR" help:"Proxies whose X-Forwarded-For is believed, such as 127.0.0.1 or 10.0.0.0/8, separated by commas."`
	FrameAncestors   list[frameOrigin, *frameOrigin] `arg:"--frame-ancestors,env:WHICHPM_FRAME_ANCESTORS" placeholder:"ORIGIN" help:"Sites whose pages may show /embed in a frame, such as https://example.org, separated by commas."`
	TwoPersonPublish bool                            `arg:"--two-person-publish,env:WHICHPM_TWO_PERSON_PUBLISH" help:"Ask for a second person to publish: not whoever changed the draft last."`
	OpenData         bool                            `arg:"--open-data,env:WHICHPM_OPEN_DATA" help:"Publish at /data the answers and jobs of people who agreed to it, in groups of at least five."`
	Groups           quiz.GroupMakers                `arg:"--groups,env:WHICHPM_GROUPS" default:"off" placeholder:"WHO" help:"Who may make groups that take the quiz and see themselves together: off, admins or anyone."`
	GroupLeast       int                             `arg:"--group-least,env:WHICHPM_GROUP_LEAST" default:"5" placeholder:"N" help:"How many people a group without names needs before it shows anything: 5 to 20."`
	MetricsAddr      string                          `arg:"--metrics-addr,env:WHICHPM_METRICS_ADDR" placeholder:"ADDR" help:"Also serve metrics for Prometheus, at an address visitors cannot reach, such as 127.0.0.1:9090."`
	Pprof            bool                            `arg:"--pprof,env:WHICHPM_PPROF" help:"Also serve profiles of the running program, at the address of the metrics."`
	PageCache        int                             `arg:"--page-cache,env:WHICHPM_PAGE_CACHE" default:"64" placeholder:"MB" help:"How many megabytes of finished pages and pictures to keep in memory."`
	Drain            time.Duration                   `arg:"--drain,env:WHICHPM_DRAIN" placeholder:"TIME" help:"After a signal, go on answering this long while connections end, such as 500ms; at most 5s."`
	upkeepFlags
	Dev bool `arg:"--dev,env:WHICHPM_DEV" help:"Also serve every page in every state at /dev/gallery; not in a built program."`
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

// How often days are counted, and how long a program that died keeps others
// from it: as package rollup says, but in tests.
var countEvery, countLease time.Duration

// Run serves until ctx ends, then finishes what is under way.
func (c *serveCmd) Run(ctx context.Context, std streams) (err error) {
	log := slog.New(slog.NewJSONHandler(std.err, nil))
	if err := errors.Join(c.checkFlags(), c.check(c.postgres)); err != nil {
		return err
	}
	for _, name := range unread() {
		log.WarnContext(ctx, unreadMeans(name))
	}
	surviveClosedOutput()
	where, err := c.where(log)
	if err != nil {
		return err
	}
	gallery, err := c.gallery()
	if err != nil {
		return err
	}
	listener, err := listen(ctx, c.Addr) // before the database: a taken port leaves nothing behind
	if err != nil {
		return err
	}
	defer listener.Close() //nolint:errcheck // closed already once the server has stopped
	private, err := c.listenPrivate(ctx)
	if err != nil {
		return err
	}
	if private != nil {
		defer private.Close() //nolint:errcheck // nobody waits for it
	}
	db, err := store.Open(ctx, where)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.SeedFirst(ctx, content.First(), time.Now()); err != nil {
		return fmt.Errorf("load the first questions: %w", err)
	}
	numbers := newMetrics(ctx, db)
	var measure func(http.Handler) http.Handler // nil while nobody asks for the numbers
	if private != nil {
		measure = numbers.Measure
		c.servePrivate(private, numbers, log)
	}
	counts := counter.New(db, counter.Config{Log: log})
	public, err := taker.New(ctx, db, taker.Config{
		PublicURL: c.PublicURL.origin, OpenData: c.OpenData, KeepDays: c.KeepResults, Groups: c.Groups, GroupLeast: c.GroupLeast, Cache: c.PageCache << 20, Count: counts.Count, Finished: numbers.Finished,
	})
	if err != nil {
		return err
	}
	if !public.Open() {
		log.WarnContext(ctx, "no version is published, so nobody can take the quiz yet: publish the draft at /admin/publication, or a file with: whichpm import FILE --publish --note=WHY "+c.flag())
	}
	limits := limit.New(db, limit.Config{Log: log, Shared: where.URL != ""})
	passkeys, err := auth.NewPasskeys(c.PublicURL.origin)
	if err != nil {
		log.WarnContext(ctx, "admins cannot use passkeys: browsers have none for the address in --public-url", "error", err)
	}
	admins := admin.New(db, admin.Config{
		PublicURL: c.PublicURL.origin, Passkeys: passkeys, TwoPersonPublish: c.TwoPersonPublish, Published: public.Refresh, Tries: limits.Of("sign in"),
		Backups: c.lastBackup(db), Groups: c.Groups, GroupLeast: c.GroupLeast,
	})
	if err := c.mentionAdmins(ctx, db, log); err != nil {
		return err
	}
	access := holdLog(std.err)
	days := rollup.New(db, rollup.Config{Log: log, Every: countEvery, Lease: countLease, OpenData: c.OpenData})
	tasks, err := c.tasks(ctx, db, public.DrawGroup, log)
	if err != nil {
		return err
	}
	defer runBeside(ctx, append(tasks, public.Watch, days.Run, counts.Run, limits.Run, access.run)...)() // before the database is closed
	site := serving{listener: listener, log: log, drain: c.Drain, timeouts: usual, version: version(debug.ReadBuildInfo())}
	site.handler = server.New(server.Config{
		Log: log, Access: access, PublicURL: c.PublicURL.origin, TrustedProxies: prefixes(c.TrustedProxies), FrameAncestors: originTexts(c.FrameAncestors),
		Gallery: gallery, Ready: db.Ping, Limits: func(what string) httprate.LimitCounter { return limits.Of(what) }, Groups: groupsOf(db), Stopping: site.stopping.Load, Measure: measure,
	}, public, admins)
	debug.FreeOSMemory() // what starting took
	fmt.Fprintf(std.out, "WhichPM is ready at %s\n", c.address(listener))
	return site.run(ctx)
}

// where the results are and how to get there.
func (c *serveCmd) where(log *slog.Logger) (store.Config, error) {
	where, err := c.config()
	if err != nil {
		return where, err
	}
	where.Log = log
	where.Replica, err = c.replicaAddress()
	return where, err
}

// gallery is every page in every state, nil if nobody asked for it.
func (c *serveCmd) gallery() (http.Handler, error) {
	if !c.Dev {
		return nil, nil
	}
	return everyPage()
}

// newMetrics are the numbers for whoever runs the program.
func newMetrics(ctx context.Context, db *store.Store) *metrics.Metrics {
	numbers := metrics.New(db.Waiting)
	numbers.Job("statistics", func() time.Time {
		at, _ := db.RolledAt(ctx) // without an answer it counts as not done yet
		return at
	})
	return numbers
}

// runBeside runs each task beside the server. What it returns ends them and waits
// for them; until then they go on, so that the last request is counted too.
func runBeside(ctx context.Context, tasks ...func(ctx context.Context)) (end func()) {
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
