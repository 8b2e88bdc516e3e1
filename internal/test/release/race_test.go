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

// atOnce is how Go code begins something beside itself or guards what is shared.
var atOnce = regexp.MustCompile(`(?m)^\s*go (func\b|\w+\()|\bsync\.(Mutex|RWMutex|WaitGroup|Map|Pool|Cond)\b|\batomic\.|\.Go\(func`)

// The whole program and its gallery run without the detector; what they do at
// once is in the packages.
func TestTheRaceDetectorWatchesEveryPackageInWhichThingsHappenAtOnce(t *testing.T) {
	makefile := read(t, "Makefile")
	list := regexp.MustCompile(`(?s)\nRACE := (.*?)\n\n`).FindStringSubmatch(makefile)
	if list == nil {
		t.Fatal("the Makefile names no packages for the race detector")
	}
	watched := strings.Fields(strings.ReplaceAll(list[1], "\\", " "))
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
