// Package gallery holds every page in every state: the developer's browser,
// the golden HTML and the accessibility walk all read this one list. To add a
// state, add it to a file's list; to add a page, add a file and name its list
// in All. It knows no database: its values are made up.
package gallery

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/a-h/templ"

	"whichpm/web/site"
	"whichpm/web/words"
)

// State is one page with fixed values: empty, one, many, longest text, or
// with problems.
type State struct {
	Group string // the page: "guide"
	Name  string // the state: "four roles"
	Page  templ.Component
}

// All returns every state in the order of a visit.
func All() []State { return all() }

// all makes the states once: hundreds of results are scored for them.
var all = sync.OnceValue(func() []State {
	return slices.Concat(
		landing(),
		embed(),
		question(),
		review(),
		result(),
		outcome(),
		compare(),
		groups(),
		organiserPages(words.English, "", published()),
		manyRoles(),
		guide(),
		method(),
		data(),
		privacy(),
		branded(),
		german(),
		adminPages(words.English),
		adminGroups(words.English),
		adminBrand(words.English),
		adminContent(words.English),
		adminTranslations(words.English),
		adminQuestionPages(words.English),
		insightPages(words.English),
		versionPages(words.English),
		newPages(words.English),
		recalibrationPages(words.English),
		lostPages(words.English),
		adminInGerman(),
		errorPages(),
		pieces(),
	)
})

// ID is the state's name in addresses and file names: "guide-four-roles".
func (s State) ID() string {
	return strings.ReplaceAll(s.Group+" "+s.Name, " ", "-")
}

// Path is where the gallery shows the state.
func (s State) Path() string { return site.Gallery + "/" + s.ID() }

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
