package check

import "whichpm/internal/quiz"

// translated finds what keeps a started translation from being offered.
func translated(s *subject) outcome {
	var o outcome
	lacking := 0
	for _, language := range quiz.TranslationLanguages {
		c := s.translated[language]
		if !c.Started() || c.Whole() {
			continue
		}
		lacking += c.Missing + c.Outdated
		o.advice("translations."+language,
			say("not_offered", "language", named(language), "lacks", Lacks(c)),
			say("not_offered_fix"))
	}
	o.value = lacking
	return o
}

// named is what a language is called.
func named(language string) quiz.Message {
	return quiz.Say("adminlanguage."+language, quiz.InEnglish(language))
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
	for _, language := range quiz.TranslationLanguages {
		c := s.translated[language]
		if unread += c.Unreviewed; c.Unreviewed == 0 {
			continue
		}
		o.advice("translations."+language,
			say("unreviewed", "unread", c.Unreviewed, "texts", c.Texts, "language", named(language)),
			say("unreviewed_fix"))
	}
	o.value = unread
	return o
}
