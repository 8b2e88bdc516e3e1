package admin

import (
	"fmt"
	"net/url"
	"slices"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// shows reports whether the form has a list as a whole.
func shows(form url.Values, list string) bool {
	return slices.Contains(form[adminview.ListField], list)
}

// typedEntries reads a list whose entries are numbered: each as it is kept, with
// what was typed over it. Their translations go along.
func typedEntries[T any](v *quiz.Version, form url.Values, list string, saved []T, read func(form url.Values, at string, i int, one *T)) []T {
	form = adminview.Renumbered(form, list)
	whole := shows(form, list)
	var kept []T
	var was []int
	for i := 0; ; i++ {
		at, place := fmt.Sprintf("%s.%d.", list, i), i
		if whole {
			place = placeOf(form.Get(at + "was"))
		}
		there := place >= 0 && place < len(saved)
		if whole && !form.Has(at+"was") || !whole && !there {
			break
		}
		var one T
		if there {
			one = saved[place]
		}
		read(form, at, i, &one)
		kept, was = append(kept, one), append(was, place)
	}
	v.CarryListed(list, was)
	return kept
}

// typedTexts reads an entry that has only texts.
func typedTexts[T any](texts func(*T, int) []quiz.TextAt) func(url.Values, string, int, *T) {
	return func(form url.Values, _ string, i int, one *T) { retypeTexts(form, texts(one, i)) }
}
