package server_test

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// filled is a version with a value of its own in every field there is, also
// where the editor shows none: texts with the spaces nobody sees, numbers
// with all their digits, translations in every state.
func filled(t testing.TB) *quiz.Version {
	t.Helper()
	v := content.First()
	v.Questions[1].Retired = true
	v.About.NoJobs, v.About.TradeWords = true, []string{"one", "two"}
	v.Scenarios = v.Scenarios[:2]
	v.Scenarios[0].Role = v.Roles[1].Key
	for i := range v.Questions {
		for o := range v.Questions[i].Options {
			for _, d := range v.Dimensions {
				v.Questions[i].Options[o].Loadings[d.Key] = .1
			}
		}
	}
	f := filler{}
	f.fill(reflect.ValueOf(v).Elem(), "", "")
	for i, q := range v.Questions {
		v.Questions[i] = q.Relabelled()
	}
	for i := range v.Roles {
		v.Roles[i].Prior = 1 / float64(len(v.Roles)) // a third has no end
	}
	v.Language = "en-GB"
	v.Settings.ClearFrom, v.Settings.BalancedBelow = .7512, .5213
	texts := map[string]quiz.Translated{}
	for i, s := range v.Translatable() {
		texts[s.Field] = quiz.Translated{
			Text: strings.Replace(s.Text, "  ", fmt.Sprintf("  ü%d ", i), 1), Of: quiz.Fingerprint(s.Text), Reviewed: i%2 == 0,
		}
		if i%5 == 0 {
			texts[s.Field] = quiz.Translated{Text: texts[s.Field].Text, Of: "0123456789abcdef", From: "Earlier"}
		}
	}
	v.Translations = quiz.Translations{"de": texts}
	if problems := v.Validate(); len(problems) > 0 {
		t.Fatal(problems)
	}
	for path, value := range leaves(v) {
		if (value == "" || value == "0") && !strings.Contains(path, ".Answers.") && !strings.HasSuffix(path, ".From") {
			t.Fatalf("%s is not filled", path)
		}
	}
	return v
}

// filler gives every field a value no other has.
type filler struct{ n int }

// names are those of keys and of what names something else.
var names = []string{"Key", "Kind", "Pole", "Verdict", "Role", "Part", "State", "Note", "PublishedAt", "ID", "Revision"}

func (f *filler) fill(v reflect.Value, name, owner string) {
	f.n++
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() && (owner+field.Name == "PayNote" || !slices.Contains(names, field.Name)) {
				f.fill(v.Field(i), field.Name, field.Name)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			f.fill(v.Index(i), name, owner)
		}
	case reflect.Map:
		if name == "Answers" || name == "Translations" {
			return
		}
		for _, key := range v.MapKeys() {
			x := reflect.New(v.Type().Elem()).Elem()
			x.Set(v.MapIndex(key))
			f.fill(x, name, owner)
			v.SetMapIndex(key, x)
		}
	case reflect.String:
		text := fmt.Sprintf(" %.2s  %d ", name, f.n)
		if name == "Currency" { // which has no room
			text = strings.TrimLeft(text, " ")
		}
		if slices.Contains([]string{"Source", "Summary", "Answer", "Credit", "WorkingTogether"}, name) {
			text = "\n" + text + "\n\n more\n"
		}
		v.SetString(text)
	case reflect.Float64:
		v.SetFloat(numberFor(name, f.n))
	case reflect.Int:
		v.SetInt(int64(map[string]int{"Amount": 45_000, "Year": 2021}[name] + 1 + f.n%7))
	}
}

// numberFor is one that the place takes.
func numberFor(name string, n int) float64 {
	part := float64(n%997+1) / 1000
	switch name {
	case "Loadings", "Mean":
		return -part / 3
	case "Strength", "Spread", "Discrimination", "Noise", "Discount":
		return 1 + part
	case "ShortFlipStop":
		return part / 3
	case "Hours":
		return 1 + part
	}
	return part * .9
}

// leaves are all values of a version by where they are, with the keys of what
// has one.
func leaves(v *quiz.Version) map[string]string {
	found := map[string]string{}
	leavesOf(reflect.ValueOf(v).Elem(), "", found)
	maps.DeleteFunc(found, func(path, _ string) bool {
		return slices.Contains([]string{".ID", ".State", ".Revision", ".Note"}, path) || strings.HasPrefix(path, ".PublishedAt")
	})
	return found
}

func leavesOf(v reflect.Value, at string, found map[string]string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				leavesOf(v.Field(i), at+"."+field.Name, found)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			key := fmt.Sprint(i)
			if item := v.Index(i); item.Kind() == reflect.Struct && item.FieldByName("Key").IsValid() {
				key = item.FieldByName("Key").String()
			}
			leavesOf(v.Index(i), at+"."+key, found)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			leavesOf(v.MapIndex(key), at+"."+key.String(), found)
		}
	case reflect.Float64:
		found[at] = fmt.Sprintf("%x", math.Float64bits(v.Float()))
	default:
		found[at] = fmt.Sprint(v.Interface())
	}
}

// changed lists where two versions differ.
func changed(before, after *quiz.Version) []string {
	was, is := leaves(before), leaves(after)
	var paths []string
	for path, value := range was {
		if now, there := is[path]; !there || now != value {
			paths = append(paths, path)
		}
	}
	for path := range is {
		if _, there := was[path]; !there {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// openWithDraft is a site whose draft is v, and an editor who reads that language.
func openWithDraft(t *testing.T, v *quiz.Version, languages string) (*testSite, *visitor) {
	t.Helper()
	h := open(t)
	if err := h.store.ImportDraft(t.Context(), v, entry(quiz.ActionImportDraft)); err != nil {
		t.Fatal(err)
	}
	editor := h.signedIn(t, "jonas@example.org", "editor")
	editor.Transport = asking{languages}
	if kept := h.draft(t); len(changed(v, kept)) > 0 {
		t.Fatalf("the database keeps something else at %v", changed(v, kept))
	}
	return h, editor
}
