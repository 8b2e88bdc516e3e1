package content_test

import (
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/former"
	"whichpm/internal/test/garden"
)

func TestAVersionIsKnownAsWhatItWasMadeFrom(t *testing.T) {
	changed := func(v *quiz.Version, change func(*quiz.Version)) *quiz.Version {
		change(v)
		return v
	}
	reword := func(v *quiz.Version) { v.Questions[0].Text = "Which do you do first?" }
	for name, tt := range map[string]struct {
		v    *quiz.Version
		want content.Descent
	}{
		"what the program comes with":        {content.First(), content.Current},
		"the same with a question reworded":  {changed(content.First(), reword), content.Current},
		"the same that asks nobody by lot":   {changed(content.First(), func(v *quiz.Version) { v.Settings.FullByLot = 0 }), content.Current},
		"what it came with before":           {former.First(t), content.Former},
		"the same without its German":        {changed(former.First(t), func(v *quiz.Version) { v.Translations = nil }), content.Changed},
		"the same with one question changed": {changed(former.First(t), reword), content.Changed},
		"the same with a third role": {changed(former.First(t), func(v *quiz.Version) {
			if _, err := v.AddRole("Third"); err != nil {
				t.Fatal(err)
			}
		}), content.Foreign},
		"its roles with other questions": {changed(former.First(t), func(v *quiz.Version) { v.Questions = v.Questions[:9] }), content.Foreign},
		"a quiz about gardens":           {garden.Version(t), content.Foreign},
		"an empty one":                   {content.Empty(), content.Foreign},
	} {
		if got := content.DescentOf(tt.v); got != tt.want {
			t.Errorf("%s: %d, want %d", name, got, tt.want)
		}
	}
}
