package adminview

import (
	"strconv"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// changeGroup is all that changed in one question, role or other part.
type changeGroup struct {
	name    string
	changes []quiz.FieldDiff // labels without the name
}

// grouped puts changes of the same part together, its translations too, in the order
// the parts come.
func grouped(diffs []quiz.FieldDiff) []changeGroup {
	var groups []changeGroup
	of := map[string]int{}
	for _, d := range diffs {
		name, label, within := strings.Cut(d.Label, ": ")
		if !within {
			label = ""
		}
		part := partOf(d.Field)
		if _, begun := of[part]; !begun {
			of[part] = len(groups)
			groups = append(groups, changeGroup{name: name})
		}
		d.Label = label
		g := &groups[of[part]]
		g.changes = append(g.changes, d)
	}
	return groups
}

// partOf is the place of the whole part: "questions.h1" of "questions.h1.text".
func partOf(field string) string {
	parts := strings.Split(field, ".")
	if parts[0] == "settings" || parts[0] == "guide" {
		return parts[0]
	}
	return strings.Join(parts[:min(2, len(parts))], ".")
}

// fate says in a word and a tone what became of a field.
func fate(l words.Language, d quiz.FieldDiff) (ui.Tone, string) {
	switch {
	case d.Before == "":
		return ui.ToneGood, l.Say("admindiff.added")
	case d.After == "":
		return ui.ToneDanger, l.Say("admindiff.removed")
	}
	return ui.TonePlain, l.Say("admindiff.changed")
}

// whole reports whether the change is one number for another, which is told
// as before and after.
func whole(d quiz.FieldDiff) bool {
	return isNumber(d.Before) && isNumber(d.After)
}

// isNumber knows numbers with a point and with a comma.
func isNumber(text string) bool {
	_, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	return err == nil
}
