package taker

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// A link that was taken back keeps its place in the list for a day, so that
// nothing moves up under the pointer, and its owner sees what became of it.
// What was done a moment ago is said.
const (
	showRevoked = 24 * time.Hour
	aMoment     = 30 * time.Second
)

// shares are the links a result's page lists, the newest first.
func (t *Taker) shares(ctx context.Context, id quiz.ResultID) ([]quiz.Share, error) {
	shares, err := t.store.Shares(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("load shares: %w", err)
	}
	return slices.DeleteFunc(shares, func(s quiz.Share) bool {
		return !s.RevokedAt.IsZero() && t.now().Sub(s.RevokedAt) > showRevoked
	}), nil
}

// shareRows are the links as the page lists them.
func (t *Taker) shareRows(r *http.Request, id quiz.ResultID) ([]takerview.ShareLink, error) {
	shares, err := t.shares(r.Context(), id)
	if err != nil {
		return nil, err
	}
	links := make([]takerview.ShareLink, len(shares))
	for i, s := range shares {
		links[i] = takerview.ShareLink{Share: s, Just: t.now().Sub(s.CreatedAt) < aMoment}
		if !s.RevokedAt.IsZero() {
			continue
		}
		links[i].Link, links[i].Image = t.absolute(r, site.Share(s.ID)), site.Card(s.ID)
		if links[i].QR, err = t.codes.Draw(links[i].Link); err != nil {
			return nil, err
		}
	}
	return links, nil
}

// redirectToShare redirects to the place of a link in the list.
func (t *Taker) redirectToShare(w http.ResponseWriter, r *http.Request, owner quiz.Owner, id quiz.ShareID) error {
	shares, err := t.shares(r.Context(), owner.ID())
	if err != nil {
		return err
	}
	i := slices.IndexFunc(shares, func(s quiz.Share) bool { return s.ID == id })
	if i < 0 {
		return page.Redirect(w, r, site.Result(owner)+"#share")
	}
	return page.Redirect(w, r, site.Result(owner)+"#"+takerview.ShareAnchor(i+1))
}
