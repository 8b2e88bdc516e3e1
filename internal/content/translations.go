package content

import (
	"regexp"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// translations are texts by language and by field of the version. The lines of
// a list stand below each other in one text.
type translations map[string]map[string]translated

type translated struct {
	Text     string `json:"text"`
	Of       string `json:"of,omitempty"` // says which text it was made from, if that changed since
	Reviewed bool   `json:"reviewed"`     // by a native speaker
	From     string `json:"from,omitempty"`
}

// of reads the translations of a version. A text that does not say what
// it was made from was made from the text of the file; but if base,
// the version the file takes the place of, has that very translation from another
// text, it is that one's.
func (t translations) of(v, base *quiz.Version) quiz.Translations {
	if len(t) == 0 {
		return nil
	}
	present := map[string]string{}
	for _, s := range v.Translatable() {
		present[s.Field] = quiz.Fingerprint(s.Text)
	}
	read := quiz.Translations{}
	for language, texts := range t {
		known := made(base, language)
		read[language] = map[string]quiz.Translated{}
		for field, x := range texts {
			if x.Of == "" {
				x.Of = present[field]
				if from := known[origin(field, x.Text)]; len(from) > 0 && !slices.Contains(from, x.Of) {
					x.Of, x.Reviewed = from[0], false
				}
			}
			read[language][field] = quiz.Translated(x)
		}
	}
	return read
}

// made are the fingerprints of the texts that a version has its translations
// from, by place and text.
func made(base *quiz.Version, language string) map[string][]string {
	known := map[string][]string{}
	if base == nil {
		return known
	}
	for _, s := range base.Translatable() {
		if t, ok := base.Translations[language][s.Field]; ok {
			known[origin(s.Field, t.Text)] = append(known[origin(s.Field, t.Text)], t.Of)
		}
	}
	return known
}

// numbered is the place of a text in a list, where it may stand elsewhere.
var numbered = regexp.MustCompile(`[.]\d+[.]`)

// origin is where a text stands, in a list anywhere, and what it says.
func origin(field, text string) string {
	return numbered.ReplaceAllString(field, ".*.") + "\n" + strings.Join(strings.Fields(text), " ")
}

func translationsOf(v *quiz.Version) translations {
	kept := v.Kept()
	if len(kept) == 0 {
		return nil
	}
	out := translations{}
	for language := range kept {
		out[language] = map[string]translated{}
	}
	for _, s := range v.Translatable() {
		for language, texts := range kept {
			x, ok := texts[s.Field]
			if !ok {
				continue
			}
			if x.Of == quiz.Fingerprint(s.Text) {
				x.Of, x.From = "", ""
			}
			out[language][s.Field] = translated(x)
		}
	}
	return out
}
