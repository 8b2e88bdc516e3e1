package gallery

import (
	"slices"

	"whichpm/web/words"
)

// AdminIn shows every page for admins in a language.
func AdminIn(l words.Language) []State {
	return slices.Concat(
		adminPages(l),
		adminContent(l),
		adminTranslations(l),
		adminQuestionPages(l),
		insightPages(l),
		versionPages(l),
		recalibrationPages(l),
		lostPages(l),
	)
}
