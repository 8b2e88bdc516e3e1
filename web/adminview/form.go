package adminview

import (
	"maps"
	"net/url"
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

// text describes the control of a text, with the limit in its hint.
func (f Form) text(field string, hint string) ui.FieldProps {
	limit := quiz.LimitFor(field)
	return f.described(ui.FieldProps{Name: field, Label: label(f.Language, limit), Hint: strings.TrimSpace(hint + " " + bound(f.Language, limit))})
}

// lines describes the control of a list with one entry a line.
func (f Form) lines(field string) ui.FieldProps {
	limit := quiz.LimitFor(field)
	hint := f.Say("adminform.lines", "lines", quiz.MaxLines, "most", limit.Most)
	return f.described(ui.FieldProps{Name: field, Label: label(f.Language, limit), Hint: hint, Rows: 5})
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
	if f.readOnly() {
		p.Attributes["readonly"] = true
	}
	return p
}

// label names the text that a limit bounds. The words of its English name are
// the key.
func label(l words.Language, limit quiz.Limit) string {
	return l.Say("adminlabel." + strings.ReplaceAll(strings.ToLower(limit.Label), " ", "_"))
}

func bound(l words.Language, limit quiz.Limit) string {
	if limit.Required {
		return l.Say("adminform.needed", "most", limit.Most)
	}
	return l.Say("adminform.most", "most", limit.Most)
}

// Number is a number as its field holds it in the language of the page.
func Number(l words.Language, x float64) string { return l.Tell(quiz.FieldNumber(x)) }

// Wait says a time to wait in words, rounded up.
func Wait(l words.Language, d time.Duration) string {
	if d <= time.Minute {
		return l.Say("admintime.seconds", "n", int((d+time.Second-1)/time.Second))
	}
	return l.Say("admintime.minutes", "n", int((d+time.Minute-1)/time.Minute))
}
