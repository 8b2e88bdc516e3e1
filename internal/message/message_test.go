package message_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"whichpm/internal/message"
)

func TestValuesStandInTheirPlaces(t *testing.T) {
	for _, tt := range []struct {
		want, id string
		values   []any
	}{
		{"Use at most 40 characters for the name", "problem.name_long", []any{"n", 40}},
		{"Use a number from 0.5 to 1; it is {most}", "problem.draft_within", []any{"least", 0.5, "most", 1.0, "it", "{most}"}},
		{"Type 1 character, each - or the number of an option its question has", "problem.answers_typed", []any{"n", 1}},
		{"Type 2 characters, each - or the number of an option its question has", "problem.answers_typed", []any{"n", 2}},
		{"problem.unknown", "problem.unknown", nil},
	} {
		if got := message.Say(tt.id, tt.values...); got != tt.want {
			t.Errorf("%s is %q, want %q", tt.id, got, tt.want)
		}
	}
}

// made finds the code of a problem that code makes.
var made = regexp.MustCompile(`\b(?:NewProblem|Refusal)\([^,\n]+, "(\w+)"`)

func catalogue(t *testing.T) (pages map[string]map[string]any) {
	t.Helper()
	if _, err := toml.Decode(message.File, &pages); err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestEveryFindingOfACheckHasATextAndEveryTextAFinding(t *testing.T) {
	texts, source := catalogue(t)["adminfindings"], sourceOf(t, "../check")
	for _, match := range regexp.MustCompile(`\bsay\("(\w+)"`).FindAllStringSubmatch(source, -1) {
		if texts[match[1]] == nil {
			t.Errorf("the finding %s has no text", match[1])
		}
	}
	for id := range texts {
		if !strings.Contains(source, `"`+id+`"`) {
			t.Errorf("the text of the finding %s is used nowhere", id)
		}
	}
}

func TestEveryCheckHasANameAndSaysWhatItMeasures(t *testing.T) {
	texts, source := catalogue(t)["adminchecks"], sourceOf(t, "../check")
	for key := range texts {
		check := strings.TrimSuffix(key, "_measures")
		if texts[check] == nil || texts[check+"_measures"] == nil || !strings.Contains(source, `"`+check+`"`) {
			t.Errorf("%s is no check with a name and a measure", check)
		}
	}
	for _, match := range regexp.MustCompile(`\{"(\w+)", [a-z]\w+\},`).FindAllStringSubmatch(source, -1) {
		if texts[match[1]] == nil {
			t.Errorf("the check %s has no name", match[1])
		}
	}
}

func TestEveryProblemHasATextAndEveryTextAProblem(t *testing.T) {
	pages := catalogue(t)
	source := sourceOf(t, "../../internal", "../../web", "../../cmd")
	for _, match := range made.FindAllStringSubmatch(source, -1) {
		if pages["problem"][match[1]] == nil {
			t.Errorf("the problem %s has no text", match[1])
		}
	}
	for code := range pages["problem"] {
		if !strings.Contains(source, `"`+code+`"`) && !madeOfAnother(code) {
			t.Errorf("the text of the problem %s is used nowhere", code)
		}
	}
}

// madeOfAnother reports whether the code says of a number why it cannot be
// read: package admin adds that to the code of the limits.
func madeOfAnother(code string) bool {
	for _, end := range []string{"_empty", "_unread", "_two", "_whole"} {
		if strings.HasSuffix(code, end) {
			return true
		}
	}
	return false
}

// sourceOf is all code of the program below the folders.
func sourceOf(t *testing.T, roots ...string) string {
	t.Helper()
	var all strings.Builder
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "/gallery/") {
				return err
			}
			body, err := os.ReadFile(path)
			all.Write(body)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}
