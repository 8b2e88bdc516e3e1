package check

import (
	"fmt"
	"strings"

	"whichpm/internal/quiz"
)

// translated finds what keeps a started translation from being offered.
func translated(s *subject) outcome {
	var o outcome
	lacking := 0
	for _, language := range quiz.TranslationLanguages {
		c := s.CountTranslated(language)
		if !c.Started() || c.Whole() {
			continue
		}
		lacking += c.Missing + c.Outdated
		o.advice("translations."+language,
			fmt.Sprintf("%s is not offered: %s.", quiz.InEnglish(language), lacks(c)),
			"Translate what is missing, and look again at what is outdated. Until then takers read English.")
	}
	o.value = fmt.Sprint(lacking)
	return o
}

// lacks says what a translation lacks: "3 texts are missing, 1 is outdated".
func lacks(c quiz.TranslationCount) string {
	var said []string
	say := func(n int, what string) {
		noun, verb := "", "are"
		if len(said) == 0 {
			noun = " texts"
		}
		if n == 1 {
			noun, verb = strings.TrimSuffix(noun, "s"), "is"
		}
		if n > 0 {
			said = append(said, fmt.Sprintf("%d%s %s %s", n, noun, verb, what))
		}
	}
	say(c.Missing, "missing")
	say(c.Outdated, "outdated")
	return strings.Join(said, ", ")
}

// reviewed finds translations that no native speaker has read.
func reviewed(s *subject) outcome {
	var o outcome
	unread := 0
	for _, language := range quiz.TranslationLanguages {
		c := s.CountTranslated(language)
		if unread += c.Unreviewed; c.Unreviewed == 0 {
			continue
		}
		o.advice("translations."+language,
			fmt.Sprintf("No native speaker has read %d of the %d texts in %s.", c.Unreviewed, c.Texts, quiz.InEnglish(language)),
			"Ask somebody who grew up with the language to read them, then tick the box of each part.")
	}
	o.value = fmt.Sprint(unread)
	return o
}
