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
			say("not_offered", "{language} is not offered: {lacks}.", "language", named(language), "lacks", Lacks(c)),
			say("not_offered_fix", "Translate what is missing, and look again at what is outdated. Until then takers read English."))
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
	missing := counted(c.Missing, "missing", "1 text is missing", "{n} texts are missing")
	switch {
	case c.Outdated == 0:
		return missing
	case c.Missing == 0:
		return counted(c.Outdated, "outdated", "1 text is outdated", "{n} texts are outdated")
	}
	return say("lacks", "{missing}, {outdated}", "missing", missing, "outdated", counted(c.Outdated, "also_outdated", "1 is outdated", "{n} are outdated"))
}

func counted(n int, id, one, many string) quiz.Message {
	if n == 1 {
		return say(id, one, "n", n)
	}
	return say(id, many, "n", n)
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
			say("unreviewed", "No native speaker has read {unread} of the {texts} texts in {language}.", "unread", c.Unreviewed, "texts", c.Texts, "language", named(language)),
			say("unreviewed_fix", "Ask somebody who grew up with the language to read them, then tick the box of each part."))
	}
	o.value = unread
	return o
}
