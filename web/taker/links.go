package taker

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/maypok86/otter/v2"
	"golang.org/x/sync/singleflight"

	"whichpm/internal/quiz"
)

// links remembers which share links work, so that a page everybody opens asks
// the database once in a while and not each time. What is remembered counts
// for trustFor, and not at all once a link or a result was taken back here: a
// link revoked in this program stops at once, one revoked in another copy
// within the five seconds that were promised, a replica's lag included.
type links struct {
	store  Store
	now    func() time.Time
	known  *otter.Cache[quiz.ShareID, *link]
	asking singleflight.Group
	taken  atomic.Uint64 // how often something was taken back here
}

// link is a share link as the database had it.
type link struct {
	share  quiz.Share
	result quiz.Result
	asked  time.Time // before the database was
	taken  uint64    // what was taken back until then
}

const (
	trustFor  = time.Second
	mostLinks = 10_000 // some 5 MB
)

func newLinks(store Store, now func() time.Time) *links {
	return &links{store: store, now: now, known: otter.Must(&otter.Options[quiz.ShareID, *link]{MaximumSize: mostLinks})}
}

// get returns a link that works, and what the store says of any other.
func (l *links) get(ctx context.Context, id quiz.ShareID) (*link, error) {
	taken := l.taken.Load()
	if known, ok := l.known.GetIfPresent(id); ok && known.taken == taken {
		if age := l.now().Sub(known.asked); age >= 0 && age < trustFor {
			return known, nil
		}
	}
	// Those who come after something was taken back do not wait for an answer
	// that was on its way before.
	key := string(id[:]) + strconv.FormatUint(taken, 36)
	found, err, _ := l.asking.Do(key, func() (any, error) { return l.load(context.WithoutCancel(ctx), id, taken) })
	if err != nil {
		return nil, fmt.Errorf("load share: %w", err)
	}
	return found.(*link), nil
}

func (l *links) load(ctx context.Context, id quiz.ShareID, taken uint64) (*link, error) {
	asked := l.now()
	share, result, err := l.store.Share(ctx, id)
	if err != nil {
		l.known.Invalidate(id)
		return nil, err
	}
	found := &link{share, result, asked, taken}
	l.known.Set(id, found)
	return found, nil
}

// invalidate has every link looked up again. It is called after the database
// has the change and before the owner is told.
func (l *links) invalidate() { l.taken.Add(1) }

// shared finds what a share link opens, if it still does, and the version it
// is of.
func (t *Taker) shared(r *http.Request) (*link, *edition, error) {
	id, err := quiz.ParseShareID(chi.URLParam(r, "share"))
	if err != nil {
		return nil, nil, err
	}
	found, err := t.links.get(r.Context(), id)
	if err != nil {
		return nil, nil, err
	}
	ed, err := t.editions.version(r.Context(), found.result.Version)
	return found, ed, err
}
