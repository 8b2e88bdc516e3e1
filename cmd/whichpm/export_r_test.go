package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
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
	for name, v := range map[string]*quiz.Version{"two roles": content.First(), "five roles and few questions": fiveRolesFewQuestions()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			path := filepath.Join(folder, "quiz.db")
			ok(t, openAt(t, path).SeedFirst(t.Context(), v, time.Now()))
			if code, _, said := told(t, "simulate", "--into="+path, "--takers="+strconv.Itoa(simulated(v)), "--seed=3"); code != 0 {
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

// simulated is so many takers that some questions have enough people in each job to tell
// how far apart they stand, and others have not.
func simulated(v *quiz.Version) int {
	if len(v.Roles) > 2 { //nolint:mnd // a pair
		return 350 * len(v.Roles)
	}
	return 600 * len(v.Roles)
}

// needR skips the test where R is missing; .ci/untested says so at the end of
// CI's output.
func needR(t *testing.T) {
	t.Helper()
	if err := exec.CommandContext(t.Context(), "Rscript", "-e", "library(psych)").Run(); err != nil {
		t.Skipf("R with the package psych is not installed, so the R lines of docs/scoring.md are not tested. Run make setup, or install r-base-core and r-cran-psych: %v", err)
	}
}

// fiveRolesFewQuestions has what formulas forget: so many roles that none may stand
// out, priors that differ, traits so correlated that one is taken out of play, a
// dimension on which nobody differs, one with two questions and one with one,
// retired questions, and a loading that thousandths round.
func fiveRolesFewQuestions() *quiz.Version {
	v := content.First()
	for _, key := range []string{"product_operations", "delivery", "design"} {
		role := v.Roles[0]
		role.Key, role.Profile = key, maps.Clone(role.Profile)
		v.Roles = append(v.Roles, role)
	}
	for d, means := range map[string][5]float64{
		"horizon": {-0.3, 0.3, -0.6, 0.2, 0}, "spark": {0.02, -0.02, 0.01, 0, 0}, "voice": {0.2, 0.2, 0.2, 0.2, 0.2},
		"lens": {0.4, -0.4, 0.8, 0, 0.1}, "setting": {0, 0, 0.3, 0, 0},
	} {
		for r, mean := range means {
			p := v.Roles[r].Profile[d]
			p.Mean = mean
			v.Roles[r].Profile[d] = p
		}
	}
	p := v.Roles[2].Profile["lens"]
	p.Spread, p.Weight = 0.9, 0.8
	v.Roles[2].Profile["lens"] = p
	for r, prior := range []float64{0.24, 0.23, 0.18, 0.18, 0.17} {
		v.Roles[r].Prior = prior
	}
	v.Settings.Correlation = 0.8
	for _, key := range []string{"v3", "v4", "r1"} {
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
