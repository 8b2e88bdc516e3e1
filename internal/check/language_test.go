package check

import (
	"reflect"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	catalogue "whichpm/web/words"
)

// everyWay are versions that are spoiled in many ways at once.
func everyWay() map[string]*quiz.Version {
	return map[string]*quiz.Version{
		"as it is":                       content.First(),
		"that lacks a text":              spoiled(func(v *quiz.Version) { question(v, "h1").Text = "" }),
		"with three roles":               withThird(map[string]float64{"lifecycle": 0}),
		"with a twin":                    withThird(nil),
		"with a role between two others": withMiddle(0.2),
		"that asks for interests":        interests(),
		"that asks for uneven interests": func() *quiz.Version {
			v := interests()
			profile(v, 0, "learning", func(p *quiz.Profile) { p.Mean = 0.9 })
			v.Roles[1].Content = quiz.RoleContent{}
			return v
		}(),
		"in Finnish":                   spoiled(func(v *quiz.Version) { v.Language = "fi" }),
		"with profiles off the middle": spoiled(func(v *quiz.Version) { profile(v, 0, "voice", func(p *quiz.Profile) { p.Mean += 0.4 }) }),
		"spoiled": spoiled(func(v *quiz.Version) {
			question(v, "h1").Text, question(v, "h1").Strength = "I do not plan the project and I habitually contemplate organisational possibilities.", 1.2
			question(v, "h2").Text = "write the new question here."
			question(v, "ep").Strength = 0
			question(v, "up").Left = "meet a buyer"
			turn(v, "hp", "op", "r2", "r3", "v3")
			acts(v, "c1", loadings{"lens": 1}, loadings{"lens": 0.5}, loadings{}, loadings{"lens": 1})
			profile(v, 1, "lens", func(p *quiz.Profile) { p.Source = "" })
			v.Settings.ClearFrom = 0.99
		}),
		"with a clear verdict soon": spoiled(func(v *quiz.Version) { v.Settings.ClearFrom = 0.6 }),
		"half translated": func() *quiz.Version {
			v := content.First()
			german(v, func(de map[string]quiz.Translated) { delete(de, "title") })
			v.Dimensions[0].Name = "Another name"
			return v
		}(),
	}
}

func TestTheChecksSayTheSameInTheCatalogue(t *testing.T) {
	for name, v := range everyWay() {
		report := Version(v)
		for i, f := range report.In(catalogue.English.Localize).Findings {
			if want := report.Findings[i]; f.What != want.What || f.Fix != want.Fix {
				t.Errorf("of a version %s the catalogue says %q %q, the check %q %q", name, f.What, f.Fix, want.What, want.Fix)
			}
		}
		if got := report.In(catalogue.English.Localize).Lines; !reflect.DeepEqual(got, report.Lines) {
			t.Errorf("of a version %s the catalogue says %+v, the check %+v", name, got, report.Lines)
		}
	}
}

func TestEveryFindingIsSaidInGerman(t *testing.T) {
	for name, v := range everyWay() {
		report := Version(v)
		said := report.In(catalogue.German.Localize)
		for i, f := range said.Findings {
			if f.What == report.Findings[i].What || f.Fix == report.Findings[i].Fix || strings.ContainsAny(f.What+f.Fix, "{}") || strings.Contains(f.What+f.Fix, "adminfindings") {
				t.Errorf("of a version %s: %q %q", name, f.What, f.Fix)
			}
		}
		for i, l := range said.Lines {
			if l.Name == report.Lines[i].Name || l.Measures == report.Lines[i].Measures || strings.Contains(l.Value, "hardest") {
				t.Errorf("of a version %s: %+v", name, l)
			}
		}
	}
}
