package taker

import (
	"net/http"

	"github.com/a-h/templ"

	"whichpm/web/site"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// showEmbed is a small start page for frames on other sites. It looks at no
// cookie: in a frame the browser would not send one.
func (t *Taker) showEmbed(w http.ResponseWriter, r *http.Request) error {
	name, chosen := "embed", r.URL.Query().Has(site.LanguageParameter)
	if chosen {
		name = "embed in a chosen language"
	}
	return t.showSame(w, r, name, func(latest *edition, l words.Language) templ.Component {
		return takerview.Embed(takerview.EmbedProps{Language: l, Chosen: chosen, Version: latest.in(l), Questions: latest.most(), Usual: latest.usual()})
	})
}

// withLanguage is the address in the language of the frame a start came from, if
// its address named one. The frame itself has no cookie to keep it in.
func withLanguage(r *http.Request, to string) string {
	if l, known := words.Find(r.PostForm.Get(site.LanguageParameter)); known {
		return site.InLanguage(to, l.Tag())
	}
	return to
}

// wouldReplaceJourney reports whether starting from a frame would replace a
// quiz in progress in this browser. The frame itself cannot tell: it gets no
// cookie.
func (t *Taker) wouldReplaceJourney(w http.ResponseWriter, r *http.Request) bool {
	if r.PostForm.Get("from") != site.Embed {
		return false
	}
	_, j, err := t.journey(w, r)
	return err == nil && (j.Finished || j.Answered() > 0)
}
