package quiz

import (
	"maps"
	"slices"
)

// OutdatedText is a translation that was made from another text than there is
// now.
type OutdatedText struct {
	Source   string // language of the version: "en"
	Language string // "de"
	Field    string
	Name     string // in words: "Question 2: wording"
	Now      string // the text as it stands
	Translated
}

// OutdatedIn lists all of them, in the words of the reader. What older versions
// say fills in what a translation does not remember itself.
func (v *Version) OutdatedIn(localize Localize, older ...*Version) []OutdatedText {
	if len(v.Translations) == 0 {
		return nil
	}
	was, texts := textsByFingerprint(older), v.translatable(localize)
	var found []OutdatedText
	for _, language := range slices.Sorted(maps.Keys(v.Translations)) {
		for _, s := range texts {
			t, ok := v.Translations[language][s.Field]
			if !ok || t.Text == "" || t.Of == Fingerprint(s.Text) {
				continue
			}
			if t.From == "" {
				t.From = was[t.Of]
			}
			name := flatField{name: s.Part, label: s.Label}.inWords()
			found = append(found, OutdatedText{v.Source(), language, s.Field, name, s.Text, t})
		}
	}
	return found
}

// textsByFingerprint are the texts of versions by their fingerprint.
func textsByFingerprint(versions []*Version) map[string]string {
	texts := map[string]string{}
	for _, v := range versions {
		if v == nil {
			continue
		}
		for _, s := range v.Translatable() {
			texts[Fingerprint(s.Text)] = s.Text
		}
	}
	return texts
}

// Follow tells the translations what became of their texts since the version
// was another one: those that it outdates remember the text they were made
// from, and a native speaker has not read them beside the new one. Their fields
// are returned.
func (v *Version) Follow(before *Version) []string {
	var fields []string
	known := map[string]bool{}
	for _, t := range before.OutdatedIn(inPlainEnglish) {
		known[t.Language+t.Field+t.Text] = true
	}
	for _, t := range v.OutdatedIn(inPlainEnglish, before) {
		if !known[t.Language+t.Field+t.Text] {
			t.Reviewed = false
			fields = append(fields, t.Field)
		}
		v.Translations[t.Language][t.Field] = t.Translated
	}
	v.forgetEarlier()
	slices.Sort(fields)
	return slices.Compact(fields)
}

// forgetEarlier drops the earlier text of those that are current.
func (v *Version) forgetEarlier() {
	for _, s := range v.Translatable() {
		for _, texts := range v.Translations {
			if t, ok := texts[s.Field]; ok && t.From != "" && t.Of == Fingerprint(s.Text) {
				t.From = ""
				texts[s.Field] = t
			}
		}
	}
}

// KeepTranslations says of the outdated texts that keep picks that the change of
// their text was a small one: each goes on as it was in the version before,
// nil where there is none, also if a native speaker had read it there. It
// reports whether there was any.
func (v *Version) KeepTranslations(before *Version, keep func(OutdatedText) bool) (kept bool) {
	for _, t := range v.OutdatedIn(inPlainEnglish) {
		if !keep(t) {
			continue
		}
		was := Translated{}
		if before != nil {
			was = before.Translations[t.Language][t.Field]
		}
		t.Reviewed = t.Reviewed || was.Reviewed && was.Text == t.Text && was.Of == t.Of
		v.Translations[t.Language][t.Field] = Translated{Text: t.Text, Of: Fingerprint(t.Now), Reviewed: t.Reviewed}
		kept = true
	}
	return kept
}
