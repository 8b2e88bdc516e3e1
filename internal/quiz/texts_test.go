package quiz_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// noTexts are strings of a version that an admin chooses or the program makes.
var noTexts = []string{"Key", "Kind", "Pole", "Verdict", "Role", "Part"}

// Whoever adds a text to a part of a version adds it to the list of texts, or
// no form would keep it and no translator see it.
func TestEveryStringOfAVersionIsInTheListOfTexts(t *testing.T) {
	v := content.First()
	d, q, r, g, s := &v.Dimensions[0], &v.Questions[0], &v.Roles[0], &v.Guide, &v.Scenarios[0]
	p := r.Profile[d.Key]
	for _, part := range []struct {
		of    any
		texts []quiz.TextAt
	}{
		{&v.About, v.About.Texts()},
		{d, d.Texts()},
		{q, q.Texts()},
		{r, r.Texts()},
		{&p, p.Texts(r.Key, d.Key)},
		{&r.Content, r.ContentTexts()},
		{g, g.Texts()},
		{&g.Companies[0], g.Companies[0].Texts()},
		{&r.Content.Hours[0], r.Content.Hours[0].Texts(r.Key, 0)},
		{&r.Content.Pay[0], r.Content.Pay[0].Texts(r.Key, 0)},
		{&g.Decisions[0], g.Decisions[0].Texts(0)[:1]},
		{&g.Decisions[0].Parts[0], g.Decisions[0].Texts(0)[1:2]},
		{&g.CloseRoles[0], g.CloseRoles[0].Texts(0)},
		{&g.Myths[0], g.Myths[0].Texts(0)},
		{&g.FAQ[0], g.FAQ[0].Texts(0)},
		{&g.Glossary[0], g.Glossary[0].Texts(0)},
		{s, s.Texts()},
	} {
		known := []string{}
		for _, text := range part.texts {
			text.Set("the text at " + text.Field)
		}
		of := reflect.ValueOf(part.of).Elem()
		for place, value := range stringsIn(of) {
			if slices.Contains(noTexts, place) {
				continue
			}
			if !strings.HasPrefix(value, "the text at ") || slices.Contains(known, value) {
				t.Errorf("%s.%s is no text of its own in quiz.Texts", of.Type().Name(), place)
			}
			known = append(known, value)
		}
	}
}

// stringsIn are the strings and lists of strings of a struct, by field.
func stringsIn(x reflect.Value) map[string]string {
	found := map[string]string{}
	for field, value := range x.Fields() {
		switch value.Kind() {
		case reflect.String:
			found[field.Name] = value.String()
		case reflect.Struct:
			for place, inner := range stringsIn(value) {
				found[field.Name+"."+place] = inner
			}
		case reflect.Slice:
			if list, ok := value.Interface().([]string); ok {
				found[field.Name] = strings.Join(list, "\n")
			}
		}
	}
	if x.Type() == reflect.TypeFor[quiz.Role]() { // what the guide says of it is a part of its own
		for place := range found {
			if strings.HasPrefix(place, "Content.") {
				delete(found, place)
			}
		}
	}
	return found
}
