package quiz

import "strings"

// TranslationPart is what is translated in one form: a question, a dimension,
// a role with what the guide says of it, the rest of the guide, or the title.
type TranslationPart struct {
	Key   string // "questions.h1", "guide"
	Name  string // "Question 2"
	Texts []TranslationText
}

// TranslationText is a text in both languages.
type TranslationText struct {
	Field string
	Label string // within the part: "text"
	Lines bool   // it is a list of lines
	In    string // the text of the version
	Translated
}

// Missing reports that nobody has translated it.
func (t TranslationText) Missing() bool { return t.Text == "" }

// Outdated reports that the text changed since it was translated.
func (t TranslationText) Outdated() bool { return !t.Missing() && t.Of != Fingerprint(t.In) }

// TranslationCount is how many texts there are and what they lack.
type TranslationCount struct {
	Texts, Missing, Outdated int
	Unreviewed               int // translated, and read by no native speaker
}

// Started reports whether anything is translated.
func (c TranslationCount) Started() bool { return c.Missing < c.Texts }

// Reviewed reports whether a native speaker has read all that is translated.
func (c TranslationCount) Reviewed() bool { return c.Started() && c.Unreviewed == 0 }

// Whole reports whether takers can be offered it.
func (c TranslationCount) Whole() bool { return c.Missing+c.Outdated == 0 }

// Count counts the texts of a part.
func (p TranslationPart) Count() TranslationCount {
	c := TranslationCount{Texts: len(p.Texts)}
	for _, t := range p.Texts {
		switch {
		case t.Missing():
			c.Missing++
			continue
		case t.Outdated():
			c.Outdated++
		}
		if !t.Reviewed {
			c.Unreviewed++
		}
	}
	return c
}

// CountTranslated counts the texts of the whole version in a language.
func (v *Version) CountTranslated(language string) TranslationCount {
	return CountParts(v.TranslationParts(language))
}

// CountParts counts the texts of parts together.
func CountParts(parts []TranslationPart) TranslationCount {
	var sum TranslationCount
	for _, p := range parts {
		c := p.Count()
		sum.Texts += c.Texts
		sum.Missing += c.Missing
		sum.Outdated += c.Outdated
		sum.Unreviewed += c.Unreviewed
	}
	return sum
}

// TranslationParts lists the parts in reading order, with their texts in a
// language.
func (v *Version) TranslationParts(language string) []TranslationPart {
	return v.TranslationPartsIn(inPlainEnglish, language)
}

// TranslationPartsIn names the parts and texts in the words of the reader.
func (v *Version) TranslationPartsIn(localize Localize, language string) []TranslationPart {
	var parts []TranslationPart
	for _, s := range v.translatable(localize) {
		key := PartOf(s.Field)
		if len(parts) == 0 || parts[len(parts)-1].Key != key {
			parts = append(parts, TranslationPart{Key: key, Name: s.partName(localize, key)})
		}
		part := &parts[len(parts)-1]
		label := s.Label
		if s.Part != "" && s.Part != part.Name {
			label = s.Part + ": " + label
		}
		if _, role, has := strings.Cut(s.Field, ".parts."); has { // one of several roles in a decision
			key, _, _ := strings.Cut(role, ".")
			label += ", " + v.roleName(key)
		}
		part.Texts = append(part.Texts, TranslationText{s.Field, label, s.at.Form == Lines, s.Text, v.Translations[language][s.Field]})
	}
	return parts
}

func (s Translatable) partName(localize Localize, key string) string {
	switch key {
	case "title":
		return s.Label
	case "guide":
		return localize(Say("adminframe.guide", "Guide"))
	}
	return s.Part
}

// PartOf is the part that a field is translated with.
func PartOf(field string) string {
	parts := strings.SplitN(field, ".", 3)
	switch parts[0] {
	case "questions", "dimensions", "roles":
		return strings.Join(parts[:min(2, len(parts))], ".")
	}
	return parts[0]
}

func (v *Version) translatableAt(part string) []Translatable {
	var within []Translatable
	for _, s := range v.Translatable() {
		if PartOf(s.Field) == part {
			within = append(within, s)
		}
	}
	return within
}
