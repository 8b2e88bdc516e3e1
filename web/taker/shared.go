package taker

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/card"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
	"whichpm/web/wire"
	"whichpm/web/words"
)

// showShared shows a visitor what the link's scope allows, as a page, as text
// or as Markdown.
func (t *Taker) showShared(onMiss missLimiter) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		found, ed, err := t.shared(r)
		if err != nil {
			return err
		}
		if openedByPerson(r) {
			t.count(found.result.Version, quiz.EventShareOpened, 0)
		}
		return t.giveShared(w, r, found, page.Negotiate(r), t.language(w, r, ed), onMiss)
	}
}

// showSharedJSON is the same for programs.
func (t *Taker) showSharedJSON(onMiss missLimiter) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		found, _, err := t.shared(r)
		if err != nil {
			return err
		}
		return t.giveShared(w, r, found, page.JSONType, words.English, onMiss)
	}
}

// giveShared gives what a link opens in a format, from memory if it was made
// before. The link was looked up: one that was taken back opens nothing.
func (t *Taker) giveShared(w http.ResponseWriter, r *http.Request, found *link, format page.Format, l words.Language, onMiss missLimiter) error {
	key := t.sharedPage(r, found.share.ID, format, l)
	if answer, ok := t.pages.Held(r, key); ok {
		return answer.Write(w, r, http.StatusOK)
	}
	return onMiss(func(w http.ResponseWriter, r *http.Request) error {
		key.host = strings.Clone(key.host) // r.Host may be a piece of a long address
		answer, err := t.pages.Get(r, key, func(ctx context.Context) (wire.Content, error) {
			props, err := t.readShared(r.WithContext(ctx), found, l)
			if err != nil {
				return wire.Content{}, err
			}
			content, err := t.write(ctx, r, props, format)
			content.Header = sharedHeaders(found.share.ID, format)
			return content, err
		})
		if err != nil {
			return fmt.Errorf("show a shared result: %w", err)
		}
		return answer.Write(w, r, http.StatusOK)
	})(w, r)
}

// write puts a shared result into a format.
func (t *Taker) write(ctx context.Context, r *http.Request, props takerview.SharedProps, format page.Format) (wire.Content, error) {
	switch format {
	case page.JSONType:
		body, err := json.MarshalIndent(takerview.SharedExport(props, t.absolute(r, site.ResultSchema)), "", "  ")
		return wire.Content{Type: string(format), Body: append(body, '\n')}, err
	case page.Text:
		return wire.Content{Type: string(format) + page.UTF8, Body: []byte(takerview.SharedText(props))}, nil
	case page.Markdown:
		return wire.Content{Type: string(format) + page.UTF8, Body: []byte(takerview.SharedMarkdown(props))}, nil
	case page.PNG:
		picture, err := t.draw(props)
		return wire.Content{Type: string(format), Body: picture}, err
	}
	return page.View(func() templ.Component { return takerview.Shared(props) })(ctx)
}

func sharedHeaders(id quiz.ShareID, format page.Format) http.Header {
	h := http.Header{
		"X-Robots-Tag":  {"noindex"},
		"Cache-Control": {"no-cache"}, // a revoked link stops at once
	}
	switch format {
	case page.JSONType:
	case page.PNG:
		h.Set("Vary", page.Spoken)
	default:
		h.Set("Link", "<"+site.ShareJSON(id)+`>; rel="alternate"; type="application/json"`)
		h.Set("Vary", page.Negotiated+", "+page.Spoken)
	}
	return h
}

// readShared scores a shared result as far as its scope shows it.
func (t *Taker) readShared(r *http.Request, found *link, l words.Language) (takerview.SharedProps, error) {
	ed, reading, err := t.rescore(r.Context(), found.result)
	if err != nil {
		return takerview.SharedProps{}, err
	}
	reading = ed.translated(reading, l)
	if found.share.Scope == quiz.ScopeAnswers {
		reading = ed.explain(reading)
	}
	reading.Newer = false // a link that was passed on never changes; it leads to the method page, which tells
	return takerview.SharedProps{
		Reading: reading,
		Share:   found.share,
		Link:    t.absolute(r, site.Share(found.share.ID)),
		Image:   t.absolute(r, site.Card(found.share.ID)),

		Drawable: card.Drawable,
	}, nil
}
