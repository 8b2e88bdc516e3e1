package server_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"whichpm/internal/quiz"
)

// control is one field of a form, with another value for it.
type control struct{ name, other string }

// place is a field with * for keys and numbers.
var keys = regexp.MustCompile(`^(questions|dimensions|roles|scenarios|guide\.[a-z_]+)\.[^.]+|\.(profile|options|loadings|answers|hours|pay|parts)\.[^.]+`)

func placeOf(field string) string {
	return keys.ReplaceAllStringFunc(field, func(part string) string { return part[:strings.LastIndexByte(part, '.')] + ".*" })
}

// controls are the fields of a form that can be given another value.
func (r reply) controls(action string) []control {
	document, err := html.Parse(strings.NewReader(r.body))
	if err != nil {
		return nil
	}
	var found []control
	for form := range document.Descendants() {
		if form.Data != "form" || attribute(form, "action") != action {
			continue
		}
		for node := range form.Descendants() {
			name, value, kind := attribute(node, "name"), attribute(node, "value"), attribute(node, "type")
			switch {
			case name == "" || kind == "hidden" || kind == "checkbox" || node.Data == "button" || strings.HasSuffix(name, ".kind") || strings.HasPrefix(name, "added_"):
			case node.Data == "textarea":
				found = append(found, control{name, "N" + rawText(node)})
			case node.Data == "select":
				for option := range node.Descendants() {
					if _, chosen := attributes(option)["selected"]; option.Data == "option" && !chosen {
						found = append(found, control{name, attribute(option, "value")})
						break
					}
				}
			case attribute(node, "inputmode") == "decimal":
				found = append(found, control{name, anotherNumber(value)})
			default:
				found = append(found, control{name, "N" + value})
			}
		}
	}
	return found
}

func anotherNumber(shown string) string {
	x, _ := quiz.ReadNumber(shown) // what cannot be read is refused by the form
	if !strings.ContainsAny(shown, ".,") {
		return quiz.FieldNumber(x + 1).String()
	}
	return strings.Replace(quiz.FieldNumber(x*.9).String(), ".", ",", 1)
}

// together are fields that say something only with others beside them, or set many
// values at once; they have tests of their own.
var together = regexp.MustCompile(`^questions\..*\.says\.\d+\.|^roles\..*\.from$|^new\.\d+\.|^scales\.`)

// Every field is changed once; everything else has to survive, and the field
// has to be kept. A translation is outdated by its English.
func TestOneChangedFieldChangesOneValue(t *testing.T) {
	h, v := openWithDraft(t, filled(t), "en")
	tried := map[string]bool{}
	for _, e := range v.editors(oneOfAKind(h.draft(t))) {
		for _, c := range v.get(e.page).controls(e.action) {
			what := strings.TrimPrefix(placeOf(c.name), "translations.de.")
			if of := strings.HasPrefix(c.name, "translations."); of && tried["translations"] {
				continue
			} else if of {
				what = "translations"
			}
			if tried[what] || together.MatchString(c.name) {
				continue
			}
			tried[what] = true
			before := h.draft(t)
			v.submit(e.page, e.action, c.name, c.other).want(t, http.StatusSeeOther)
			var own []string
			for _, path := range changed(before, h.draft(t)) {
				if what == "roles.*.prior" && strings.HasSuffix(path, ".Prior") || strings.Contains(path, "."+strings.TrimPrefix(c.name, "translations.de.")+".") {
					continue
				}
				own = append(own, path)
			}
			if want := 1; len(own) != want && what != "roles.*.prior" && what != "translations" || len(own) > want {
				t.Errorf("%s set to %q changes %q", c.name, c.other, own)
			}
		}
	}
	for _, text := range quiz.Texts {
		if text.Path != quiz.Note.Path && !tried[text.Path] {
			t.Errorf("%s is in no form", text.Path)
		}
	}
}
