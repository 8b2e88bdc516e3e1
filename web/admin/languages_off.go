package admin

import (
	"slices"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

// begunIn are the languages that somebody has begun to translate a version into and
// that are not offered to takers, because texts are missing or outdated.
func begunIn(v *quiz.Version) []string {
	whole := v.Languages()
	return slices.DeleteFunc(v.TranslationLanguages(), func(tag string) bool {
		return slices.Contains(whole, tag) || !v.CountTranslated(tag).Started()
	})
}

// lacking says what a version lacks in a language.
func lacking(l words.Language, v *quiz.Version, tag string) string {
	return l.Localize(check.Lacks(v.CountTranslated(tag)))
}

// languagesOff are the languages that takers do not get of what is published, and
// those that they would no longer get of the draft. Either version may be nil, or
// both be the same.
func languagesOff(l words.Language, live, edited *quiz.Version) []adminview.LanguageOff {
	if live == nil {
		return nil
	}
	var off []adminview.LanguageOff
	for _, tag := range begunIn(live) {
		whole := slices.Contains(edited.Languages(), tag)
		off = append(off, adminview.LanguageOff{Tag: tag, Lacks: lacking(l, live, tag), InDraft: whole})
	}
	for _, tag := range live.Languages() {
		if tag != edited.BaseLanguage() && !slices.Contains(edited.Languages(), tag) {
			off = append(off, adminview.LanguageOff{Tag: tag, Lacks: lacking(l, edited, tag), Would: true})
		}
	}
	return off
}
