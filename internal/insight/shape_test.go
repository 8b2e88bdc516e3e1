package insight_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

// made is a version of n statements and scenes with up to six options, that
// take turns over its dimensions.
func made(questions, dimensions, roles int) *quiz.Version {
	v := firstVersion()
	v.Dimensions, v.Questions, v.Roles = nil, nil, nil
	for d := range dimensions {
		v.Dimensions = append(v.Dimensions, quiz.Dimension{Key: fmt.Sprint("d", d)})
	}
	for r := range roles {
		role := quiz.Role{Key: fmt.Sprint("role", r), Prior: 1 / float64(roles), Profile: map[string]quiz.Profile{}}
		for d := range dimensions {
			role.Profile[fmt.Sprint("d", d)] = quiz.Profile{Mean: float64((r+d)%roles) / float64(roles), Spread: 1, SE: 0.1, Weight: 1}
		}
		v.Roles = append(v.Roles, role)
	}
	for i := range questions {
		q := quiz.Question{Key: fmt.Sprint("q", i), Kind: quiz.Choice, Strength: 1}
		options := 2 + i%5
		if options == 5 {
			q.Kind = quiz.Agree
		}
		for o := range options {
			at := 2*float64(o)/float64(options-1) - 1
			q.Options = append(q.Options, quiz.Option{Loadings: map[string]float64{fmt.Sprint("d", i%dimensions): at}})
		}
		v.Questions = append(v.Questions, q)
	}
	return v
}

func TestVersionsOfAnySizeAreCounted(t *testing.T) {
	for _, size := range [][3]int{{1, 1, 2}, {2, 2, 3}, {30, 6, 5}, {200, 20, 12}, {200, 1, 2}} {
		v := made(size[0], size[1], size[2])
		s := newTakers(v, 21)
		tally, empty := insight.NewShape(v).New(), insight.NewShape(v).New()
		for i := range 12 {
			o := quiz.Outcome{Role: v.Roles[i%len(v.Roles)].Key, Years: i, Suits: 3}
			if err := tally.Add(s.next(i, nil), &o); err != nil {
				t.Fatal(err)
			}
		}
		everything(empty)
		everything(tally)
		same(t, "results", tally.N(), 12)
		same(t, "questions", int64(len(tally.Items())), int64(size[0]))
		bytes := 0
		for _, p := range insight.Parts {
			bytes += len(tally.Sums(p))
		}
		t.Logf("%d questions, %d dimensions, %d roles: %d bytes of 12 results", size[0], size[1], size[2], bytes)
	}
}

func TestAQuestionThatSaysNothingIsCountedAndNotJudged(t *testing.T) {
	v := made(3, 1, 2)
	for o := range v.Questions[1].Options {
		v.Questions[1].Options[o].Loadings = nil
	}
	tally := newTakers(v, 22).tally(t, 500, nil)
	item := tally.Items()[1]
	if item.Dimension != -1 || item.Answered == 0 || item.RestN != 0 || item.DPrime.Known {
		t.Errorf("%+v", item)
	}
}

func TestWhatIsNoResultOfTheVersionIsNotCounted(t *testing.T) {
	v := firstVersion()
	good := newTakers(v, 23).next(0, nil)
	tally := insight.NewShape(v).New()
	for name, spoil := range map[string]func(*quiz.Result){
		"another version":       func(r *quiz.Result) { r.Version++ },
		"deleted":               func(r *quiz.Result) { r.Deleted = true },
		"no such role":          func(r *quiz.Result) { r.Verdict, r.Top = quiz.Clear, "pilot" },
		"no such verdict":       func(r *quiz.Result) { r.Verdict = "maybe" },
		"answers cut short":     func(r *quiz.Result) { r.Answers = r.Answers[1:] },
		"no such option":        func(r *quiz.Result) { r.Answers = strings.Repeat("5", len(r.Answers)) },
		"no letter of ours":     func(r *quiz.Result) { r.Answers = strings.Repeat("x", len(r.Answers)) },
		"asked twice":           func(r *quiz.Result) { r.Asked += r.Asked[:2] },
		"half a number":         func(r *quiz.Result) { r.Asked = r.Asked[1:] },
		"no number":             func(r *quiz.Result) { r.Asked = "zz" + r.Asked[2:] },
		"no such question":      func(r *quiz.Result) { r.Asked = "ff" + r.Asked[2:] },
		"answered, never asked": func(r *quiz.Result) { r.Asked = "" },
		"more than certain":     func(r *quiz.Result) { r.Probability = 1.5 },
	} {
		r := good
		spoil(&r)
		if err := tally.Add(r, nil); !errors.Is(err, insight.ErrResult) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := tally.Add(good, &quiz.Outcome{Role: "pilot", Years: 3}); !errors.Is(err, insight.ErrResult) {
		t.Errorf("no such job: %v", err)
	}
	if tally.N() != 0 {
		t.Error("something was counted")
	}
}

// Sums of before ended with the durations.
func TestWhomNoRoleStandsOutForIsCountedAndOlderSumsAreStillRead(t *testing.T) {
	v := made(4, 2, 5)
	taker := newTakers(v, 3)
	count := func(verdict quiz.Verdict) *insight.Tally {
		tally := insight.NewShape(v).New()
		r := taker.next(0, nil)
		r.Verdict, r.Top, r.Probability = verdict, v.Roles[1].Key, .3
		if err := tally.Add(r, nil); err != nil {
			t.Fatal(err)
		}
		return tally
	}
	none, balanced := count(quiz.NoneStandsOut), count(quiz.Balanced)
	now, before := none.Sums(insight.Totals), balanced.Sums(insight.Totals)
	same(t, "none stand out", none.Headlines()[insight.Headline{Verdict: quiz.NoneStandsOut, Role: 1}], 1)
	same(t, "balanced", int64(len(none.Headlines())), 1)
	older := before[:len(before)-1] // the run of zeros at its end is five longer now
	older = append(older, before[len(before)-1]-byte(len(v.Roles)))
	both := insight.NewShape(v).New()
	for _, sums := range [][]byte{now, older} {
		if err := both.AddSums(insight.Totals, sums); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "results", both.N(), 2)
	same(t, "none stand out of both", both.Headlines()[insight.Headline{Verdict: quiz.NoneStandsOut, Role: 1}], 1)
	same(t, "balanced of both", both.Headlines()[insight.Headline{Verdict: quiz.Balanced, Role: 1}], 1)
}
