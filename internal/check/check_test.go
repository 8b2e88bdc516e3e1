package check

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

type loadings = map[string]float64

func TestAVersionSpoiledInOneWayGetsThatFinding(t *testing.T) {
	tests := []struct {
		check    string
		severity Severity
		fields   []string
		spoil    func(*quiz.Version)
	}{
		{"complete", Error, []string{"roles.product_manager.name"}, func(v *quiz.Version) { v.Roles[0].Name = "" }},
		{"agree_to_all", Error, []string{"dimensions.horizon"}, func(v *quiz.Version) { question(v, "h1").Strength = 1.2 }},
		{"straight_columns", Error, []string{"questions", "questions", "questions", "questions"}, func(v *quiz.Version) {
			turn(v, "hp", "op")
		}},
		{"random_takers", Error, []string{"questions"}, func(v *quiz.Version) { load(v, "op", "success", -1, 0.1, 0.5, 0.9, 1) }},
		{"keyed_both_ways", Error, []string{"dimensions.lifecycle", "dimensions.voice"}, func(v *quiz.Version) { turn(v, "l2", "v3") }},
		{"scene_balance", Error, []string{"questions.c1.options"}, func(v *quiz.Version) {
			question(v, "c1").Options[0].Loadings["lens"] = 0.8
		}},
		{"role_reachable", Advice, []string{"roles.product_manager.profile", "roles.project_manager.profile"}, func(v *quiz.Version) {
			v.Settings.ClearFrom = 0.99
		}},
		{"same_profile", Error, []string{"roles.project_manager.profile"}, func(v *quiz.Version) {
			for d, p := range v.Roles[0].Profile {
				if p.Weight > 0 {
					profile(v, 1, d, func(other *quiz.Profile) { other.Mean = p.Mean })
				}
			}
		}},
		{"single_answer", Error, []string{"questions.up.strength", "questions.op.strength", "questions.c4.strength"}, func(v *quiz.Version) { v.Settings.ClearFrom = 0.6 }},
		{"suppressor", Advice, []string{"dimensions.spark"}, func(v *quiz.Version) {
			v.Settings.Correlation = 0.6
			profile(v, 0, "spark", func(p *quiz.Profile) { p.Mean = 0.02 })
			profile(v, 1, "spark", func(p *quiz.Profile) { p.Mean = -0.02 })
		}},
		{"dead_option", Error, []string{"questions.c1.options.2"}, func(v *quiz.Version) {
			acts(v, "c1", loadings{"lens": 1, "lifecycle": 0.5}, loadings{"lens": -1, "lifecycle": 0.5}, loadings{}, loadings{"lifecycle": -1})
		}},
		{"dead_option", Error, []string{"questions.ep"}, func(v *quiz.Version) { question(v, "ep").Strength = 0 }},
		{"duplicate_option", Error, []string{"questions.c1.options.2", "questions.c1.options.3"}, func(v *quiz.Version) {
			one, other := loadings{"lens": 1, "lifecycle": 0.5}, loadings{"lens": -1, "lifecycle": -0.5}
			acts(v, "c1", one, other, one, other)
		}},
		{"dominated_option", Advice, []string{"questions.c1.options.2", "questions.c1.options.3"}, func(v *quiz.Version) {
			acts(v, "c1", loadings{"lens": 1, "lifecycle": 0.5}, loadings{"lens": -1, "lifecycle": -0.5},
				loadings{"lens": 0.5, "lifecycle": 0.25}, loadings{"lens": -0.5, "lifecycle": -0.25})
		}},
		{"option_position", Advice, []string{"questions", "questions", "questions", "questions"}, func(v *quiz.Version) {
			mirrorActs(v, "c3", "c4")
			for _, key := range []string{"c1", "c2", "c3", "c4"} {
				question(v, key).Strength = 0.03
			}
		}},
		{"placeholder", Error, []string{"questions.h1.text"}, func(v *quiz.Version) {
			question(v, "h1").Text = "write the new question here."
		}},
		{"placeholder", Error, []string{"dimensions.lens.negative_pole"}, func(v *quiz.Version) {
			v.Dimensions[v.DimensionIndex("lens")].Negative = "Write the other end"
		}},
		{"placeholder", Error, []string{"questions.h1.text"}, func(v *quiz.Version) { question(v, "h1").Text = "" }},
		{"placeholder", Error, []string{"questions.sp.right"}, func(v *quiz.Version) { question(v, "sp").Right = " " }},
		{"placeholder", Error, []string{"questions.h1.options.2.label"}, func(v *quiz.Version) { question(v, "h1").Options[2].Label = "" }},
		{"placeholder", Error, []string{"dimensions.lens.positive_pole"}, func(v *quiz.Version) {
			v.Dimensions[v.DimensionIndex("lens")].Positive = ""
		}},
		{"placeholder", Error, []string{"title"}, func(v *quiz.Version) { v.Title = "Write the title" }},
		{"placeholder", Error, []string{"dimensions.lens.name"}, func(v *quiz.Version) {
			v.Dimensions[v.DimensionIndex("lens")].Name = "Write the name of the dimension"
		}},
		{"placeholder", Error, []string{"roles.product_manager.content.subtitle"}, func(v *quiz.Version) {
			v.Roles[0].Content.Subtitle = "Write the name of the role."
		}},
		{"near_duplicate", Advice, []string{"questions.h2.text"}, func(v *quiz.Version) {
			question(v, "h2").Text = "When I start something, I picture it where it should be in two years."
		}},
		{"double_barrelled", Advice, []string{"questions.h1.text"}, func(v *quiz.Version) { question(v, "h1").Text = "I like maps or long lists." }},
		{"double_barrelled", Advice, []string{"questions.up.left"}, func(v *quiz.Version) {
			question(v, "up").Left = "meet a visitor and take some notes"
		}},
		{"negated", Advice, []string{"questions.h1.text"}, func(v *quiz.Version) { question(v, "h1").Text = "I don’t look far ahead." }},
		{"giveaway", Error, []string{"questions.c2.options.0.label"}, func(v *quiz.Version) {
			question(v, "c2").Options[0].Label = "Build the products fast to see what we learn"
		}},
		{"giveaway", Advice, []string{"questions.c2.options.0.label"}, func(v *quiz.Version) {
			question(v, "c2").Options[0].Label = "Put it on a roadmap so that all can see it"
		}},
		{"reading_grade", Advice, []string{"questions.h1.text"}, func(v *quiz.Version) {
			question(v, "h1").Text = "I habitually contemplate organisational possibilities."
		}},
		{"option_length", Advice, []string{"questions.up.right"}, func(v *quiz.Version) { question(v, "up").Left = "meet a buyer" }},
		{"same_name", Error, []string{"roles.project_manager.name", "dimensions.lens.negative_pole"}, func(v *quiz.Version) {
			v.Roles[1].Name = v.Roles[0].Name
			d := v.DimensionIndex("lens")
			v.Dimensions[d].Negative = v.Dimensions[d].Positive
		}},
		{"says_of_itself", Advice, []string{"language"}, func(v *quiz.Version) {
			v.Language, v.Translations = "ja", nil
		}},
		{"says_of_itself", Advice, []string{"about.rests_on"}, func(v *quiz.Version) { v.Guide.Credit = "" }},
		{"says_of_itself", Advice, []string{"guide.set_ups", "roles.product_manager.content.salary.label"}, func(v *quiz.Version) {
			v.About.NoJobs = true
			v.Roles[1].Content.Salary.Amount, v.Roles[1].Content.Pay, v.Roles[1].Content.Certificates = 0, nil, ""
		}},
		{"role_content", Error, []string{"roles.project_manager.content.tagline"}, func(v *quiz.Version) {
			v.Roles[1].Content = quiz.RoleContent{Skills: []string{"Budgets"}}
		}},
		{"unsourced", Error, []string{"roles.project_manager.profile.lens.source"}, func(v *quiz.Version) {
			profile(v, 1, "lens", func(p *quiz.Profile) { p.Source = " " })
		}},
		{"unsourced", Error, []string{"roles.project_manager.content.pay.1.source"}, func(v *quiz.Version) {
			v.Roles[1].Content.Pay[1].Source = " "
		}},
		{"unsourced", Advice, []string{"roles.project_manager.content.salary.source"}, func(v *quiz.Version) {
			v.Roles[1].Content.Salary.Source = ""
		}},
		{"translated", Advice, []string{"translations.de"}, func(v *quiz.Version) {
			german(v, func(texts map[string]quiz.Translated) { delete(texts, "title") })
		}},
		{"translated", Advice, []string{"translations.de"}, func(v *quiz.Version) {
			german(v, func(map[string]quiz.Translated) { v.Title = "Which work suits you?" })
		}},
		{"reviewed", Advice, []string{"translations.de"}, func(v *quiz.Version) {
			german(v, func(texts map[string]quiz.Translated) {
				t := texts["title"]
				t.Reviewed = false
				texts["title"] = t
			})
		}},
	}
	usual := Version(content.First()).Findings
	for _, tt := range tests {
		t.Run(tt.check+" "+tt.fields[0], func(t *testing.T) {
			var fields []string
			for _, f := range Version(spoiled(tt.spoil)).Findings {
				if slices.ContainsFunc(usual, func(u Finding) bool { return u.What == f.What && u.Field == f.Field }) {
					continue
				}
				fields = append(fields, f.Field)
				if f.Check != tt.check || f.Severity != tt.severity {
					t.Errorf("also found: %+v", f)
				}
				if !strings.HasSuffix(f.What, ".") || !strings.HasSuffix(f.Fix, ".") {
					t.Errorf("not whole sentences: %q %q", f.What, f.Fix)
				}
			}
			if !slices.Equal(fields, tt.fields) {
				t.Errorf("found at %q, want %q", fields, tt.fields)
			}
		})
	}
}

func TestEveryCheckHasAVersionItRefuses(t *testing.T) {
	// Each line of the report stands for a check the table above spoils.
	want := []string{
		"complete", "agree_to_all", "straight_columns", "random_takers", "keyed_both_ways", "scene_balance",
		"same_profile", "same_name", "role_reachable", "single_answer", "suppressor", "dead_option", "duplicate_option", "dominated_option",
		"option_position", "placeholder", "near_duplicate", "double_barrelled", "negated", "giveaway", "reading_grade",
		"option_length", "role_content", "speaks_of_two", "names_some", "says_of_itself", "unsourced", "translated", "reviewed",
	}
	var got []string
	for _, line := range Version(content.First()).Lines {
		got = append(got, line.Check)
		if line.Name == "" || line.Measures == "" || line.Value == "" {
			t.Errorf("nothing to show for %s: %+v", line.Check, line)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("checks %q, want %q", got, want)
	}
}

func TestTheFirstVersionMayBePublished(t *testing.T) {
	r := Version(content.First())
	advice := map[string][]string{}
	for _, f := range r.Findings {
		if f.Severity == Error {
			t.Errorf("%+v", f)
		}
		advice[f.Check] = append(advice[f.Check], f.Field)
	}
	want := map[string][]string{
		"reviewed": {"translations.de"},
	}
	if !maps.EqualFunc(advice, want, slices.Equal) {
		t.Errorf("advice %v, want %v", advice, want)
	}
	if r.Count(Advice) != 1 || r.Count(Error) != 0 {
		t.Errorf("%d advice, %d errors", r.Count(Advice), r.Count(Error))
	}
}

func TestWhatIsAddedIsNotPublishedUntilItIsWritten(t *testing.T) {
	v := content.First()
	var want []string
	for _, kind := range []quiz.Kind{quiz.Agree, quiz.Pair, quiz.Choice} {
		key, err := v.AddQuestion(kind, 0)
		if err != nil {
			t.Fatal(err)
		}
		if kind == quiz.Choice {
			if err := v.AddOption(key); err != nil {
				t.Fatal(err)
			}
		}
		at := "questions." + key
		want = append(want, at+".text")
		switch kind { //exhaustive:ignore
		case quiz.Pair:
			want = append(want, at+".left", at+".right")
		case quiz.Choice:
			want = append(want, at+".options.0.label", at+".options.1.label", at+".options.2.label")
		}
	}
	key, err := v.AddDimension("Pace")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, "dimensions."+key+".positive_pole", "dimensions."+key+".negative_pole")
	var got []string
	for _, f := range Version(v).Findings {
		if f.Check == "placeholder" && f.Severity == Error {
			got = append(got, f.Field)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("found at %q, want %q", got, want)
	}
}

func TestALineIsInOrderWhenItsCheckFoundNothing(t *testing.T) {
	r := Version(content.First())
	for _, line := range r.Lines {
		found := slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Check == line.Check })
		if line.OK == found {
			t.Errorf("%s: in order %t, found something %t", line.Check, line.OK, found)
		}
	}
}

func TestARetiredQuestionIsNotChecked(t *testing.T) {
	v := spoiled(func(v *quiz.Version) {
		q := question(v, "e2")
		q.Retired, q.Text, q.Strength = true, "My project is not a product and never was.", 0
	})
	if r := Version(v); len(r.Findings) != 0 {
		t.Errorf("found %+v", r.Findings)
	}
}

func TestTheSameVersionGetsTheSameReport(t *testing.T) {
	one, other := Version(content.First()), Version(content.First())
	if !reflect.DeepEqual(one, other) {
		t.Error("two reports differ")
	}
}
