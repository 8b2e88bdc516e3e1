package taker

import (
	"net/http"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// language is the one of a page that shows these versions: the visitor's, if
// all of them are written in it. A page is never in two.
func (t *Taker) language(w http.ResponseWriter, r *http.Request, shown ...*edition) words.Language {
	l := page.Language(w, r)
	for _, ed := range shown {
		l = ed.language(l)
	}
	return l
}

// language is the one the version is shown in to a visitor who prefers l.
func (ed *edition) language(l words.Language) words.Language { return ed.spoken[l.Tag()] }

// Say is the language of a page that shows no version, and knows what the quiz
// of the site is about.
func (t *Taker) Say(l words.Language) words.Language {
	if latest := t.editions.latest(); latest != nil {
		return latest.about[l.Tag()]
	}
	return l
}

// speak finds the version and its pages as the readers of each language get them.
func (ed *edition) speak() {
	ed.spoken, ed.about, ed.shown = map[string]words.Language{}, map[string]words.Language{}, map[string]*quiz.Version{}
	for _, l := range words.Languages() {
		spoken, shown := l.Showing(ed.Version)
		ed.spoken[l.Tag()], ed.shown[spoken.Tag()], ed.about[l.Tag()] = spoken, shown, spoken
		if spoken.Tag() != l.Tag() {
			ed.about[l.Tag()] = l.For(ed.Version)
		}
	}
}

// in is the version with its texts in a language. Order, keys and numbers are
// the same, so that it is scored alike.
func (ed *edition) in(l words.Language) *quiz.Version {
	if v := ed.shown[l.Tag()]; v != nil {
		return v
	}
	return ed.Version
}

// translated is a result in a language.
func (ed *edition) translated(reading takerview.Reading, l words.Language) takerview.Reading {
	reading.Language, reading.Version = ed.language(l), ed.in(l)
	return reading
}

// accuracyIn is what was measured last, in the language of a page that shows a
// version: until it is measured, a page says what its own version rests on.
func (t *Taker) accuracyIn(l words.Language, of *edition) *takerview.Accuracy {
	a := t.accuracy()
	if a == nil || !l.Jobs() {
		return nil
	}
	said := *a
	said.Language, said.Rests = l, of.in(l).About.RestsOn
	if v := t.editions.latest().in(l); len(v.Roles) == len(said.Names) {
		said.Names = nil
		for _, role := range v.Roles {
			said.Names = append(said.Names, role.Name)
		}
	}
	return &said
}
