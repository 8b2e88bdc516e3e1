package admin

import (
	"net/url"
	"strings"
)

// typeText puts what was typed into its place. A form changes only what it
// shows: what it does not have stays, and what comes back as the page had it
// stays to the last space.
func typeText(form url.Values, field string, text *string) {
	if form.Has(field) {
		retype(text, form.Get(field))
	}
}

// retype changes a text unless only the ends of its lines are others, which is
// what a browser does.
func retype(text *string, typed string) {
	if lineEnds.Replace(typed) != lineEnds.Replace(*text) {
		*text = typed
	}
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// typeTexts does it to the texts of a part, which have their names there.
func typeTexts(form url.Values, at string, texts map[string]*string) {
	for name, text := range texts {
		typeText(form, at+"."+name, text)
	}
}

// typeLines reads a list with one entry a line.
func typeLines(form url.Values, field string, lines *[]string) {
	if form.Has(field) && lineEnds.Replace(form.Get(field)) != strings.Join(*lines, "\n") {
		*lines = strings.FieldsFunc(form.Get(field), func(r rune) bool { return r == '\n' || r == '\r' })
	}
}
