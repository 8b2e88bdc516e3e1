package gallery

import (
	"slices"
	"strings"

	"whichpm/web/words"
)

// adminInGerman are pages for admins of every kind, and those with the longest
// texts.
func adminInGerman() []State {
	var states []State
	for _, s := range AdminIn(words.German) {
		if slices.Contains([]string{
			"sign in refused", "home of an owner", "account with second factor", "many admins", "groups of an owner", "group to end", "brand refused", "questions", "question pair",
			"role", "role refused", "keying", "checks to mend", "settings", "scenarios", "checks", "publish", "changes to undo", "waiting draft beside a draft", "versions of an owner", "audit log", "import refused",
			"insight of a year", "insight questions", "insight question statement", "insight outcomes", "recalibration",
			"translations", "changed in the meantime", "session ended", "new quiz over a draft", "new dimensions",
		}, s.Name) || strings.Contains(s.Name, "longest text") {
			s.Name += " in German"
			states = append(states, s)
		}
	}
	return states
}

// AdminIn shows every page for admins in a language.
func AdminIn(l words.Language) []State {
	return slices.Concat(
		adminPages(l),
		adminGroups(l),
		adminBrand(l),
		adminContent(l),
		adminTranslations(l),
		adminQuestionPages(l),
		insightPages(l),
		versionPages(l),
		newPages(l),
		recalibrationPages(l),
		lostPages(l),
	)
}
