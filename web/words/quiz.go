package words

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"whichpm/internal/quiz"
)

// about is what the sentences of a page have to know of the quiz it shows.
type about struct {
	content  string // language of the quiz, where it is another than the page's
	roles    string // what its roles are called: "parties"
	named    bool   // they are called something else than pages usually do, or are no jobs
	balanced string // what a balanced verdict is called
	noJobs   bool
	estimate bool // its numbers are not those of published job data
}

// For is the language of a page that shows a version: its sentences call the
// roles what the version calls them, and say nothing of jobs where they are none.
func (l Language) For(v *quiz.Version) Language {
	l.about = nil
	a := about{roles: v.About.Roles, balanced: v.About.Balanced, noJobs: v.About.NoJobs, estimate: !v.FromJobData()}
	if v.BaseLanguage() != l.Tag() {
		a.content = v.Source()
	}
	if a != (about{}) {
		a.named = a.roles != "" || a.noJobs
		a.roles = cmp.Or(a.roles, l.Say("about.roles"))
		l.about = &a
	}
	return l
}

// Showing is the language of a page that shows a version to somebody who reads
// l, and the version as they read it: in l if it is written in l or whole in it,
// and else as it is written, on pages in that language or, where there are none,
// in English.
func (l Language) Showing(v *quiz.Version) (Language, *quiz.Version) {
	own, _ := Find(v.PageLanguage())
	translated := v.Languages()
	switch {
	case slices.Contains(translated, l.Tag()):
		v = v.In(l.Tag())
	case len(translated) == 0:
		l = own.Alone()
	default:
		l = own
	}
	return l.For(v), v
}

// Content is the language of the quiz on the page where that is another one,
// or "".
func (l Language) Content() string {
	if l.about == nil {
		return ""
	}
	return l.about.content
}

// Jobs reports whether the roles of the quiz on the page are jobs.
func (l Language) Jobs() bool { return l.about == nil || !l.about.noJobs }

// instead is the id of the sentence that suits the quiz. The catalogue has them
// by the id of the usual one: in "any" for roles that are no jobs, in "called" for a
// version with a word of its own for a balanced verdict, in "named" for one with a
// word for roles, in "estimate" for numbers that are not those of published job
// data.
func (l Language) instead(id string) string {
	for _, kind := range []struct {
		section string
		suits   bool
	}{{"any.", l.about.noJobs}, {"called.", l.about.balanced != ""}, {"named.", l.about.named}, {"estimate.", l.about.estimate}} {
		if kind.suits && l.words().has(kind.section+id) {
			return kind.section + id
		}
	}
	return id
}

// values adds what such sentences may name.
func (a *about) values(values []any) []any {
	return append(values[:len(values):len(values)], "many", a.roles, "balanced", a.balanced)
}

// Marks that keep a text from turning the direction of what is around it.
const (
	isolate    = "\u2068"
	isolateEnd = "\u2069"
)

// Isolated keeps a text written from right to left in its place within a
// sentence that is not. Other texts stay as they are.
func Isolated(text string) string {
	if strings.ContainsFunc(text, fromRightToLeft) {
		return isolate + text + isolateEnd
	}
	return text
}

func fromRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
}
