package words

import (
	"cmp"
	"strings"
	"unicode"

	"whichpm/internal/quiz"
)

// about is what the sentences of a page have to know of the quiz it shows.
type about struct {
	content  string // language of the quiz, where it is another than the page's
	roles    string // what its roles are called: "parties"
	balanced string // what a balanced verdict is called
	noJobs   bool
}

// For is the language of a page that shows a version: its sentences call the
// roles what the version calls them, and say nothing of jobs where they are none.
func (l Language) For(v *quiz.Version) Language {
	l.about = nil
	a := about{roles: v.About.Roles, balanced: v.About.Balanced, noJobs: v.About.NoJobs}
	if base, _, _ := strings.Cut(v.Source(), "-"); base != l.Tag() {
		a.content = v.Source()
	}
	if a != (about{}) {
		a.roles = cmp.Or(a.roles, l.Say("about.roles"))
		l.about = &a
	}
	return l
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

// variants are the ends of the ids of sentences that are said instead, if there
// are such: of roles that are no jobs, with a word of its own for a balanced
// verdict, and with one for roles.
func (a *about) variants() []string {
	var ends []string
	if a.noJobs {
		ends = append(ends, "_any")
	}
	if a.balanced != "" {
		ends = append(ends, "_called")
	}
	return append(ends, "_named")
}

// instead is the id of the sentence that suits the quiz.
func (l Language) instead(id string) string {
	c := l.words()
	for _, end := range l.about.variants() {
		if c.plain[id+end] != "" || c.filled[id+end] != nil {
			return id + end
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
