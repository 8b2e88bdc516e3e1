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
	switch {
	case len(ed.translations) == 0:
		return words.English.Alone()
	case ed.translations[l.Tag()] == nil && l.Tag() != words.English.Tag():
		return words.English
	}
	return l
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
	reading.Language, reading.Version = l, ed.in(l)
	return reading
}

// accuracyIn is what was measured last, in a language.
func (t *Taker) accuracyIn(l words.Language) *takerview.Accuracy {
	a := t.accuracy()
	if a == nil {
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
