package taker

import (
	"net/http"

	"github.com/a-h/templ"

	"whichpm/internal/site"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// showEmbed is a small start page for frames on other sites. It looks at no
// cookie: in a frame the browser would not send one.
func (t *Taker) showEmbed(w http.ResponseWriter, r *http.Request) error {
	return t.showSame(w, r, "embed", func(latest *edition, l words.Language) templ.Component {
		return takerview.Embed(takerview.EmbedProps{Language: l, Version: latest.in(l), Questions: latest.most()})
	})
}

// underway reports whether a start from a frame, which could not say so, would
// put a quiz of this browser aside.
func (t *Taker) underway(w http.ResponseWriter, r *http.Request) bool {
	if r.PostForm.Get("from") != site.Embed {
		return false
	}
	_, j, err := t.journey(w, r)
	return err == nil && (j.Finished || j.Answered() > 0)
}
