// Package taker holds the public pages: the way through the quiz, the result,
// its shares, the guide and the method. It decides with quiz and score and
// shows with takerview. It lists no method that writes a quiz: the public
// cannot edit.
package taker

import (
	"context"
	"crypto/rand"
	"net/http"
	"net/url"
	"strings"
	"time"

	"whichpm/internal/card"
	"whichpm/internal/quiz"
)

// Store is what these pages need of the database.
type Store interface {
	PublishedID(ctx context.Context) (int64, error)
	Version(ctx context.Context, id int64) (*quiz.Version, error)
	AddResult(ctx context.Context, r quiz.Result) error
	Result(ctx context.Context, id quiz.ResultID) (quiz.Result, error)
	DeleteResult(ctx context.Context, id quiz.ResultID, now time.Time) error
	AddShare(ctx context.Context, s quiz.Share) error
	Shares(ctx context.Context, id quiz.ResultID) ([]quiz.Share, error)
	Share(ctx context.Context, id quiz.ShareID) (quiz.Share, quiz.Result, error)
	RevokeShare(ctx context.Context, result quiz.ResultID, share quiz.ShareID, now time.Time) error
}

// Config is what differs from one host to another.
type Config struct {
	PublicURL *url.URL // nil: the address the visitor used
	Now       func() time.Time
}

// Taker serves the public pages.
type Taker struct {
	store    Store
	editions *editions
	public   *url.URL
	now      func() time.Time
	cards    *card.Cache
}

// New loads the published version. It returns the store's error when there is
// none or the database does not answer.
func New(ctx context.Context, store Store, c Config) (*Taker, error) {
	if c.Now == nil {
		c.Now = time.Now
	}
	t := &Taker{store: store, editions: &editions{store: store}, public: c.PublicURL, now: c.Now, cards: card.NewCache(0)}
	if err := t.editions.refresh(ctx); err != nil {
		return nil, err
	}
	return t, nil
}

// Watch follows the published version until ctx ends. Other nodes publish too.
func (t *Taker) Watch(ctx context.Context) { t.editions.watch(ctx) }

// Refresh follows the published version at once. Where that fails, Watch does.
func (t *Taker) Refresh(ctx context.Context) { _ = t.editions.refresh(ctx) }

// absolute is the address of a path for someone elsewhere.
func (t *Taker) absolute(r *http.Request, path string) string {
	if t.public != nil {
		return strings.TrimSuffix(t.public.String(), "/") + path
	}
	scheme := "http://"
	if r.TLS != nil {
		scheme = "https://"
	}
	return scheme + r.Host + path
}

// secure reports whether the visitor's browser speaks HTTPS.
func (t *Taker) secure(r *http.Request) bool {
	return r.TLS != nil || t.public != nil && t.public.Scheme == "https"
}

// random128 is fresh randomness for a seed or an address. It never fails.
func random128() (b [16]byte) {
	_, _ = rand.Read(b[:]) // documented never to fail
	return b
}
