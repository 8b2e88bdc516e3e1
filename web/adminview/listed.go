package adminview

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
)

// ListField names the lists that a form shows as a whole: what of them it does
// not have was taken out.
const ListField = "list"

// Renumbered are the values of a form without the entries of a list that were
// ticked for removal, with the one that was added as the last, and numbered from
// 0 again. Of each entry "was" is the number it has as kept, "" for the one
// that is new. A form that does not show the list stays as it is.
func Renumbered(form url.Values, list string) url.Values {
	if !slices.Contains(form[ListField], list) {
		return form
	}
	out, n := url.Values{}, 0
	maps.Copy(out, form)
	maps.DeleteFunc(out, func(field string, _ []string) bool {
		return strings.HasPrefix(field, list+".") || strings.HasPrefix(field, added(list)+".")
	})
	carry := func(from string) {
		for field, values := range form {
			if rest, within := strings.CutPrefix(field, from); within {
				out[fmt.Sprintf("%s.%d.%s", list, n, rest)] = values
			}
		}
		n++
	}
	for i := 0; form.Has(fmt.Sprintf("%s.%d.was", list, i)); i++ {
		if at := fmt.Sprintf("%s.%d.", list, i); !form.Has(at + "removal") {
			carry(at)
		}
	}
	if anyTyped(form, added(list)+".") {
		out.Set(fmt.Sprintf("%s.%d.was", list, n), "")
		carry(added(list) + ".")
	}
	return out
}

// added names the entry of a list that is not there yet.
func added(list string) string { return "added_" + list }

// anyTyped reports whether something was typed into an entry. Lists to choose
// from always say something.
func anyTyped(form url.Values, at string) bool {
	for field, values := range form {
		if strings.HasPrefix(field, at) && !strings.HasSuffix(field, ".part") && !strings.HasSuffix(field, ".between") &&
			strings.TrimSpace(strings.Join(values, "")) != "" {
			return true
		}
	}
	return false
}

// entries is a numbered list of a version as a form shows it.
type entries struct {
	list    string // "guide.myths"
	heading string
	hint    string
	add     string // the heading of the entry that may be added
	name    func(n int) string
	n       int
	texts   func(i int) []quiz.TextAt
	blank   []quiz.TextAt                           // those of an entry with nothing in it, numbered 0
	rest    func(f Form, at string) templ.Component // what else is asked of an entry, nil for nothing
}

func (e entries) at(i int) string { return fmt.Sprintf("%s.%d.", e.list, i) }

// holdingEntries fills in the texts of lists, and the numbers their entries have
// as kept.
func (f Form) holdingEntries(typed url.Values, lists ...entries) {
	for _, e := range lists {
		renumbered := Renumbered(typed, e.list)
		for i := range e.n {
			for field, values := range heldTexts(e.texts(i)) {
				if !f.Values.Has(field) {
					f.Values[field] = values
				}
			}
			was := strconv.Itoa(i)
			if slices.Contains(typed[ListField], e.list) {
				was = renumbered.Get(e.at(i) + "was")
			}
			f.Values.Set(e.at(i)+"was", was)
		}
	}
}

// spareOf is the control of a text of an entry that is not there yet, under the
// limit of those that are.
func (f Form) spareOf(list string, t quiz.TextAt, hint string) ui.FieldProps {
	field := added(list) + "." + strings.TrimPrefix(t.Field, list+".0.")
	return f.spare(field, t.Path, hint)
}
