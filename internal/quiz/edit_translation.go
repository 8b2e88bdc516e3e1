package quiz

import (
	"slices"
)

// TypedTranslation is what was typed into the form of a part, by field.
type TypedTranslation struct {
	Texts    map[string]string
	Fits     map[string]bool // the text was seen again, and fits it as it stands
	Reviewed bool            // a native speaker has read the part: ticked for all its texts or for none
}

// SetTranslation replaces the texts of a part in a language. A text that is
// new stands beside the text as it is now; one that stays keeps the text
// it was made from, unless it was said to fit. An empty text takes one away. What is
// said of the step of a scale is said of it in all statements. Where
// a part was read in some texts only, a tick that is still missing leaves those.
func (v *Version) SetTranslation(language, part string, typed TypedTranslation) error {
	texts := v.translatableAt(part)
	if !slices.Contains(v.TranslationLanguages(), language) || len(texts) == 0 {
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
	untick := v.reviewedWhole(language, part) && !typed.Reviewed
	for _, s := range texts {
		t := kept[s.Field]
		was := t
		text, sent := typed.Texts[s.Field]
		if text = s.at.tidied(text, nil); sent && text != s.at.tidied(t.Text, nil) {
			t = Translated{Text: text, Of: Fingerprint(s.Text)}
		} else if typed.Fits[s.Field] {
			t.Of, t.From = Fingerprint(s.Text), ""
		}
		if t.Reviewed = typed.Reviewed || t.Reviewed && !untick; t.Text == "" {
			delete(kept, s.Field)
		} else {
			kept[s.Field] = t
		}
		if t != was {
			v.shareTranslation(language, s.Field, was, t)
		}
	}
	if len(kept) == 0 {
		delete(v.Translations, language)
	}
	return v.problemsAt("translations." + language + "." + part)
}

// reviewedWhole reports whether a native speaker has read all of a part that
// is translated.
func (v *Version) reviewedWhole(language, part string) bool {
	for _, p := range v.TranslationParts(language) {
		if p.Key == part {
			return p.Count().Reviewed()
		}
	}
	return false
}
