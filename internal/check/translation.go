package check

import "whichpm/internal/quiz"

// translated finds what keeps a started translation from being offered.
func translated(s *subject) outcome {
	var o outcome
	lacking := 0
	for _, language := range s.TranslationLanguages() {
		c := s.translated[language]
		if !c.Started() || c.Whole() {
			continue
		}
		lacking += c.Missing + c.Outdated
		o.advice("translations."+language,
			say("not_offered", "language", quiz.LanguageTag(language), "lacks", Lacks(c)),
			say("not_offered_fix", "source", quiz.LanguageTag(s.Source())))
	}
	o.value = lacking
	return o
}

// Lacks says what a translation lacks: "3 texts are missing, 1 is outdated".
func Lacks(c quiz.TranslationCount) quiz.Message {
	missing := say("missing", "n", c.Missing)
	switch {
	case c.Outdated == 0:
		return missing
	case c.Missing == 0:
		return say("outdated", "n", c.Outdated)
	}
	return say("lacks", "missing", missing, "outdated", say("also_outdated", "n", c.Outdated))
}

// reviewed finds translations that no native speaker has read.
func reviewed(s *subject) outcome {
	var o outcome
	unread := 0
	for _, language := range s.TranslationLanguages() {
		c := s.translated[language]
		if unread += c.Unreviewed; c.Unreviewed == 0 {
			continue
		}
		o.advice("translations."+language,
			say("unreviewed", "unread", c.Unreviewed, "texts", c.Texts, "language", quiz.LanguageTag(language)),
			say("unreviewed_fix"))
	}
	o.value = unread
	return o
}
