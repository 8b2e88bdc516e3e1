package main

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"whichpm/migrations"
)

func TestTheVersionIsTheNewestInTheChangelog(t *testing.T) {
	log, err := os.ReadFile("../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	headings := regexp.MustCompile(`(?m)^## \[(\d+\.\d+\.\d+)\] - (\S+)$`).FindAllStringSubmatch(string(log), -1)
	if len(headings) == 0 || len(headings) != strings.Count(string(log), "\n## ") {
		t.Fatalf("the versions in it are %v; each heading is a number and a day, or Unreleased", headings)
	}
	want := headings[0][1]
	if headings[0][2] == "Unreleased" {
		want += "-dev"
	}
	if number != want {
		t.Errorf("the program says %s and the changelog %s", number, want)
	}
	for _, heading := range headings {
		if day := regexp.MustCompile(`^20\d\d-\d\d-\d\d$`); heading[2] != "Unreleased" && !day.MatchString(heading[2]) {
			t.Errorf("%s was released on %q", heading[1], heading[2])
		}
	}
}

func TestTheVersionNamesTheProgramItsCompilerAndItsSchema(t *testing.T) {
	code, out, said := told(t, "version")
	if code != 0 || said != "" {
		t.Fatalf("it ends with %d and %q", code, said)
	}
	for _, want := range []string{
		"WhichPM " + number, runtime.Version() + " for " + runtime.GOOS + "/" + runtime.GOARCH,
		"database schema " + strconv.FormatInt(migrations.Latest(), 10) + "\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("it says %q without %q", out, want)
		}
	}
	if _, same, _ := told(t, "--version"); same != out {
		t.Errorf("--version says %q", same)
	}
}

func TestTheVersionNamesTheCommitWhereOneIsKnown(t *testing.T) {
	setting := func(key, value string) debug.BuildSetting { return debug.BuildSetting{Key: key, Value: value} }
	commit := setting("vcs.revision", "37f72b8a1d3c4e5f60718293a4b5c6d7e8f90a1b")
	for want, settings := range map[string][]debug.BuildSetting{
		number:                              nil,
		number + " (37f72b8a1d3c)":          {commit, setting("vcs.modified", "false")},
		number + " (37f72b8a1d3c, changed)": {commit, setting("vcs.modified", "true")},
	} {
		if got := version(&debug.BuildInfo{Settings: settings}, true); got != want {
			t.Errorf("it is %q, not %q", got, want)
		}
	}
	if got := version(nil, false); got != number {
		t.Errorf("without any word of the build it is %q", got)
	}
}

func TestTheFooterOfEveryPageTellsTheVersionInItsTitle(t *testing.T) {
	url, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	for path, status := range map[string]int{"/": http.StatusOK, "/admin/sign-in": http.StatusOK, "/nowhere": http.StatusNotFound} {
		got, body := getPage(t, url+path)
		if got != status || !strings.Contains(body, `<footer class="foot" title="WhichPM `+number) {
			t.Errorf("%s answers %d with no version in its footer", path, got)
		}
	}
}
