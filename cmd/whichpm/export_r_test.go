package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// The lines are those of docs/scoring.md, the results of simulated takers, and
// what the program shows is worked out as for its pages, from sums of days.
func TestRFindsWhatTheProgramShows(t *testing.T) {
	needR(t)
	for name, v := range map[string]*quiz.Version{"two roles": content.First(), "three roles and few questions": threeRolesFewQuestions()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			path := filepath.Join(folder, "quiz.db")
			ok(t, openAt(t, path).SeedFirst(t.Context(), v, time.Now()))
			if code, _, said := told(t, "simulate", "--into="+path, "--takers=1200", "--seed=3"); code != 0 {
				t.Fatal(said)
			}
			if code, _, said := told(t, "export", "--results", "--db="+path, "-o", filepath.Join(folder, "results.zip")); code != 0 {
				t.Fatal(said)
			}
			runR(t, folder)
			version, tally := statistics(t, path)
			if version.Hash() != v.Hash() {
				t.Fatal("the takers were asked another version")
			}
			r := inR{t, folder, version, tally}
			r.questions()
			r.options()
			r.effects()
			r.reliability()
			r.jobs()
			r.scores()
		})
	}
}

// needR skips the test where R is missing; .ci/untested says so at the end of
// CI's output.
func needR(t *testing.T) {
	t.Helper()
	if err := exec.CommandContext(t.Context(), "Rscript", "-e", "library(psych)").Run(); err != nil {
		t.Skipf("R with the package psych is not installed, so the R lines of docs/scoring.md are not tested. Run make setup, or install r-base-core and r-cran-psych: %v", err)
	}
}

// threeRolesFewQuestions has what formulas forget: a third role, priors that
// differ, traits so correlated that one is taken out of play, a dimension on which
// nobody differs, one with two questions and one with one, retired questions, and
// a loading that thousandths round.
func threeRolesFewQuestions() *quiz.Version {
	v := content.First()
	third := v.Roles[0]
	third.Key, third.Profile = "product_operations", maps.Clone(v.Roles[0].Profile)
	v.Roles = append(v.Roles, third)
	for d, means := range map[string][3]float64{
		"horizon": {-0.3, 0.3, -0.6}, "spark": {0.02, -0.02, 0.01}, "voice": {0.2, 0.2, 0.2}, "setting": {0, 0, 0.3},
	} {
		for r, mean := range means {
			p := v.Roles[r].Profile[d]
			p.Mean = mean
			v.Roles[r].Profile[d] = p
		}
	}
	p := third.Profile["lens"]
	p.Mean, p.Spread, p.Weight = 0.8, 0.9, 0.8
	third.Profile["lens"] = p
	v.Roles[0].Prior, v.Roles[1].Prior, v.Roles[2].Prior = 0.5, 0.3, 0.2
	v.Settings.Correlation = 0.8
	for _, key := range []string{"v1", "v2", "r1"} {
		v.Questions[v.QuestionIndex(key)].Retired = true
	}
	v.Questions[v.QuestionIndex("c1")].Options[0].Loadings["lifecycle"] = 0.33333
	return v
}

var rLines = regexp.MustCompile("(?s)```r\n(.*?)```")

// runR runs the lines of the document, and writes what they found beside it.
func runR(t *testing.T, folder string) {
	t.Helper()
	document, err := os.ReadFile("../../docs/scoring.md")
	ok(t, err)
	_, section, found := strings.Cut(string(document), "\n## Checking it in R\n")
	section, _, _ = strings.Cut(section, "\n## ")
	if !found || strings.Count(section, "```r\n") < 4 {
		t.Fatal("docs/scoring.md has no lines for R")
	}
	var script bytes.Buffer
	for _, lines := range rLines.FindAllStringSubmatch(section, -1) {
		script.WriteString(lines[1])
	}
	script.WriteString(`
for (name in c("questions", "options", "effects", "reliability")) write.csv(get(name), paste0(name, ".found"), row.names = FALSE)
write.csv(unclass(jobs), "jobs.found")
write.csv(data.frame(together, share = accuracy[1], low = accuracy[2], high = accuracy[3], difference, verdicts), "single.found")
`)
	ok(t, os.WriteFile(filepath.Join(folder, "lines.R"), script.Bytes(), 0o600))
	command := exec.CommandContext(t.Context(), "Rscript", "--vanilla", "lines.R")
	command.Dir = folder
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// statistics are what the pages for admins show of the version.
func statistics(t *testing.T, path string) (v *quiz.Version, tally *insight.Tally) {
	t.Helper()
	withStore(t, path, func(db *store.Store) {
		var err error
		v, err = db.Version(t.Context(), 1)
		ok(t, err)
		var rows []quiz.DayPart
		for _, part := range insight.Parts {
			some, err := db.DayParts(t.Context(), v.ID, string(part), 0, quiz.DayOf(time.Now()))
			ok(t, err)
			rows = append(rows, some...)
		}
		tally, err = insight.Sum(insight.NewShape(v), rows, insight.Unhurried)
		ok(t, err)
	})
	return v, tally
}
