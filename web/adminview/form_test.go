package adminview

import (
	"strings"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

func TestEveryTextOfADraftHasANameInEveryLanguage(t *testing.T) {
	for _, limit := range quiz.Limits {
		if got := label(words.English, limit); got != limit.Label {
			t.Errorf("%s is named %q, want %q", limit.Field, got, limit.Label)
		}
		if got := label(words.German, limit); strings.Contains(got, "adminlabel.") {
			t.Errorf("%s has no name in German", limit.Field)
		}
	}
}
