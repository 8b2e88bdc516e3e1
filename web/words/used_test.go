package words_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// said finds ids in the code: "question.continue".
var said = regexp.MustCompile(`"([a-z]+)\.([a-z0-9_]+)"`)

// made are ids that code puts together.
var made = regexp.MustCompile(`^(any\.|estimate\.|called\.|named\.|language\.|adminchecks\.|adminfindings\.|adminfields\.|adminactions\.|date\.month|problem\.|adminlabel\.|adminhint\.|adminheld\.|adminwrite\.|sure\.(clear|leaning|balanced|none_stands_out)$|guidepage\.part_|others\.got_[a-z_]+$|others\.[a-z_]+_(under|over)$|verdict\.(fits|leans|both|alike|several|first|none)_(you|name|stranger)|[a-z]+\.[a-z_]+_(few|many|about)$)`)

func TestEveryTextThatIsUsedIsInTheCatalogueAndNoOther(t *testing.T) {
	var pages map[string]map[string]any
	if _, err := toml.DecodeFile("en.toml", &pages); err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, id := range idsIn(t, ".", "../ui", "../takerview", "../adminview", "../../web/taker", "../../web/page", "../../web/admin") {
		page, key, _ := strings.Cut(id, ".")
		if _, isPage := pages[page]; !isPage {
			continue // "roles.prior" of another kind of name
		}
		if pages[page][key] == nil && !otherNames[id] && !begins(pages[page], key) {
			t.Errorf("%s is used and in no catalogue", id)
		}
		used[id] = true
	}
	for page, texts := range pages {
		for key := range texts {
			if id := page + "." + key; !used[id] && !made.MatchString(id) {
				t.Errorf("%s is used nowhere", id)
			}
		}
	}
}

// begins reports whether code goes on with a key: "verdict.fits" and "_you".
func begins(texts map[string]any, key string) bool {
	for other := range texts {
		if strings.HasPrefix(other, key) {
			return true
		}
	}
	return false
}

// otherNames look like ids and are fields of a version.
var otherNames = map[string]bool{"roles.prior": true, "about.no_jobs": true, "about.lead": true, "language.lose": true}

func idsIn(t *testing.T, roots ...string) []string {
	t.Helper()
	var ids []string
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			source := strings.HasSuffix(path, ".templ") || strings.HasSuffix(path, ".go")
			if err != nil || !source || strings.HasSuffix(path, "_templ.go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			body, err := os.ReadFile(path)
			for _, match := range said.FindAllStringSubmatch(string(body), -1) {
				ids = append(ids, match[1]+"."+match[2])
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return ids
}
