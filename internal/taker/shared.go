package taker

import (
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/page"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// showShared shows a visitor what the link's scope allows, as a page, as text
// or as Markdown.
func (t *Taker) showShared(w http.ResponseWriter, r *http.Request) error {
	props, err := t.sharedProps(w, r)
	if err != nil {
		return err
	}
	if r.Method != http.MethodHead {
		t.count(props.Result.Version, quiz.EventShareOpened, 0)
	}
	sharedHeaders(w)
	w.Header().Set("Link", fmt.Sprintf(`<%s>; rel="alternate"; type="application/json"`, site.ShareJSON(props.Share.ID)))
	switch format := page.Negotiate(w, r); format {
	case page.Text:
		return page.Write(w, http.StatusOK, format, takerview.SharedText(props))
	case page.Markdown:
		return page.Write(w, http.StatusOK, format, takerview.SharedMarkdown(props))
	default:
		return page.Render(w, r, http.StatusOK, takerview.Shared(props))
	}
}

// showSharedJSON is the same for programs.
func (t *Taker) showSharedJSON(w http.ResponseWriter, r *http.Request) error {
	share, result, err := t.shared(r)
	if err != nil {
		return err
	}
	props, err := t.readShared(r, share, result, english)
	if err != nil {
		return err
	}
	sharedHeaders(w)
	export := takerview.SharedExport(props, t.absolute(r, site.ResultSchema))
	return page.JSON(w, http.StatusOK, "application/json", export)
}

func sharedHeaders(w http.ResponseWriter) {
	w.Header().Set("X-Robots-Tag", "noindex")
	w.Header().Set("Cache-Control", "no-cache") // a revoked link stops at once
}

// shared loads what a share link opens, if it still does.
func (t *Taker) shared(r *http.Request) (quiz.Share, quiz.Result, error) {
	id, err := quiz.ParseShareID(chi.URLParam(r, "share"))
	if err != nil {
		return quiz.Share{}, quiz.Result{}, err
	}
	share, result, err := t.store.Share(r.Context(), id)
	if err != nil {
		return share, result, fmt.Errorf("load share: %w", err)
	}
	return share, result, nil
}

func (t *Taker) sharedProps(w http.ResponseWriter, r *http.Request) (takerview.SharedProps, error) {
	share, result, err := t.shared(r)
	if err != nil {
		return takerview.SharedProps{}, err
	}
	return t.readShared(r, share, result, func(ed *edition) words.Language { return t.language(w, r, ed) })
}

// english is the language of what programs read.
func english(*edition) words.Language { return words.English }

// readShared scores a shared result as far as its scope shows it.
func (t *Taker) readShared(r *http.Request, share quiz.Share, result quiz.Result, in func(*edition) words.Language) (takerview.SharedProps, error) {
	ed, reading, err := t.read(r.Context(), result)
	if err != nil {
		return takerview.SharedProps{}, err
	}
	reading = ed.told(reading, in(ed))
	if share.Scope == quiz.ScopeAnswers {
		reading = ed.explain(reading)
	}
	reading.Newer = false // a link that was passed on never changes; it leads to the method page, which tells
	return takerview.SharedProps{
		Reading: reading,
		Share:   share,
		Link:    t.absolute(r, site.Share(share.ID)),
		Image:   t.absolute(r, site.Card(share.ID)),
	}, nil
}
