package content

import (
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// returned are the texts of a language as a translator sends them back. Texts in the
// language of the version are compared and never taken: a translation of another
// text than there is now is kept as outdated, as if the text had changed after it.
type returned struct {
	v        *quiz.Version
	language string
	found    []Located
	texts    map[string]quiz.Translatable
	lines    map[string]int
}

// begin reports whether there is such a language to translate into.
func (r *returned) begin(line int) bool {
	if !slices.Contains(r.v.TranslationLanguages(), r.language) {
		r.found = append(r.found, located(line, "", "draft_language", "it", quiz.Quoted(r.language)))
		return false
	}
	if r.v.Translations == nil {
		r.v.Translations = quiz.Translations{}
	}
	if r.v.Translations[r.language] == nil {
		r.v.Translations[r.language] = map[string]quiz.Translated{}
	}
	r.texts, r.lines = map[string]quiz.Translatable{}, map[string]int{}
	for _, text := range r.v.Translatable() {
		r.texts[text.Field] = text
	}
	return true
}

// take is one text: the field, the text it was made from, what it is in the language
// and its state, "" where the file says none. An empty text changes nothing.
func (r *returned) take(line int, field, from, text, state string) {
	text, from = lineEnds(text), lineEnds(from)
	now, ok := r.texts[field]
	switch {
	case field == "" && text == "":
		return
	case !ok:
		r.found = append(r.found, located(line, field, "translation_field", "it", quiz.Quoted(field)))
		return
	case !slices.Contains([]string{"", stateMissing, stateOutdated, stateUnread, stateReviewed}, state):
		r.found = append(r.found, located(line, field, "translation_state", "it", quiz.Quoted(state)))
		return
	case text == "":
		return
	}
	r.lines[field] = line
	was := r.v.Translations[r.language][field]
	t := was
	if same := text == strings.TrimSpace(was.Text); !same || state == stateUnread || state == stateReviewed {
		t = quiz.Translated{Text: text, Of: quiz.Fingerprint(now.Text), Reviewed: was.Reviewed && same}
		if same {
			t.Text = was.Text
		}
		if from != "" && from != strings.TrimSpace(lineEnds(now.Text)) {
			t.Of, t.From, t.Reviewed = quiz.Fingerprint(from), from, false
		}
	}
	if read := state == stateUnread || state == stateReviewed; t.From == "" && read {
		t.Reviewed = state == stateReviewed
	}
	r.v.Translations[r.language][field] = t
}

func lineEnds(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// checked is the version with the texts, or what is wrong with them by line.
func (r *returned) checked(base *quiz.Version) (*quiz.Version, []Located) {
	at := "translations." + r.language + "."
	for _, p := range r.v.Validate() {
		field, ours := strings.CutPrefix(p.Field, at)
		if line := r.lines[field]; ours && line > 0 {
			r.found = append(r.found, Located{line, p})
		}
	}
	if len(r.found) > 0 {
		slices.SortStableFunc(r.found, func(a, b Located) int { return a.Line - b.Line })
		return nil, atMost(r.found)
	}
	return over(r.v, base)
}
