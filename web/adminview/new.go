package adminview

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
)

// NewQuizProps ask before a quiz from nothing takes the place of a draft.
type NewQuizProps struct {
	Viewer
	Open     bool // something is published
	Stale    bool // the draft was changed since the page was opened
	Revision int64
	Draft    string // the title of the draft, "" where there is none
	By       string
	At, Now  time.Time
	Changes  []quiz.FieldDiff // of the draft from what is published
}

func (p NewQuizProps) revision() string { return strconv.FormatInt(p.Revision, 10) }

// NewStep is a step of a quiz from nothing: a form on the draft, and what is
// missing until it can be published.
type NewStep struct {
	Form
	Path    string
	Missing []Missing
	Labels  []string // of the steps of a new statement, in the language of the version
}

// Missing is one thing that keeps a draft from being published: all that the
// checks find at one place.
type Missing struct {
	Place    string
	Name     string   // of the place, "" for one that needs none
	Steps    []string // that mend it, none where it is mended elsewhere
	Findings []Finding
}

// MoreRows is what a button of a step sends that asks for more rows.
const MoreRows = "more"

// moreRows are the empty rows of a list that has some already, firstRows those
// of one that has none.
const (
	firstRows = 3
	moreRows  = 1
)

var newStepNames = map[string]string{
	site.AdminNewTitle: "adminnew.step_title", site.AdminNewLanguage: "adminnew.step_language", site.AdminNewRoles: "adminframe.roles",
	site.AdminNewDimensions: "adminframe.dimensions", site.AdminNewQuestions: "adminframe.questions",
}

// number is the place of the step, from 1.
func (s NewStep) at() int { return slices.Index(site.AdminNewSteps, s.Path) + 1 }

func (s NewStep) name() string { return s.Say(newStepNames[s.Path]) }

// back is where the step before is.
func (s NewStep) back() string {
	if n := s.at(); n > 1 {
		return site.AdminNewSteps[n-2]
	}
	return site.AdminNew
}

// onward names the button that goes on.
func (s NewStep) onward() string {
	if s.at() == len(site.AdminNewSteps) {
		return s.Say("adminnew.last")
	}
	return s.Say("adminnew.next")
}

// missingAt reports whether something is missing in a step; in none for "".
func (s NewStep) missingAt(path string) bool {
	return slices.ContainsFunc(s.Missing, func(m Missing) bool {
		return path == "" && len(m.Steps) == 0 || slices.Contains(m.Steps, path)
	})
}

// filled gives the form what the version holds. What nobody has written yet is
// empty.
func (s NewStep) filled(saved url.Values) NewStep {
	for _, values := range saved {
		for i, text := range values {
			if quiz.Placeholder(text) {
				values[i] = ""
			}
		}
	}
	s.Form = s.holding(saved).At(s.name(), s.Path)
	return s
}

// NewTitle is the step for the title and the lead.
func NewTitle(s NewStep) templ.Component {
	return newTitle(s.filled(url.Values{"title": {s.Version.Title}, "about.lead": {s.Version.About.Lead}}))
}

// NewLanguage is the step for the language and what the roles are.
func NewLanguage(s NewStep) templ.Component {
	saved := url.Values{"language": {s.Version.Source()}, "about.roles": {s.Version.About.Roles}, "about.no_jobs": {""}}
	if s.Version.About.NoJobs {
		saved.Set("about.no_jobs", "on")
	}
	return newLanguage(s.filled(saved))
}

// NewRoles is the step for the roles.
func NewRoles(s NewStep) templ.Component {
	saved := url.Values{}
	for _, r := range s.writtenRoles() {
		for _, t := range slices.Concat(r.Texts(), r.ContentTexts()) {
			saved.Set(t.Field, t.String())
		}
	}
	return newRoles(s.filled(saved))
}

func (s NewStep) writtenRoles() []quiz.Role {
	return slices.DeleteFunc(slices.Clone(s.Version.Roles), quiz.Role.Unwritten)
}

func (s NewStep) writtenDimensions() []quiz.Dimension {
	return slices.DeleteFunc(slices.Clone(s.Version.Dimensions), quiz.Dimension.Unwritten)
}

// rows are the names of the empty rows of a list: "new.0", "new.1".
func (s NewStep) rows(at, field string, have, first, more int) []string {
	n := first
	if have > 0 {
		n = more
	}
	var names []string
	for i := 0; i < n || s.Values.Has(at+"."+strconv.Itoa(i)+field); i++ {
		names = append(names, at+"."+strconv.Itoa(i))
	}
	return names
}

// row describes the control of a text that has a row of its own, such as
// "new.0.name". Place says which text it is.
func (s NewStep) row(name, place string) ui.FieldProps {
	return s.described(textProps(s.Language, quiz.TextFor(place), name))
}

// short is the control of a short name, which is the name where none is typed.
func (s NewStep) short(at string) ui.FieldProps {
	p := s.row(at+".short", "roles.*.short")
	if strings.HasPrefix(at, "new.") {
		p.Hint = s.Say("adminnew.short", "most", quiz.TextFor("roles.*.short").Most)
	}
	return p
}
