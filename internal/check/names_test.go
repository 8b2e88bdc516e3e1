package check

import (
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/biggest"
	"whichpm/internal/test/garden"
)

// foundBy are the findings of a check about a version.
func foundBy(v *quiz.Version, check string) []Finding {
	return slices.DeleteFunc(Version(v).Findings, func(f Finding) bool { return f.Check != check })
}

// grown is the first version with one more role, which stands apart.
func grown(t *testing.T, name string) *quiz.Version {
	t.Helper()
	v := content.First()
	key, err := v.AddRole(name)
	if err != nil {
		t.Fatal(err)
	}
	i := v.RoleIndex(key)
	for d, p := range v.Roles[i].Profile {
		p.Source, p.Mean = "A guess by Ada", 0.1
		v.Roles[i].Profile[d] = p
	}
	return v
}

func TestTextsThatNameTheRolesOfBeforeAreAdviceOnceThereIsAnother(t *testing.T) {
	if got := foundBy(content.First(), "names_some"); len(got) > 0 {
		t.Errorf("with the roles it was written for: %+v", got)
	}
	v := grown(t, "Design leadership")
	got := foundBy(v, "names_some")
	if len(got) == 0 || got[0].Severity != Advice || got[0].Role != v.Roles[2].Key {
		t.Fatalf("found %+v", got)
	}
	var line bool
	for _, f := range got {
		line = line || f.Field == "guide.difference_in_one_line" && strings.Contains(f.What, "names 2 of the 3 roles, and not Design leadership")
		if strings.HasPrefix(f.Field, "roles.") {
			t.Errorf("what is said of one role is meant to name some: %+v", f)
		}
	}
	if !line {
		t.Errorf("nothing is said of the line on how they differ: %+v", got)
	}
	v.Guide.Difference = "Product management, project management and design leadership."
	if slices.ContainsFunc(foundBy(v, "names_some"), func(f Finding) bool { return f.Field == "guide.difference_in_one_line" }) {
		t.Error("a text that names every role is found")
	}
}

func TestNamesAreFoundInEveryScript(t *testing.T) {
	for name, tt := range map[string]struct {
		language string
		roles    []string
		text     string
		named    int
	}{
		"inflected":                            {"de", []string{"Gärtner", "Bäcker", "Schmied"}, "Die Gärtnerin und den Bäckern gehört die Welt.", 2},
		"within another word":                  {"de", []string{"Eis", "Brot", "Salz"}, "Reis und Butterbrot.", 0},
		"of a script without spaces":           {"ja", []string{"庭師", "料理人", "鍛冶屋"}, "あなたは庭師ですか、料理人ですか。", 2},
		"written together with what is before": {"he", []string{"גנן", "טבח", "נפח"}, "הגנן והטבח", 2},
		"in capitals":                          {"el", []string{"Κηπουρός", "Μάγειρας", "Σιδεράς"}, "ΜΆΓΕΙΡΑΣ ή κηπουρός", 2},
	} {
		t.Run(name, func(t *testing.T) {
			v := garden.Version(t)
			v.Language, v.Translations = tt.language, nil
			v.Roles = v.Roles[:len(tt.roles)]
			for i, role := range tt.roles {
				v.Roles[i].Name, v.Roles[i].Short, v.Roles[i].Prior = role, role, 1/float64(len(tt.roles))
			}
			s := newSubject(v)
			x, named := s.spoken(tt.text), 0
			for _, called := range s.calledBy() {
				if s.names(x, called) >= 0 {
					named++
				}
			}
			if named != tt.named {
				t.Errorf("names %d roles, want %d", named, tt.named)
			}
		})
	}
}

func TestATextAboutAFewOfManyRolesIsMeantToBeAboutThem(t *testing.T) {
	v := biggest.Quiz()
	v.Guide.Difference = v.Roles[0].Name + " and " + v.Roles[1].Name + " are neighbours."
	for _, f := range foundBy(v, "names_some") {
		if f.Field == "guide.difference_in_one_line" {
			t.Errorf("two of %d roles: %+v", len(v.Roles), f)
		}
	}
}

func TestARoleWithNoPartInAnyDecisionIsAdviceAboutIt(t *testing.T) {
	v := grown(t, "Design leadership")
	key := v.Roles[2].Key
	decides := func() []Finding { return about(foundBy(v, "role_content"), quiz.DecisionsField) }
	if got := decides(); len(got) != 1 || got[0].Severity != Advice || got[0].Role != key {
		t.Fatalf("found %+v", got)
	}
	v.Guide.Decisions[0].SetPart(quiz.RolePart{Role: key, Part: quiz.Asked})
	if got := decides(); len(got) != 0 {
		t.Errorf("with a part: %+v", got)
	}
	v.Guide.Decisions = nil
	if got := decides(); len(got) != 0 {
		t.Errorf("without decisions: %+v", got)
	}
}

func TestADimensionThatDoesNotCountIsNamedWithTheTwoRolesItIsAbout(t *testing.T) {
	v := grown(t, "Design leadership")
	v.Settings.Correlation = 0.6
	profile(v, 0, "spark", func(p *quiz.Profile) { p.Mean = 0.02 })
	profile(v, 1, "spark", func(p *quiz.Profile) { p.Mean = -0.02 })
	got := about(foundBy(v, "suppressor"), "dimensions.spark")
	if len(got) != 1 || !strings.Contains(got[0].What, " and Design leadership, “Improving things") {
		t.Errorf("found %+v", got)
	}
	for i := range v.Roles {
		profile(v, i, "spark", func(p *quiz.Profile) { p.Mean = 0.1 })
	}
	got = about(foundBy(v, "suppressor"), "dimensions.spark")
	if len(got) != 1 || !strings.Contains(got[0].What, "all roles stand at the same place") {
		t.Errorf("found %+v", got)
	}
}

// about are the findings about a place.
func about(all []Finding, field string) []Finding {
	return slices.DeleteFunc(all, func(f Finding) bool { return f.Field != field })
}

func TestResultsClaimJobDataOnlyForNumbersThatAreFromIt(t *testing.T) {
	if !content.First().FromJobData() || len(foundBy(content.First(), "says_of_itself")) > 0 {
		t.Error("the content that the program comes with is from published job data")
	}
	moved := content.First()
	profile(moved, 1, "spark", func(p *quiz.Profile) { p.Mean = -0.3 })
	moved.About.RestsOn = ""
	for name, v := range map[string]*quiz.Version{"moved": moved, "with another role": grown(t, "Design leadership")} {
		if got := foundBy(v, "says_of_itself"); v.FromJobData() || len(got) != 1 || got[0].Field != "about.rests_on" {
			t.Errorf("%s: %v, found %+v", name, v.FromJobData(), got)
		}
	}
}

func TestANumberThatWasMovedDoesNotKeepThePublishedSourceUnnoticed(t *testing.T) {
	v := content.First()
	if got := foundBy(v, "unsourced"); len(got) > 0 {
		t.Errorf("as it is delivered: %+v", got)
	}
	moved := v.Roles[1].Profile["spark"]
	moved.Mean, v.About.RestsOn = -0.3, "It rests on guesses."
	v.Roles[1].Profile["spark"] = moved
	field := "roles.project_manager.profile.spark.source"
	if got := about(foundBy(v, "unsourced"), field); len(got) != 1 || got[0].Severity != Advice {
		t.Errorf("found %+v", got)
	}
	profile(v, 1, "spark", func(p *quiz.Profile) { p.Source = "A guess by Ada" })
	if got := about(foundBy(v, "unsourced"), field); len(got) > 0 {
		t.Errorf("with a source of its own: %+v", got)
	}
	key, err := v.CopyRole("product_manager", "Research")
	if err != nil {
		t.Fatal(err)
	}
	if got := about(foundBy(v, "unsourced"), "roles."+key+".profile.lens.source"); len(got) != 1 || got[0].Severity != Error {
		t.Errorf("a copy keeps the source of the other role: %+v", got)
	}
}
