package admin

import (
	"net/http"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
)

// showFind lists the texts of the draft, or while there is none of what is
// published, that have all the words of a search.
func (a *Admin) showFind(w http.ResponseWriter, r *http.Request) error {
	v, err := a.draftOrPublished(r.Context())
	if err != nil {
		return err
	}
	p := adminview.FindProps{Viewer: viewer(r), Query: strings.TrimSpace(r.URL.Query().Get("words")), Draft: v.State == quiz.Draft}
	if letters := []rune(p.Query); len(letters) > quiz.MaxFind {
		p.Query = string(letters[:quiz.MaxFind])
	}
	p.Found = v.FindIn(language(r).Localize, p.Query)
	if p.More = max(len(p.Found)-adminview.MostFound, 0); p.More > 0 {
		p.Found = p.Found[:adminview.MostFound]
	}
	return page.Render(w, r, http.StatusOK, adminview.Find(p))
}
