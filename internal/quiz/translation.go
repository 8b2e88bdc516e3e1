package quiz

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Translations are texts of a version in other languages: by language, such as
// "de", and by field, such as "questions.h1.text". The version itself is
// written in English. They change no number, key or order.
type Translations map[string]map[string]Translated

// Translated is one text in another language. The lines of a list stand below
// each other.
type Translated struct {
	Text     string `json:"text"`
	Of       string `json:"of"`                 // the Fingerprint of the English it was made from
	Reviewed bool   `json:"reviewed,omitempty"` // by somebody who speaks the language from childhood
	From     string `json:"-"`                  // that English, while another one stands there; no part of the hash
}

// SourceLanguage is the one a version is written in.
const SourceLanguage = "en"

// TranslationLanguages are those a version can be translated into.
var TranslationLanguages = []string{"de"}

// InEnglish is what a language is called in English: "German".
func InEnglish(language string) string {
	return map[string]string{"en": "English", "de": "German"}[language]
}

// Fingerprint tells whether a text is still the one that was translated.
func Fingerprint(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// Spoken is a text that takers read, where it is and what it says.
type Spoken struct {
	Field string
	Part  string // the question, dimension or role in words: "Question 2"
	Label string // "wording"
	Text  string // in English

	part string
	set  func(string)
}

// Spoken lists every text of the version that takers read, in reading order.
func (v *Version) Spoken() []Spoken { return v.spoken(inPlainEnglish) }

// spoken names the texts in the words of a language.
func (v *Version) spoken(tell Telling) []Spoken {
	set := v.setters()
	var spoken []Spoken
	for _, f := range flattenSome(v, tell, func(field string) bool { return set[field] != nil }) {
		spoken = append(spoken, Spoken{f.field, f.name, f.label, f.value, f.part, set[f.field]})
	}
	return spoken
}

// setters are the ways to put another text in the place of a field.
func (v *Version) setters() map[string]func(string) {
	set := map[string]func(string){}
	put := func(field string, at *string) { set[field] = func(s string) { *at = s } }
	put("title", &v.Title)
	for i := range v.Questions {
		q := &v.Questions[i]
		at := "questions." + q.Key + "."
		put(at+"text", &q.Prompt)
		put(at+"left", &q.Left)
		put(at+"right", &q.Right)
		for o := range q.Options {
			if !q.Kind.Sides() { // its labels are the same everywhere
				put(fmt.Sprintf("%soptions.%d.label", at, o), &q.Options[o].Label)
			}
		}
	}
	for i := range v.Dimensions {
		d := &v.Dimensions[i]
		at := "dimensions." + d.Key + "."
		put(at+"name", &d.Name)
		put(at+"positive_pole", &d.Positive)
		put(at+"negative_pole", &d.Negative)
		put(at+"question", &d.Question)
	}
	all := func(at string, texts []text, lists []list) {
		for _, t := range texts {
			if !slices.Contains(untranslated, t.name) {
				put(at+t.name, t.body)
			}
		}
		for _, l := range lists {
			set[at+l.name] = func(s string) { *l.lines = strings.Split(s, "\n") }
		}
	}
	for i := range v.Roles {
		r := &v.Roles[i]
		at := "roles." + r.Key + "."
		put(at+"name", &r.Name)
		put(at+"short", &r.Short)
		all(at+"content.", r.Content.texts(), r.Content.lists())
	}
	all("guide.", v.Guide.texts(), v.Guide.lists())
	for i := range v.Guide.SetUps {
		s := &v.Guide.SetUps[i]
		put("guide.set_ups."+s.Key+".name", &s.Name)
		put("guide.set_ups."+s.Key+".text", &s.Text)
	}
	for i := range v.Guide.Asked {
		at := fmt.Sprintf("guide.questions_people_ask.%d.", i)
		put(at+"question", &v.Guide.Asked[i].Question)
		put(at+"answer", &v.Guide.Asked[i].Answer)
	}
	return set
}

// untranslated are words of others, codes and units: they stay as they are.
var untranslated = []string{"credit", "salary.currency", "salary.period"}

// Missing lists the texts that a language lacks, and those whose English
// changed since they were translated.
func (v *Version) Missing(language string) (missing, outdated []Spoken) {
	texts := v.Translations[language]
	for _, s := range v.Spoken() {
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
	for _, s := range shown.Spoken() {
		if t, ok := v.Translations[language][s.Field]; ok {
			s.set(t.Text)
			shown.unreviewed = shown.unreviewed || !t.Reviewed
		}
	}
	shown.Translations = nil
	return shown
}

// Unreviewed reports that this is a translation which no native speaker has
// read yet.
func (v *Version) Unreviewed() bool { return v.unreviewed }

// isLines reports whether a field is a list of lines.
func isLines(field string) bool {
	last := field[strings.LastIndexByte(field, '.')+1:]
	var c RoleContent
	var g Guide
	return slices.ContainsFunc(append(c.lists(), g.lists()...), func(l list) bool { return l.name == last })
}

// translations holds the limits of the texts in other languages.
func (p *problemList) translations(v *Version) {
	for _, language := range slices.Sorted(maps.Keys(v.Translations)) {
		at := "translations." + language
		if !slices.Contains(TranslationLanguages, language) {
			p.add(at, "draft_language", "Use one of the languages there are, such as de; it is %s", "it", Quoted(language))
			continue
		}
		texts := v.Translations[language]
		for _, s := range v.Spoken() {
			t, ok := texts[s.Field]
			if !ok {
				continue
			}
			p.translation(at+"."+s.Field, s.Field, t.Text)
			if t.From != "" {
				p.translation(at+"."+s.Field+".from", s.Field, t.From)
			}
		}
	}
}

// translation holds the limit of the text at a field.
func (p *problemList) translation(at, field, text string) {
	if isLines(field) {
		p.lines(at, LimitFor(field).Field, strings.Split(text, "\n"))
	} else {
		p.text(at, LimitFor(field).Field, text)
	}
}

// Kept are the translations of texts there are, nil for none. Those of what
// was deleted go with it.
func (v *Version) Kept() Translations {
	if len(v.Translations) == 0 {
		return nil
	}
	kept := Translations{}
	spoken := v.Spoken()
	for language, texts := range v.Translations {
		for _, s := range spoken {
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
