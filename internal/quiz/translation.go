package quiz

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
)

// Translations are texts of a version in other languages: by language, such as
// "de", and by field, such as "questions.h1.text". They change no number, key or order.
type Translations map[string]map[string]Translated

// Translated is one text in another language. The lines of a list stand below
// each other.
type Translated struct {
	Text     string `json:"text"`
	Of       string `json:"of"`                 // the Fingerprint of the text it was made from
	Reviewed bool   `json:"reviewed,omitempty"` // by somebody who speaks the language from childhood
	From     string `json:"-"`                  // that text, while another one stands there; no part of the hash
}

// Fingerprint tells whether a text is still the one that was translated.
func Fingerprint(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// Translatable is a text that takers read, where it is and what it says.
type Translatable struct {
	Field string
	Part  string // the question, dimension or role in words: "Question 2"
	Label string // "text"
	Text  string // in the language of the version

	part string
	at   TextAt
}

// Translatable lists every text of the version that takers read, in reading
// order.
func (v *Version) Translatable() []Translatable { return v.translatable(inPlainEnglish) }

// translatable names the texts in the words of a language.
func (v *Version) translatable(localize Localize) []Translatable {
	f := flat{localize: localize, translatable: true}
	var texts []Translatable
	for _, x := range f.version(v) {
		texts = append(texts, Translatable{x.field, x.name, x.label, x.value, x.part, x.at})
	}
	return texts
}

// Missing lists the texts that a language lacks, and those that
// changed since they were translated.
func (v *Version) Missing(language string) (missing, outdated []Translatable) {
	texts := v.Translations[language]
	for _, s := range v.Translatable() {
		switch t, ok := texts[s.Field]; {
		case !ok || t.Text == "":
			missing = append(missing, s)
		case t.Of != Fingerprint(s.Text):
			outdated = append(outdated, s)
		}
	}
	return missing, outdated
}

// Languages are those the version is completely translated into. Only they are
// offered: half a quiz in another language would be none.
func (v *Version) Languages() []string {
	var complete []string
	for _, language := range slices.Sorted(maps.Keys(v.Translations)) {
		if missing, outdated := v.Missing(language); len(missing)+len(outdated) == 0 {
			complete = append(complete, language)
		}
	}
	return complete
}

// In returns the version with its texts in a language. It is for showing: it
// is scored like v and never stored.
func (v *Version) In(language string) *Version {
	shown := v.Clone()
	for _, s := range shown.Translatable() {
		if t, ok := v.Translations[language][s.Field]; ok {
			s.at.Set(t.Text)
			shown.unreviewed = shown.unreviewed || !t.Reviewed
		}
	}
	shown.Translations = nil
	shown.Language, shown.written = canonical(language), v.Source()
	return shown
}

// Written is the language of the texts of a version that nobody translates, such
// as its sources.
func (v *Version) Written() string { return cmp.Or(v.written, v.Source()) }

// Unreviewed reports that this is a translation which no native speaker has
// read yet.
func (v *Version) Unreviewed() bool { return v.unreviewed }

// translations holds the limits of the texts in other languages.
func (p *problemList) translations(v *Version) {
	for _, language := range slices.Sorted(maps.Keys(v.Translations)) {
		at := "translations." + language
		if !slices.Contains(v.TranslationLanguages(), language) {
			p.add(at, "draft_language", "it", Quoted(language))
			continue
		}
		texts := v.Translations[language]
		for _, s := range v.Translatable() {
			t, ok := texts[s.Field]
			if !ok {
				continue
			}
			p.translation(at+"."+s.Field, s.at.Text, t.Text)
			if t.From != "" {
				p.translation(at+"."+s.Field+".from", s.at.Text, t.From)
			}
		}
	}
}

func (p *problemList) translation(field string, t Text, text string) {
	if t.Form == Lines {
		p.lines(t, field, strings.Split(text, "\n"))
	} else {
		p.text(t, field, text)
	}
}

// Kept are the translations of texts there are, nil for none. Those of what
// was deleted go with it.
func (v *Version) Kept() Translations {
	if len(v.Translations) == 0 {
		return nil
	}
	kept := Translations{}
	all := v.Translatable()
	for language, texts := range v.Translations {
		for _, s := range all {
			if t, ok := texts[s.Field]; ok {
				if kept[language] == nil {
					kept[language] = map[string]Translated{}
				}
				kept[language][s.Field] = t
			}
		}
	}
	return kept
}
