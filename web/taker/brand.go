package taker

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"

	"whichpm/internal/brand"
	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/ui"
	"whichpm/web/wire"
)

// BrandStore is what shows the site as its host's own.
type BrandStore interface {
	BrandRevision(ctx context.Context) (int64, error)
	Brand(ctx context.Context) (brand.Brand, error)
}

// branding keeps the brand in memory and follows what is saved, here or by another
// copy of the program.
type branding struct {
	store BrandStore
	now   atomic.Pointer[brand.Brand] // nil for none
}

// refresh reads the brand anew if it was saved since.
func (b *branding) refresh(ctx context.Context) error {
	revision, err := b.store.BrandRevision(ctx)
	if err != nil {
		return fmt.Errorf("look for a brand: %w", err)
	}
	switch now := b.now.Load(); {
	case revision == 0:
		b.now.Store(nil)
		return nil
	case now != nil && now.Revision == revision:
		return nil
	}
	read, err := b.store.Brand(ctx)
	if errors.Is(err, quiz.ErrNotFound) { // it was removed meanwhile
		b.now.Store(nil)
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the brand: %w", err)
	}
	b.now.Store(&read)
	return nil
}

// revision is the one that a request's pages are drawn with, 0 for none.
func brandRevision(r *http.Request) int64 {
	if b := ui.BrandOf(r.Context()); b != nil {
		return b.Revision
	}
	return 0
}

// Branded draws the pages of the public with the brand, if there is one. Pages for
// admins stay as they are.
func (t *Taker) Branded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if now := t.brand.now.Load(); now != nil && r.URL.Path != site.Admin && !strings.HasPrefix(r.URL.Path, site.Admin+"/") {
			r = r.WithContext(ui.WithBrand(r.Context(), now))
		}
		next.ServeHTTP(w, r)
	})
}

// showBrandSheet serves the colours of the brand.
func (t *Taker) showBrandSheet(w http.ResponseWriter, r *http.Request) error {
	return t.giveOfBrand(w, r, "text/css; charset=utf-8", func(b *brand.Brand) []byte { return []byte(ui.BrandSheet(":root", b.Settings)) })
}

// showLogo serves a logo of the brand.
func (t *Taker) showLogo(of func(*brand.Brand) []byte) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error { return t.giveOfBrand(w, r, "image/png", of) }
}

// giveOfBrand gives a part of the brand. Under the address of its revision it may be
// kept for ever.
func (t *Taker) giveOfBrand(w http.ResponseWriter, r *http.Request, contentType string, part func(*brand.Brand) []byte) error {
	b := t.brand.now.Load()
	if b == nil || len(part(b)) == 0 {
		return quiz.ErrNotFound
	}
	caching := "no-cache"
	if r.URL.Query().Get(site.RevisionParameter) == strconv.FormatInt(b.Revision, 10) {
		caching = "public, max-age=31536000, immutable"
	}
	w.Header().Set("Cache-Control", caching)
	return wire.Send(w, r, http.StatusOK, contentType, part(b))
}
