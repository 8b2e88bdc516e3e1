package taker

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/a-h/templ"

	"whichpm/internal/page"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/takerview"
)

// showShared shows a visitor what the link's scope allows, as a page, as text
// or as Markdown.
func (t *Taker) showShared(w http.ResponseWriter, r *http.Request) error {
	found, err := t.shared(r)
	if err != nil {
		return err
	}
	if r.Method != http.MethodHead {
		t.count(found.result.Version, quiz.EventShareOpened, 0)
	}
	w.Header()["Link"] = []string{"<" + site.ShareJSON(found.share.ID) + `>; rel="alternate"; type="application/json"`}
	return t.giveShared(w, r, found, page.Negotiate(w, r))
}

// showSharedJSON is the same for programs.
func (t *Taker) showSharedJSON(w http.ResponseWriter, r *http.Request) error {
	found, err := t.shared(r)
	if err != nil {
		return err
	}
	return t.giveShared(w, r, found, page.JSONType)
}

// giveShared gives what a link opens in a format, from memory if it was made
// before. The link was looked up: one that was taken back opens nothing.
func (t *Taker) giveShared(w http.ResponseWriter, r *http.Request, found *link, format page.Format) error {
	answer, err := t.pages.shared.Get(r, t.sharedPage(r, found.share.ID, format), func(ctx context.Context) (string, []byte, error) {
		props, err := t.readShared(r.WithContext(ctx), found)
		if err != nil {
			return "", nil, err
		}
		switch format {
		case page.JSONType:
			body, err := json.MarshalIndent(takerview.SharedExport(props, t.absolute(r, site.ResultSchema)), "", "  ")
			return string(format), append(body, '\n'), err
		case page.Text:
			return string(format) + page.UTF8, []byte(takerview.SharedText(props)), nil
		case page.Markdown:
			return string(format) + page.UTF8, []byte(takerview.SharedMarkdown(props)), nil
		case page.PNG:
			picture, err := t.draw(props)
			return string(format), picture, err
		default:
			return page.View(func() templ.Component { return takerview.Shared(props) })(ctx)
		}
	})
	if err != nil {
		return fmt.Errorf("show a shared result: %w", err)
	}
	sharedHeaders(w)
	return answer.Write(w, r, http.StatusOK)
}

func sharedHeaders(w http.ResponseWriter) {
	h := w.Header()
	h["X-Robots-Tag"] = noindex
	h["Cache-Control"] = noCache // a revoked link stops at once
}

var noindex, noCache = []string{"noindex"}, []string{"no-cache"} // without room: who adds a value copies them

// readShared scores a shared result as far as its scope shows it.
func (t *Taker) readShared(r *http.Request, found *link) (takerview.SharedProps, error) {
	ed, reading, err := t.read(r.Context(), found.result)
	if err != nil {
		return takerview.SharedProps{}, err
	}
	if found.share.Scope == quiz.ScopeAnswers {
		reading = ed.explain(reading)
	}
	reading.Newer = false // a link that was passed on never changes; it leads to the method page, which tells
	return takerview.SharedProps{
		Reading: reading,
		Share:   found.share,
		Link:    t.absolute(r, site.Share(found.share.ID)),
		Image:   t.absolute(r, site.Card(found.share.ID)),
	}, nil
}
