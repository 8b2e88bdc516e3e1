// Package taker holds the public pages: the way through the quiz, the result,
// its shares, the guide and the method. It decides with quiz and score and
// shows with takerview. It lists no method that writes a quiz: the public
// cannot edit.
package taker

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"whichpm/internal/jobs"
	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/qr"
	"whichpm/web/wire"
)

// Store is what these pages need of the database.
type Store interface {
	PublishedID(ctx context.Context) (int64, error)
	Version(ctx context.Context, id int64) (*quiz.Version, error)
	KeepResult(ctx context.Context, r quiz.Result) (quiz.Result, error)
	Ended(ctx context.Context, origin quiz.ResultID) (quiz.ResultID, error)
	Result(ctx context.Context, id quiz.ResultID) (quiz.Result, error)
	DeleteResult(ctx context.Context, id quiz.ResultID, now time.Time) error
	AddShare(ctx context.Context, s quiz.Share) error
	Shares(ctx context.Context, id quiz.ResultID) ([]quiz.Share, error)
	Share(ctx context.Context, id quiz.ShareID) (quiz.Share, quiz.Result, error)
	RevokeShare(ctx context.Context, result quiz.ResultID, share quiz.ShareID, now time.Time) error

	AddOutcome(ctx context.Context, o quiz.Outcome) error
	Outcome(ctx context.Context, id quiz.ResultID) (quiz.Outcome, error)
	RemoveOutcome(ctx context.Context, id quiz.ResultID) error
	OpenRows(ctx context.Context, version int64, n int) ([]quiz.OpenReport, error)
	DayParts(ctx context.Context, version int64, part string, from, to quiz.Day) ([]quiz.DayPart, error)
	Simulated(ctx context.Context) (int64, error)
	RolledAt(ctx context.Context) (time.Time, error)

	GroupStore
	BrandStore
}

// GroupStore is what the pages of groups need.
type GroupStore interface {
	AddGroup(ctx context.Context, g quiz.Group) error
	InvitedGroup(ctx context.Context, invitation quiz.GroupID) (quiz.Group, error)
	OrganisedGroup(ctx context.Context, organiser quiz.OrganiserID) (quiz.Group, error)
	JoinedGroup(ctx context.Context, invitation quiz.GroupID, result quiz.ResultID) (quiz.Group, quiz.Member, error)
	GroupsOf(ctx context.Context, result quiz.ResultID) ([]quiz.Group, error)
	GroupHasEnough(ctx context.Context, id quiz.GroupID) (bool, error)
	GroupMembers(ctx context.Context, id quiz.GroupID) ([]quiz.Member, []quiz.Result, error)
	JoinGroup(ctx context.Context, m quiz.Member, now time.Time) error
	LeaveGroup(ctx context.Context, id quiz.GroupID, result quiz.ResultID) error
	CloseGroup(ctx context.Context, id quiz.GroupID, now time.Time, draw func([]quiz.Result) (string, error)) error
	RenewInvitation(ctx context.Context, id, invitation quiz.GroupID, now time.Time) error
	DeleteGroup(ctx context.Context, id quiz.GroupID, now time.Time) error
}

// Config is what differs from one host to another.
type Config struct {
	PublicURL  *url.URL         // nil: the address the visitor used
	OpenData   bool             // publish the answers of people who let us
	KeepDays   int              // how long results are kept, 0 for ever
	Groups     quiz.GroupMakers // who may make groups, "" for nobody
	GroupLeast int              // how many a group without names needs, 0: quiz.LeastLeast
	Cache      int              // bytes of pages and pictures that are kept, 0: defaultCache
	Now        func() time.Time
	Count      func(version int64, event quiz.Event, place int) // nil: the way through the quiz is not counted
	Finished   func()                                           // told of each quiz that was finished and stored, nil: nobody
}

// keptCodes is how many bytes of QR codes are kept: some 1,500 links.
const keptCodes = 8 << 20

// Taker serves the public pages.
type Taker struct {
	store    Store
	editions *editions
	brand    *branding
	public   *url.URL
	cookie   page.Cookie
	keepDays int
	groups   quiz.GroupMakers
	least    int // how many a group without names needs
	now      func() time.Time
	count    func(version int64, event quiz.Event, place int)
	progress *progress
	links    *links
	pages    *wire.Kept
	codes    *qr.Kept
	openData bool
	open     *openDataCache
	repeats  *repeats
	measured atomic.Pointer[measurement] // nil until it was measured once
	finished func()
}

// New loads the published version. While there is none, its pages say that the
// quiz is not open yet. It returns the store's error when the database does
// not answer.
func New(ctx context.Context, store Store, c Config) (*Taker, error) {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Cache == 0 {
		c.Cache = defaultCache
	}
	if c.Count == nil {
		c.Count = countNothing
	}
	if c.Finished == nil {
		c.Finished = func() {}
	}
	t := &Taker{
		store: store, editions: &editions{store: store}, brand: &branding{store: store}, public: c.PublicURL, cookie: journeyCookie(c.PublicURL), keepDays: c.KeepDays, groups: c.Groups, least: max(c.GroupLeast, quiz.LeastLeast), now: c.Now, count: c.Count, finished: c.Finished,
		links: newLinks(store, c.Now), pages: wire.NewKept(c.Cache), codes: qr.NewKept(keptCodes), progress: newProgress(c.Now),
		openData: c.OpenData, open: &openDataCache{store: store, now: c.Now}, repeats: newRepeats(c.Now),
	}
	if err := t.editions.refresh(ctx); err != nil && !errors.Is(err, quiz.ErrNotFound) {
		return nil, err
	}
	if err := t.brand.refresh(ctx); err != nil {
		return nil, err
	}
	_ = t.Measure(ctx) // the quiz runs without; Watch tries again
	return t, nil
}

// Watch follows the published version, and measures how often the quiz is
// right, until ctx ends. Other nodes publish and count too.
func (t *Taker) Watch(ctx context.Context) {
	var both sync.WaitGroup
	both.Go(func() { every(ctx, followEvery, t.Refresh) })
	both.Go(func() {
		every(ctx, measureEvery, func(ctx context.Context) { _ = t.Measure(ctx) }) // readiness reports a database that is away
	})
	both.Wait()
}

// Refresh follows the published version at once, with the numbers on it, and the
// brand. Where that fails, Watch does.
func (t *Taker) Refresh(ctx context.Context) {
	_ = t.editions.refresh(ctx) // readiness reports a database that is away
	_ = t.brand.refresh(ctx)
	if m := t.measured.Load(); t.Open() && (m == nil || m.version != t.editions.latest().ID) {
		_ = t.Measure(ctx)
	}
}

// Open reports whether a version is published that people can take.
func (t *Taker) Open() bool { return t.editions.latest() != nil }

const followEvery = 2 * time.Second

// every does something at intervals until ctx ends. While the database is
// away, what is in memory goes on being asked and shown.
func every(ctx context.Context, interval time.Duration, do func(context.Context)) {
	jobs.Repeat(ctx, interval, nil, func(ctx context.Context) time.Duration {
		do(ctx)
		return interval
	})
}

// absolute is the address of a path for someone elsewhere.
func (t *Taker) absolute(r *http.Request, path string) string {
	return page.Absolute(r, t.public, path)
}

// random128 is fresh randomness for a seed or an address. It never fails.
func random128() (b [16]byte) {
	_, _ = rand.Read(b[:]) // documented never to fail
	return b
}
