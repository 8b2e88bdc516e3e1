package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// command runs the program to its end.
func command(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	t.Chdir(t.TempDir()) // where there is no database
	var out, err bytes.Buffer
	code = run(t.Context(), args, &out, &err)
	return code, out.String(), err.String()
}

// file writes a file and returns its path.
func file(t *testing.T, name string, body []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// scoreOf scores a file of answers with what else is on the command line.
func scoreOf(t *testing.T, answers string, args ...string) scored {
	t.Helper()
	args = append([]string{"score", file(t, "answers.json", []byte(answers))}, args...)
	code, stdout, stderr := command(t, args...)
	if code != 0 || stderr != "" {
		t.Fatalf("ends with %d: %s", code, stderr)
	}
	var out scored
	if err := json.Unmarshal([]byte(stdout), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

type workedCase struct {
	Case          string
	Answers       map[string]int
	Posterior     map[string]float64
	Band          quiz.Verdict
	Top           string
	LogOdds       float64                                               `json:"logodds"`
	Dimensions    map[string]struct{ T, Info, W, Contribution float64 } `json:"dims"`
	Contributions map[string]float64
	Changes       []change `json:"what_would_change"`
}

func TestTheWorkedCasesScoreAsWorked(t *testing.T) {
	body, err := os.ReadFile("../../internal/score/testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []workedCase
	if err := json.Unmarshal(body, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) != 10 {
		t.Fatalf("%d cases, want 10", len(cases))
	}
	for _, c := range cases {
		t.Run(c.Case, func(t *testing.T) {
			answers, err := json.Marshal(map[string]any{"answers": c.Answers})
			if err != nil {
				t.Fatal(err)
			}
			got := scoreOf(t, string(answers), "--json", "--quiz="+formerContent(t))
			checkCase(t, c, got)
		})
	}
}

// top is the role that came first, "" for none.
func top(s scored) string {
	if s.Top == nil {
		return ""
	}
	return *s.Top
}

func checkCase(t *testing.T, c workedCase, got scored) {
	t.Helper()
	if got.Verdict != c.Band || top(got) != c.Top || got.Answered != len(c.Answers) || len(got.WouldChange) != len(c.Changes) {
		t.Errorf("%s for %q after %d answers, %d would change it; want %s for %q after %d, %d",
			got.Verdict, top(got), got.Answered, len(got.WouldChange), c.Band, c.Top, len(c.Answers), len(c.Changes))
	}
	close := func(what string, got, want float64) {
		t.Helper()
		if !(math.Abs(got-want) <= 1e-6) {
			t.Errorf("%s is %.8f, want %.8f", what, got, want)
		}
	}
	for role, p := range c.Posterior {
		close("P "+role, got.Posterior[role], p)
	}
	close("log-odds", got.LogOdds, c.LogOdds)
	for key, x := range c.Dimensions {
		d := got.Dimensions[key]
		close(key+" t", d.T, x.T)
		close(key+" info", d.Info, x.Info)
		close(key+" weight", d.Weight, x.W)
		close(key+" contribution", d.Contribution, x.Contribution)
	}
	for key := range c.Answers {
		x, listed := got.Contributions[key]
		if !listed {
			t.Errorf("%s is not listed", key)
		}
		close(key, x, c.Contributions[key])
	}
	for i, x := range c.Changes {
		close("shift", got.WouldChange[i].Shift, x.Shift)
	}
}

func TestAnswersAreReadFromStandardInput(t *testing.T) {
	in, err := os.Open(file(t, "in.json", []byte(`{"answers": {"h1": 4}}`)))
	if err != nil {
		t.Fatal(err)
	}
	before := os.Stdin
	os.Stdin = in
	defer func() {
		os.Stdin = before
		in.Close() //nolint:errcheck // nothing was written
	}()
	code, stdout, stderr := command(t, "score", "-")
	if code != 0 || !strings.Contains(stdout, `"answered": 1`) {
		t.Errorf("ends with %d: %s%s", code, stdout, stderr)
	}
}

func TestAMistakeInTheAnswersIsOneLineThatNamesIt(t *testing.T) {
	for body, says := range map[string]string{
		``:                                "too early",
		`{"answers":`:                     "too early",
		`{"answers": {"h1": 4}`:           "too early",
		`h1=4`:                            "not JSON",
		`{"answers": {"h1": 4]}`:          "not JSON",
		`[1]`:                             "object",
		`{"answers": [4]}`:                "object",
		`{"answers": null}`:               "object",
		`{}`:                              `"answers" is missing`,
		`{"answer": {"h1": 4}}`:           `"answer"`,
		`{"answers": {}, "quiz": 1}`:      `"quiz"`,
		`{"answers": {}, "answers": {}}`:  `"answers" is there twice`,
		`{"answers": {"h1": 4, "h1": 3}}`: `"h1" is there twice`,
		`{"answers": {"h99": 0}}`:         `"h99"`,
		`{"answers": {"h1": 5}}`:          `"h1" has options 0 to 4, not 5`,
		`{"answers": {"c1": -1}}`:         `"c1" has options 0 to 3, not -1`,
		`{"answers": {"h1": 1.5}}`:        `"h1": give the option as a whole number counted from 0, not 1.5`,
		`{"answers": {"h1": 1e0}}`:        `not 1e0`,
		`{"answers": {"h1": 4.0}}`:        `not 4.0`,
		`{"answers": {"h1": "4"}}`:        `not the text "4"`,
		`{"answers": {"h1": null}}`:       `not null`,
		`{"answers": {"h1": true}}`:       `not true`,
		`{"answers": {"h1": [4]}}`:        `not a list`,
		`{"answers": {"h1": 9999999999999999999999}}`:              `"h1"`,
		`{"answers": {"h1": 4}} {}`:                                "after the end",
		`{"answers": {"h1": 4}} thanks`:                            "after the end",
		`{"answers": {"` + strings.Repeat("a\\n", 9999) + `": 4}}`: "unknown question",
	} {
		code, stdout, stderr := command(t, "score", file(t, "answers.json", []byte(body)))
		if code != 1 || stdout != "" || !strings.Contains(stderr, says) {
			t.Errorf("%.40s: ends with %d, says %q, want %q", body, code, stderr, says)
		}
		if strings.Count(stderr, "\n") != 1 || len(stderr) > 400 {
			t.Errorf("%.40s: not one line: %q", body, stderr)
		}
	}
}

func TestAFileOverAMegabyteIsRefused(t *testing.T) {
	body := []byte(`{"answers": {"h1": 4}}` + strings.Repeat(" ", maxAnswers))
	path := file(t, "answers.json", body)
	if code, _, stderr := command(t, "score", path); code != 1 || !strings.Contains(stderr, "larger than 1 MB") {
		t.Errorf("ends with %d: %s", code, stderr)
	}
	if code, _, stderr := command(t, "score", file(t, "answers.json", body[:maxAnswers])); code != 0 {
		t.Errorf("a file of a megabyte: ends with %d: %s", code, stderr)
	}
}

func TestNoAnswersGiveNoTop(t *testing.T) {
	got := scoreOf(t, `{"answers": {}}`)
	if got.Verdict != quiz.NotEnough || got.Top != nil || got.Answered != 0 || got.WouldChange == nil {
		t.Errorf("got %+v", got)
	}
}

func FuzzAnswers(f *testing.F) {
	v := content.First()
	for _, body := range []string{`{"answers": {"h1": 4, "c1": 0}}`, `{"answers": {"h1": 1e3}}`, `{"a": 1`, `{"answers":{"h1":0,"h1":0}}`} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		a, err := parseAnswers(v, body)
		if err != nil {
			if strings.Contains(err.Error(), "\n") || len(err.Error()) > 400 {
				t.Errorf("not one line: %q", err)
			}
			return
		}
		again, err := v.AnswersFromText(a.Text())
		if err != nil || !json.Valid(body) {
			t.Errorf("%q gives %v", body, again)
		}
		if _, err := json.Marshal(newScored(v, a)); err != nil {
			t.Error(err)
		}
	})
}

// formerContent is the file of the version the cases were worked for.
func formerContent(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs("../../internal/test/former/first-1.json")
	if err != nil {
		t.Fatal(err)
	}
	return path
}
