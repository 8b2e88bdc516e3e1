package content

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

func TestTheDocumentNamesEveryFieldOfTheContentFile(t *testing.T) {
	body, err := os.ReadFile("../../docs/content-format.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := sectionsOf(string(body))
	named := map[string]map[string]bool{}
	fieldsIn(t, sections, named, "The file", fileShape)
	for heading, text := range sections {
		for line := range strings.Lines(text) {
			cell, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " |")
			for i, name := range strings.Split(cell, "`") {
				if strings.HasPrefix(line, "| `") && i%2 == 1 && !named[heading][name] {
					t.Errorf("%s: there is no %s", heading, name)
				}
			}
		}
	}
}

func sectionsOf(document string) map[string]string {
	sections := map[string]string{}
	for section := range strings.SplitSeq(strings.ReplaceAll(document, "\n### ", "\n## "), "\n## ") {
		heading, text, _ := strings.Cut(section, "\n")
		sections[strings.Trim(heading, "`")] = text
	}
	return sections
}

func TestTheDocumentSaysTheLimitsOfTheContentFile(t *testing.T) {
	body, err := os.ReadFile("../../docs/content-format.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := sectionsOf(string(body))
	for _, text := range quiz.Texts {
		path := strings.Split(strings.ReplaceAll(text.Path, ".*", ""), ".")
		section, name := "The file", path[len(path)-1]
		if len(path) > 1 {
			section = path[len(path)-2]
		}
		if section == "salary" || text.Path == quiz.Note.Path || text.Path == "about.trade_words" {
			continue // a short table, no part of the file, and no limit anybody meets
		}
		row, most := rowOf(sections[section], name), strings.ReplaceAll(fmt.Sprint(text.Most), "000", ",000")
		if !strings.Contains(row, most+" characters") {
			t.Errorf("%s of %s has at most %s characters: %q", name, section, most, row)
		}
		if text.Required() && !strings.Contains(row, "needed") {
			t.Errorf("%s of %s is needed: %q", name, section, row)
		}
	}
	for section, says := range map[string][]string{
		"The file": {
			fmt.Sprintf("1 to %d: what it tells", quiz.MaxDimensions), fmt.Sprintf("1 to %d, at least", quiz.MaxQuestions),
			fmt.Sprintf("%d to %d: what it can", quiz.MinRoles, quiz.MaxRoles), fmt.Sprintf("at most %d example", quiz.MaxScenarios),
		},
		"questions": {fmt.Sprintf("2 to %d of a scene", quiz.MaxOptions)},
		"guide":     {fmt.Sprintf("at most %d kinds", quiz.MaxListed), fmt.Sprintf("lists of at most %d lines", quiz.MaxLines)},
		"content":   {fmt.Sprintf("lists of at most %d lines", quiz.MaxLines)},
	} {
		for _, kind := range quiz.Kinds() {
			if section == "questions" {
				says = append(says, "`"+string(kind)+"`")
			}
		}
		for _, text := range says {
			if !strings.Contains(sections[section], text) {
				t.Errorf("%s does not say %q", section, text)
			}
		}
	}
	for _, verdict := range append(quiz.VerdictsFor(2), quiz.VerdictsFor(3)...) {
		if !strings.Contains(rowOf(sections["scenarios"], "verdict"), "`"+string(verdict)+"`") {
			t.Errorf("scenarios do not say %q", verdict)
		}
	}
}

// fieldsIn looks for the fields of a part in the table of its section, and for
// those of before in theirs.
func fieldsIn(t *testing.T, sections map[string]string, named map[string]map[string]bool, heading string, shape reflect.Type) {
	t.Helper()
	for shape.Kind() == reflect.Pointer || shape.Kind() == reflect.Slice || shape.Kind() == reflect.Map {
		shape = shape.Elem()
	}
	if shape.Kind() != reflect.Struct {
		return
	}
	if named[heading] == nil {
		named[heading] = map[string]bool{}
	}
	for f := range shape.Fields() {
		section := heading
		if strings.HasPrefix(strings.ToLower(f.Name), "older") {
			section = "Names from before"
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous:
			fieldsIn(t, sections, named, section, f.Type)
			continue
		case section == "Names from before":
			if !strings.Contains(sections[section], "`"+name+"`") {
				t.Errorf("%s does not name %s", section, name)
			}
			if f.Name != "OlderGuide" {
				fieldsIn(t, sections, named, section, f.Type)
			}
			continue
		}
		named[section][name] = true
		if rowOf(sections[section], name) == "" {
			t.Errorf("%s has no row for %s", section, name)
		}
		fieldsIn(t, sections, named, name, f.Type)
	}
}

// rowOf is the row of a table for a name, "" where there is none.
func rowOf(section, name string) string {
	for line := range strings.Lines(section) {
		cell, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " |")
		if strings.HasPrefix(line, "| `") && strings.Contains(cell, "`"+name+"`") {
			return line
		}
	}
	return ""
}
