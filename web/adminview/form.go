package adminview

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// Form is a page that edits the draft. Its controls are named by the place
// they change, such as "roles.product.name", which is what limits and problems
// go by.
type Form struct {
	Page
	Version  *quiz.Version   // the draft, or while there is none the published version
	Revision int64           // the form is made from
	Notice   templ.Component // what was done just now, nil for nothing
	Values   url.Values      // what was typed and refused; nil for what the version holds
}

// At places the form on a page with that title in that section.
func (f Form) At(title, here string) Form {
	f.Title, f.Here = title, here
	return f
}

// holding fills in what the version holds, where nothing was typed.
func (f Form) holding(saved url.Values) Form {
	typed := f.Values
	f.Values = saved
	maps.Copy(f.Values, typed)
	return f
}

// readOnly reports whether there is no draft to change.
func (f Form) readOnly() bool { return f.Version.State != quiz.Draft }

func (f Form) revision() string { return strconv.FormatInt(f.Revision, 10) }

// text describes the control of a text.
func (f Form) text(field string) ui.FieldProps {
	p := f.described(textProps(f.Language, quiz.TextFor(field), field))
	maps.Copy(p.Attributes, written(f.Language, f.Version.Source()))
	switch p.Name[strings.LastIndexByte(p.Name, '.')+1:] {
	case "positive_pole":
		maps.Copy(p.Attributes, writeHere(f.Language, "one_end"))
	case "negative_pole":
		maps.Copy(p.Attributes, writeHere(f.Language, "other_end"))
	}
	return p
}

// writeHere is what an empty field says that belongs there: the text of that name.
func writeHere(l words.Language, id string) templ.Attributes {
	attributes := templ.Attributes{}
	if id != "" {
		attributes["placeholder"] = l.Say("adminwrite." + id)
	}
	return attributes
}

// written marks what is in the language of the quiz, where the page is in
// another.
func written(l words.Language, source string) templ.Attributes {
	if source == l.Tag() {
		return nil
	}
	return ui.Written(source)
}

// textProps name a text and say how long it may be.
func textProps(l words.Language, t quiz.Text, field string) ui.FieldProps {
	var hint string
	if own := "adminhint." + hintOf(t); l.Has(own) {
		hint = l.Say(own) + " "
	}
	p := ui.FieldProps{Language: l, Name: field, Label: label(l, t), Hint: hint + bound(l, t)}
	if t.Form == quiz.Lines {
		p.Rows = 5
	}
	return p
}

// hintOf names what the catalogue may say of a text: "roles_short".
func hintOf(t quiz.Text) string { return strings.NewReplacer(".*", "", ".", "_").Replace(t.Path) }

// fitsLine reports whether a text is seen whole in a field of one line.
func fitsLine(field string) bool {
	t := quiz.TextFor(field)
	return t.Form == quiz.Line && t.Most <= 120
}

// number describes the control of a number.
func (f Form) number(field, label, hint string) ui.FieldProps {
	return f.described(ui.FieldProps{Name: field, Label: label, Hint: hint})
}

// choice describes the control of a list to choose from.
func (f Form) choice(field, label, hint string) ui.FieldProps {
	p := f.described(ui.FieldProps{Name: field, Label: label, Hint: hint})
	if f.readOnly() {
		p.Attributes = templ.Attributes{"disabled": true}
	}
	return p
}

func (f Form) described(p ui.FieldProps) ui.FieldProps {
	p.Language, p.Value, p.Problem = f.Language, f.Values.Get(p.Name), f.Problems.For(p.Name)
	p.Attributes = templ.Attributes{"autocomplete": "off"}
	if f.Held != nil && f.Held.keeps(p.Name) {
		p.Attributes["data-unsaved"] = true
	}
	if f.readOnly() {
		p.Attributes["readonly"] = true
	}
	return p
}

// label names a text.
func label(l words.Language, t quiz.Text) string { return l.Say("adminlabel." + t.Label) }

func bound(l words.Language, t quiz.Text) string {
	switch {
	case t.Form == quiz.Lines:
		return l.Say("adminform.lines", "lines", quiz.MaxLines, "most", t.Most)
	case t.Required():
		return l.Say("adminform.needed", "most", t.Most)
	}
	return l.Say("adminform.most", "most", t.Most)
}

// heldTexts are the values of the controls of texts.
func heldTexts(lists ...[]quiz.TextAt) url.Values {
	held := url.Values{}
	for _, t := range slices.Concat(lists...) {
		held.Set(t.Field, t.String())
	}
	return held
}

// Number is a number as its field holds it in the language of the page.
func Number(l words.Language, x float64) string { return l.Localize(quiz.FieldNumber(x)) }

// Wait says a time to wait in words, rounded up.
func Wait(l words.Language, d time.Duration) string {
	if d <= time.Minute {
		return l.Say("admintime.seconds", "n", int((d+time.Second-1)/time.Second))
	}
	return l.Say("admintime.minutes", "n", int((d+time.Minute-1)/time.Minute))
}
