package main

import (
	"regexp"
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
