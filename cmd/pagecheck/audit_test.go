package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"whichpm/internal/measured"
)

func TestATableOfTheAuditTakesThePlaceOfTheOneBefore(t *testing.T) {
	one := table{title: "Weight", numbers: 1, head: []string{"what", "bytes", ""}, rows: [][]string{limited("a | b", 15_000, mostBytes)[:1]}}
	document := "# Quality\n\n" + measured.Start(command) + "\nold\n" + measured.End + "\nby hand\n"
	got, err := measured.Between(document, command, one.markdown())
	if err != nil {
		t.Fatal(err)
	}
	want := "# Quality\n\n" + measured.Start(command) + "\n\n### Weight\n\n| what | bytes | |\n|---|--:|---|\n| a \\| b |\n\n" + measured.End + "\nby hand\n"
	if got != want {
		t.Errorf("the document is\n%s\nwant\n%s", got, want)
	}
	if _, err := measured.Between("no marks", command, ""); err == nil {
		t.Error("a document without marks is written to")
	}
}

func TestSomeTablesLeaveTheOthersAsTheyWere(t *testing.T) {
	document := filepath.Join(t.TempDir(), "quality.md")
	before := "# Quality\n\n" + measured.Start(command) + "\n\n### One\n\nold 1\n\n### Two\n\nold 2\n\n### Three\n\nold 3\n\n" + measured.End + "\nby hand\n"
	if err := os.WriteFile(document, []byte(before), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := measured.WriteSections(document, command, []string{"### Two\n\nnew 2\n", "### Three\n\nnew 3\n", "### Four\n\nnew 4\n"}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("old 2", "new 2", "old 3", "new 3\n\n### Four\n\nnew 4").Replace(before)
	if string(got) != want {
		t.Errorf("the document is\n%s\nwant\n%s", got, want)
	}
}

func TestAPageThatReadsTooHardIsNotMet(t *testing.T) {
	p := &prose{page: "question"}
	p.read([]string{"Go on.", "Start"})
	if row := p.row(); row[1] != "1" || row[2] != "2" || row[6] != "met" {
		t.Errorf("the row is %q", row)
	}
	p.read([]string{"Institutional considerations necessitate comprehensive organisational evaluation."})
	if row := p.row(); row[1] != "2" || row[6] != "not met" {
		t.Errorf("the row is %q", row)
	}
}

func TestAFigureOverItsLimitIsNotMet(t *testing.T) {
	for name, test := range map[string]struct {
		x    float64
		want string
	}{"at it": {3072, "met"}, "over it": {6144, "not met: 2.0 times it"}} {
		if got := limited("script", test.x, mostScript)[3]; got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
	a := &audit{states: regexp.MustCompile("")}
	f := &findings{a: a}
	f.note("one", nil)
	f.note("two", []string{"first", "second"})
	if got := f.row("axe"); got[1] != "2" || got[2] != "2" || got[3] != "not met: 1 of 2" {
		t.Errorf("the row is %q", got)
	}
}

func TestAPlaceOnOneSideOnlyDiffers(t *testing.T) {
	if n := countDifferent([]string{"a", "b", "c"}, []string{"a", "x"}); n != 2 {
		t.Errorf("%d places differ, want 2", n)
	}
}

func TestThePartsOfAVisitAreToldApart(t *testing.T) {
	for url, want := range map[string]string{
		"http://127.0.0.1/static/app.0a1b2c3d.css": "css", "http://127.0.0.1/static/app.0a1b2c3d.js": "js",
		"http://127.0.0.1/static/inter-latin.0a1b2c3d.woff2": "woff2", "http://127.0.0.1/q/1": "page", "redirect": "page",
	} {
		if got := (load{url: url}).kind(); got != want {
			t.Errorf("%s is %q, want %q", url, got, want)
		}
	}
}
