package quiz

import (
	"slices"
	"strings"
)

// TypedTranslation is what was typed into the form of a part, by field.
type TypedTranslation struct {
	Texts    map[string]string
	Fits     map[string]bool // the text was seen again, and fits the English as it stands
	Reviewed bool            // a native speaker has read the part
}

// SetTranslation replaces the texts of a part in a language. A text that is
// new stands beside the English as it is now; one that stays keeps the English
// it was made from, unless it was said to fit. An empty text takes one away.
func (v *Version) SetTranslation(language, part string, typed TypedTranslation) error {
	english := v.spokenAt(part)
	if !slices.Contains(TranslationLanguages, language) || len(english) == 0 {
		return ErrNotFound
	}
	if v.Translations == nil {
		v.Translations = Translations{}
	}
	kept := v.Translations[language]
	if kept == nil {
		kept = map[string]Translated{}
		v.Translations[language] = kept
	}
	for _, s := range english {
		t := kept[s.Field]
		text, sent := typed.Texts[s.Field]
		if text = tidyTranslation(s.Field, text); sent && text != tidyTranslation(s.Field, t.Text) {
			t = Translated{Text: text, Of: Fingerprint(s.Text)}
		} else if typed.Fits[s.Field] {
			t.Of = Fingerprint(s.Text)
		}
		if t.Reviewed = typed.Reviewed; t.Text == "" {
			delete(kept, s.Field)
		} else {
			kept[s.Field] = t
		}
	}
	if len(kept) == 0 {
		delete(v.Translations, language)
	}
	return v.problemsAt("translations." + language + "." + part)
}

func tidyTranslation(field, text string) string {
	if isLines(field) {
		return strings.Join(tidyLines(strings.Split(manyLines(text), "\n")), "\n")
	}
	return tidy(field, text)
}
