package gallery

import (
	"bytes"
	"net/http"
	"sync"

	"github.com/a-h/templ"

	"whichpm/web/site"
)

// Handler serves an index at site.Gallery and each state below it. States are
// fixed, so it asks for nothing and stores nothing.
func Handler() http.Handler {
	pages := sync.OnceValue(func() map[string]templ.Component {
		pages := map[string]templ.Component{site.Gallery: index(All())}
		for _, s := range All() {
			pages[s.Path()] = s.Page
		}
		return pages
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page, ok := pages()[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		var body bytes.Buffer
		if err := page.Render(r.Context(), &body); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(body.Bytes()) // the visitor may have gone; nobody is left to tell
	})
}
