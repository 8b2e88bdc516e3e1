package words

import (
	"errors"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

func TestWhatAnAccountIsRefusedForIsSaidInEveryLanguage(t *testing.T) {
	_, err := auth.NewAdmin("nobody", "guest", time.Time{})
	refusals := []error{err}
	for _, password := range []string{"short", strings.Repeat("long ", 50), "passwordpassword", "xyxyxyxyxyxyxy", "qwertyuiopasdfghjkl", "ada.lovelace.example"} {
		refusals = append(refusals, auth.CheckPassword(password, "ada.lovelace@example.org"))
	}
	codes := map[string]bool{}
	for _, refusal := range refusals {
		problems, _ := errors.AsType[quiz.Problems](refusal)
		for i, said := range German.Problems(problems) {
			p := problems[i]
			if english := English.Say("problem."+p.Code, p.Values...); english != p.Message {
				t.Errorf("%s says %q, the catalogue %q", p.Code, p.Message, english)
			}
			if said.Message == p.Message || strings.Contains(said.Message, "problem.") {
				t.Errorf("%s is no German: %q", p.Code, said.Message)
			}
			codes[p.Code] = true
		}
	}
	if len(codes) != 8 {
		t.Errorf("only %v were tried", codes)
	}
}
