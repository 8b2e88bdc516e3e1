package quiz_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/words"
)

func TestADiffSaysWhereAndWhatInWords(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(v *quiz.Version)
		want []quiz.FieldDiff
	}{
		"nothing": {func(*quiz.Version) {}, nil},
		"wording": {
			func(v *quiz.Version) { v.Questions[1].Text = "I like maps." },
			[]quiz.FieldDiff{{"questions.h1.text", "Question 2: text", content.First().Questions[1].Text, "I like maps."}},
		},
		"a loading": {
			func(v *quiz.Version) { v.Questions[1].Options[4].Loadings["horizon"] = 0.5 },
			[]quiz.FieldDiff{{"questions.h1.options.4.loadings.horizon", "Question 2: option 5, what it counts for on “Direction or delivery plan” (loading)", "1", "0.5"}},
		},
		"a loading that comes and one that goes": {
			func(v *quiz.Version) { v.Questions[1].Options[4].Loadings = map[string]float64{"lens": -0.5} },
			[]quiz.FieldDiff{
				{"questions.h1.options.4.loadings.horizon", "Question 2: option 5, what it counts for on “Direction or delivery plan” (loading)", "1", ""},
				{"questions.h1.options.4.loadings.lens", "Question 2: option 5, what it counts for on “Users and market or team and workflow” (loading)", "", "-0.5"},
			},
		},
		"a question that moves": {
			func(v *quiz.Version) { must(t, v.MoveQuestion("u2", quiz.Move{To: 1})) },
			[]quiz.FieldDiff{{"questions.u2.position", "Question 1: place", "3", "1"}},
		},
		"a question that makes room for another": {
			func(v *quiz.Version) { must(t, v.DeleteQuestion("c1")); v.Scenarios = content.First().Scenarios },
			[]quiz.FieldDiff{{"questions.c1", "Question 1", "text: A website", ""}},
		},
		"a question that is new": {
			func(v *quiz.Version) { v.AddQuestion(quiz.Choice, 1) }, //nolint:errcheck // it has room
			[]quiz.FieldDiff{{"questions.scene_0_1", "Question 1", "", "kind: choice\nstrength: 1"}},
		},
		"a question that is retired": {
			func(v *quiz.Version) { v.Questions[0].Retired = true },
			[]quiz.FieldDiff{{"questions.c1.retired", "Question 1: retired", "", "no longer asked"}},
		},
		"a profile": {
			func(v *quiz.Version) {
				p := v.Roles[1].Profile["lens"]
				p.SE = 3
				v.Roles[1].Profile["lens"] = p
			},
			[]quiz.FieldDiff{{
				"roles.project_manager.profile.lens.se", "Project management: standard error on “Users and market or team and workflow”", "0.2", "3",
			}},
		},
		"a list of the guide": {
			func(v *quiz.Version) { v.Guide.Caveats = v.Guide.Caveats[:1] },
			[]quiz.FieldDiff{{"guide.caveats", "Guide: caveats", "Titles overlap.", "Titles overlap. In small firms one person often does both jobs."}},
		},
		"settings": {
			func(v *quiz.Version) { v.Settings.ClearFrom = 0.8 },
			[]quiz.FieldDiff{{"settings.clear_from", "Settings: clear from", "0.75", "0.8"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			v := content.First()
			c.edit(v)
			got := quiz.Diff(content.First(), v)
			same := slices.EqualFunc(got, c.want, func(got, want quiz.FieldDiff) bool {
				return got.Field == want.Field && got.Label == want.Label &&
					strings.HasPrefix(got.Before, want.Before) && strings.HasPrefix(got.After, want.After) &&
					(got.Before == "") == (want.Before == "") && (got.After == "") == (want.After == "")
			})
			if !same {
				t.Errorf("got\n%+v\nwant\n%+v", got, c.want)
			}
		})
	}
}

func TestWhateverDiffersIsInTheDiff(t *testing.T) {
	apart := []string{"ID", "State", "Revision", "Note", "PublishedAt", "unreviewed", "written"} // what a version is called, not what it is
	n := 0
	// change visits every value below x, changes it, looks and changes it back.
	var change func(name string, x reflect.Value, look func(name string))
	change = func(name string, x reflect.Value, look func(name string)) {
		was := reflect.ValueOf(x.Interface())
		switch x.Kind() {
		case reflect.Struct:
			for field, value := range x.Fields() {
				if field.Name == "From" {
					continue // follows from the English there was
				}
				if name != "Version" || !slices.Contains(apart, field.Name) {
					change(name+"."+field.Name, value, look)
				}
			}
			return
		case reflect.Slice:
			for i := range min(x.Len(), 2) {
				change(name, x.Index(i), look)
			}
			if x.Len() == 0 {
				x.Set(reflect.Append(x, reflect.ValueOf("new")))
			} else {
				x.Set(x.Slice(0, x.Len()-1))
			}
		case reflect.Map:
			copied := reflect.MakeMap(x.Type())
			for i, key := range x.MapKeys() {
				value := reflect.New(x.Type().Elem()).Elem()
				value.Set(x.MapIndex(key))
				if i > 0 {
					copied.SetMapIndex(key, value)
				}
				if i > 7 { // as of a slice, some tell of all
					continue
				}
				change(name, value, func(name string) {
					before := x.MapIndex(key)
					x.SetMapIndex(key, value)
					look(name)
					x.SetMapIndex(key, before)
				})
			}
			if x.Len() == 0 {
				return
			}
			x.Set(copied)
		case reflect.String:
			x.SetString(x.String() + "x")
		case reflect.Bool:
			x.SetBool(!x.Bool())
		case reflect.Int:
			x.SetInt(x.Int() + 1)
		case reflect.Float64:
			x.SetFloat(x.Float() + 0.125)
		default:
			t.Fatalf("%s is a %s: say how to change it", name, x.Kind())
		}
		look(name)
		n++
		x.Set(was)
	}
	before, v := content.First(), content.First()
	change("Version", reflect.ValueOf(v).Elem(), func(name string) {
		if len(quiz.Diff(before, v)) == 0 {
			t.Errorf("a change of %s is not told", name)
		}
	})
	if n < 250 {
		t.Errorf("tried only %d changes", n)
	}
}

func TestADiffOfTheSameQuestionsTurnedRoundNamesTheFewestMoves(t *testing.T) {
	v := content.First()
	must(t, v.MoveQuestion("c1", quiz.Move{To: 28}))
	must(t, v.MoveQuestion("sp", quiz.Move{To: 1}))
	var moved []string
	for _, d := range quiz.Diff(content.First(), v) {
		moved = append(moved, d.Field)
	}
	if want := []string{"questions.sp.position", "questions.c1.position"}; !slices.Equal(moved, want) {
		t.Errorf("moved %v, want %v", moved, want)
	}
}

func TestADiffIsSaidInTheLanguageOfWhoReadsIt(t *testing.T) {
	v := content.First()
	v.Questions[1].Text, v.Questions[1].Options[4].Loadings["horizon"] = "I like maps.", 0.5
	v.Questions[2].Retired = true
	v.Settings.ClearFrom = 0.8
	v.Guide.Caveats[0] += " Mostly."
	v.Scenarios[0].Verdict = quiz.NotEnough
	v.Roles[0].Profile["lens"] = quiz.Profile{}
	title := v.Translations["de"]["title"]
	title.Reviewed = true
	v.Translations["de"]["title"] = title
	said := map[string]string{}
	for _, d := range quiz.DiffIn(words.German.Localize, content.First(), v) {
		said[d.Label] = d.After
		if strings.Contains(d.Label, "admin") {
			t.Errorf("%q is in no catalogue", d.Label)
		}
	}
	for label, after := range map[string]string{
		"Frage 2: Text": "I like maps.", "Frage 2: Möglichkeit 5, wofür sie auf „Direction or delivery plan“ zählt (Ladung)": "0,5",
		"Frage 3: zurückgezogen": "nicht mehr gefragt", "Einstellungen: Klar ab": "0,8", "Ratgeber: Einschränkungen": "",
		"Szenario „" + v.Scenarios[0].Name + "“: erwartetes Ergebnis": "Zu wenige Antworten",
		"Titel des Quiz auf Deutsch, geprüft":                         "von jemandem mit dieser Muttersprache",
	} {
		if got, ok := said[label]; !ok || after != "" && got != after {
			t.Errorf("%s is said to be %q, want %q; all: %q", label, got, after, said)
		}
	}
}
