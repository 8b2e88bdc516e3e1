package taker

import (
	"net/http"

	"whichpm/internal/page"
	"whichpm/internal/site"
	"whichpm/web/takerview"
)

// showEmbed is a small start page for frames on other sites. It looks at no
// cookie: in a frame the browser would not send one.
func (t *Taker) showEmbed(w http.ResponseWriter, r *http.Request) error {
	latest := t.editions.latest()
	l := t.language(w, r, latest)
	return page.Render(w, r, http.StatusOK, takerview.Embed(takerview.EmbedProps{
		Language: l, Version: latest.in(l), Questions: latest.most(),
	}))
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
