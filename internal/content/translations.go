package content

import "whichpm/internal/quiz"

// translations are texts by language and by field of the version. The lines of
// a list stand below each other in one text.
type translations map[string]map[string]translated

type translated struct {
	Text     string `json:"text"`
	Of       string `json:"of,omitempty"` // says which English it was made from, if that changed since
	Reviewed bool   `json:"reviewed"`     // by a native speaker
}

// of reads the translations of a version.
func (t translations) of(v *quiz.Version) quiz.Translations {
	if len(t) == 0 {
		return nil
	}
	english := map[string]string{}
	for _, s := range v.Spoken() {
		english[s.Field] = quiz.Fingerprint(s.Text)
	}
	read := quiz.Translations{}
	for language, texts := range t {
		read[language] = map[string]quiz.Translated{}
		for field, x := range texts {
			if x.Of == "" {
				x.Of = english[field]
			}
			read[language][field] = quiz.Translated(x)
		}
	}
	return read
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
	for _, s := range v.Spoken() {
		for language, texts := range kept {
			x, ok := texts[s.Field]
			if !ok {
				continue
			}
			if x.Of == quiz.Fingerprint(s.Text) {
				x.Of = ""
			}
			out[language][s.Field] = translated(x)
		}
	}
	return out
}
