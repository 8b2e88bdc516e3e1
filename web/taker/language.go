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
func (ed *edition) language(l words.Language) words.Language {
	if spoken, ok := ed.languages[l.Tag()]; ok {
		return spoken
	}
	return ed.otherwise
}

// Say is the language of a page that shows no version, and knows what the quiz
// of the site is about.
func (t *Taker) Say(l words.Language) words.Language {
	if latest := t.editions.latest(); latest != nil {
		return latest.about[l.Tag()]
	}
	return l
}

// speak finds the languages a version is shown in, each with what its sentences
// have to know of the version.
func (ed *edition) speak() {
	ed.languages = map[string]words.Language{}
	own, _ := words.Find(ed.PageLanguage())
	ed.otherwise = own.For(ed.Version)
	if len(ed.translations) == 0 {
		ed.otherwise = ed.otherwise.Alone()
	}
	if ed.otherwise.Content() == "" {
		ed.languages[own.Tag()] = ed.otherwise
	}
	ed.about = map[string]words.Language{}
	for _, l := range words.Languages() {
		ed.about[l.Tag()] = l.For(ed.Version)
	}
	for tag, v := range ed.translations {
		l, _ := words.Find(tag)
		ed.languages[tag] = l.For(v)
		ed.about[tag] = ed.languages[tag]
	}
}

// in is the version with its texts in a language. Order, keys and numbers are
// the same, so that it is scored alike.
func (ed *edition) in(l words.Language) *quiz.Version {
	if v := ed.translations[l.Tag()]; v != nil {
		return v
	}
	return ed.Version
}

// translated is a result in a language.
func (ed *edition) translated(reading takerview.Reading, l words.Language) takerview.Reading {
	reading.Language, reading.Version = ed.language(l), ed.in(l)
	return reading
}

// accuracyIn is what was measured last, in a language.
func (t *Taker) accuracyIn(l words.Language) *takerview.Accuracy {
	a := t.accuracy()
	if a == nil || !l.Jobs() {
		return nil
	}
	said := *a
	said.Language = l
	if v := t.editions.latest().in(l); len(v.Roles) == len(said.Names) {
		said.Names = nil
		for _, role := range v.Roles {
			said.Names = append(said.Names, role.Name)
		}
	}
	return &said
}
