package check

import (
	"strings"

	"whichpm/internal/quiz"
)

// language is the one a version is written in, wherever it is spoken: "pt" of
// "pt-BR".
func language(v *quiz.Version) string {
	base, _, _ := strings.Cut(v.Source(), "-")
	return base
}

// readsEnglish reports whether a check that knows English only can read the
// version.
func (s *subject) readsEnglish() bool { return s.language == quiz.English }

// notMeasured is what a check says that does not know the language: its line
// tells so, and it finds nothing.
func (s *subject) notMeasured() outcome {
	return outcome{value: say("unknown_language", "language", quiz.LanguageTag(s.language))}
}
