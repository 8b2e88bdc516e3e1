package release

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// begins is how Go code begins something beside itself, atOnce also how it
// guards what is shared.
var (
	begins = regexp.MustCompile(`(?m)^\s*go (func\b|[\w.]+\()|\.Go\(`)
	atOnce = regexp.MustCompile(begins.String() + `|\bsync\.(Mutex|RWMutex|WaitGroup|Map|Pool|Cond)\b|\batomic\.`)
)

// handlers is the package of which the detector watches only the tests that
// have AtOnce in their name.
const handlers = "./web/server"

// The whole program and its gallery run without the detector; what they do at
// once is in the packages.
func TestTheRaceDetectorWatchesEveryPackageInWhichThingsHappenAtOnce(t *testing.T) {
	makefile := read(t, "Makefile")
	list := regexp.MustCompile(`(?s)\nRACE := (.*?)\n\n`).FindStringSubmatch(makefile)
	if list == nil {
		t.Fatal("the Makefile names no packages for the race detector")
	}
	watched := append(strings.Fields(strings.ReplaceAll(list[1], "\\", " ")), handlers)
	if !regexp.MustCompile(`(?m)^\tgo test -race .*-run AtOnce ` + handlers + `$`).MatchString(makefile) {
		t.Errorf("the detector does not watch what happens at once in %s", handlers)
	}
	for _, wing := range []string{"internal", "web"} {
		err := filepath.WalkDir(filepath.Join(root, wing), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			folder, err := filepath.Rel(root, filepath.Dir(path))
			body, unread := os.ReadFile(path)
			if err != nil || unread != nil || strings.HasPrefix(folder, "internal/test") || folder == "web/gallery" {
				return err
			}
			if found := atOnce.Find(body); found != nil && !slices.Contains(watched, "./"+folder) {
				t.Errorf("%s has %q: add ./%s to RACE in the Makefile", path, strings.TrimSpace(string(found)), folder)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestAFileThatTheRaceDetectorLeavesOutBeginsNothing(t *testing.T) {
	for path, body := range sources(t, "*/*/*_test.go") {
		if found := begins.FindString(body); found != "" && strings.HasPrefix(body, "//go:build !race\n") {
			t.Errorf("%s has %q: it must not say !race", path, strings.TrimSpace(found))
		}
	}
}

func TestATestOfHandlersSaysWhenThingsHappenAtOnce(t *testing.T) {
	callsOne := regexp.MustCompile(`\w+AtOnce\(`)
	for path, body := range sources(t, handlers+"/*_test.go") {
		for _, function := range strings.Split(body, "\nfunc ")[1:] {
			name, does, _ := strings.Cut(function, "{\n")
			if (begins.MatchString(does) || callsOne.MatchString(does)) && !strings.Contains(name, "AtOnce") {
				t.Errorf("%s: say AtOnce in the name of %s", path, name)
			}
		}
	}
}

// sources are the files of that pattern by their path.
func sources(t *testing.T, pattern string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(root, pattern))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d files are %s: %v", len(paths), pattern, err)
	}
	found := map[string]string{}
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		found[path] = string(body)
	}
	return found
}
