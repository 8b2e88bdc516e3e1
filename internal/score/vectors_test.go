package score

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/internal/test/former"
)

// vector is a worked case of the slow reference scorer, on the former content.
type vector struct {
	Case          string
	Answers       map[string]int
	Posterior     map[string]float64
	Band          quiz.Verdict
	LogOdds       float64 `json:"logodds"`
	Top           string
	Dims          map[string]struct{ T, Info, W, Contribution float64 }
	Contributions map[string]float64
	Reasons       [2][]string
	Changes       []struct {
		Question string
		Shift    float64
	} `json:"what_would_change"`
}

func vectors(t testing.TB) []vector {
	t.Helper()
	body, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var vs []vector
	if err := json.Unmarshal(body, &vs); err != nil {
		t.Fatal(err)
	}
	return vs
}

func (c vector) answers(t testing.TB, v *quiz.Version) quiz.Answers {
	t.Helper()
	a, err := v.AnswersByKey(c.Answers)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestTheWorkedCasesComeOutAsWorked(t *testing.T) {
	v := former.First(t)
	m := New(v)
	cases := vectors(t)
	if len(cases) != 10 {
		t.Fatalf("%d cases, want 10", len(cases))
	}
	for _, c := range cases {
		t.Run(c.Case, func(t *testing.T) {
			a := c.answers(t, v)
			r := m.Score(a)
			checkVerdict(t, v, c, r)
			checkParts(t, v, c, r)
			checkReasons(t, v, c, r)
			checkChanges(t, v, c, m)
		})
	}
}

func checkVerdict(t *testing.T, v *quiz.Version, c vector, r Result) {
	t.Helper()
	for i, role := range v.Roles {
		near(t, "P "+role.Key, r.Posterior[i], c.Posterior[role.Key], 1e-6)
	}
	near(t, "log-odds", r.LogOdds, c.LogOdds, 1e-6)
	if r.Verdict != c.Band || c.Top != "" && v.Roles[r.Top].Key != c.Top {
		t.Errorf("%s for %s, want %s for %s", r.Verdict, v.Roles[r.Top].Key, c.Band, c.Top)
	}
	if r.Answered != len(c.Answers) {
		t.Errorf("%d answered, want %d", r.Answered, len(c.Answers))
	}
}

func checkParts(t *testing.T, v *quiz.Version, c vector, r Result) {
	t.Helper()
	for d, dimension := range v.Dimensions {
		if !v.Scored(dimension.Key) {
			continue
		}
		got, want := r.Dimensions[d], c.Dims[dimension.Key]
		near(t, dimension.Key+" t", got.T, want.T, 1e-6)
		near(t, dimension.Key+" info", got.Info, want.Info, 1e-6)
		near(t, dimension.Key+" weight", got.Weight, want.W, 1e-6)
		near(t, dimension.Key+" contribution", got.Contribution, want.Contribution, 1e-6)
	}
	for q, question := range v.Questions {
		near(t, question.Key, r.Contributions[q], c.Contributions[question.Key], 1e-6)
	}
}

// checkReasons leaves out what the worked cases list and is too small to say.
func checkReasons(t *testing.T, v *quiz.Version, c vector, r Result) {
	t.Helper()
	pro, con := r.Reasons()
	for side, reasons := range [2][]Reason{pro, con} {
		want := slices.DeleteFunc(c.Reasons[side], func(d string) bool {
			return math.Abs(c.Dims[d].Contribution) < worthSaying
		})
		var got []string
		for _, reason := range reasons {
			if !reason.Single {
				got = append(got, v.Dimensions[reason.Dimension].Key)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("side %d: reasons %v, want %v", side, got, want)
		}
	}
}

// checkChanges lets either of two equally strong answers come first.
func checkChanges(t *testing.T, v *quiz.Version, c vector, m *Model) {
	t.Helper()
	a := c.answers(t, v)
	changes := m.WouldChange(a).Changes
	if len(changes) != len(c.Changes) {
		t.Fatalf("%d changes, want %d", len(changes), len(c.Changes))
	}
	for i, want := range c.Changes {
		near(t, "shift of "+want.Question, changes[i].Shift, want.Shift, 1e-6)
	}
}

func near(t testing.TB, what string, got, want, margin float64) {
	t.Helper()
	if !(math.Abs(got-want) <= margin) {
		t.Errorf("%s is %.9f, want %.9f", what, got, want)
	}
}
