// Package gallery holds every page in every state: the developer's browser,
// the golden HTML and the accessibility walk all read this one list. To add a
// state, add it to a file's list; to add a page, add a file and name its list
// in All. It knows no database: its values are made up.
package gallery

import (
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
		guide(),
		method(),
		data(),
		privacy(),
		german(),
		adminPages(words.English),
		adminContent(words.English),
		adminTranslations(words.English),
		adminQuestionPages(words.English),
		insightPages(words.English),
		versionPages(words.English),
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
