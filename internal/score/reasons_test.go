package score

import (
	"testing"

	"whichpm/internal/content"
)

func TestAReasonQuotesTheAnswerThatDidMost(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(14)
	for range 300 {
		r := m.Score(random(v, rng, 0.3))
		pro, con := r.Reasons()
		if len(pro) > mostFor || len(con) > mostAgainst {
			t.Fatalf("%d reasons for, %d against", len(pro), len(con))
		}
		for _, reason := range append(pro, con...) {
			if reason.Single {
				continue
			}
			quoted := 0.0
			for _, p := range r.Parts {
				if p.Question == reason.Question && p.Dimension == reason.Dimension {
					quoted = p.Contribution
				}
			}
			for _, p := range r.Parts {
				if p.Dimension == reason.Dimension && p.Contribution/reason.Contribution > quoted/reason.Contribution {
					t.Errorf("answer to %d adds %f, the quoted one %f", p.Question, p.Contribution, quoted)
				}
			}
		}
	}
}

func TestEvidenceAgainstIsShownWheneverThereIsSome(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(15)
	for i := range 500 {
		r := m.Score(random(v, rng, float64(i%10)/10))
		least := 0.0
		for _, c := range r.Contributions {
			least = min(least, c)
		}
		_, con := r.Reasons()
		if (len(con) == 0) != (least >= -tiny) {
			t.Fatalf("%d reasons against, the least contribution is %f", len(con), least)
		}
		for _, reason := range con {
			if reason.Contribution >= 0 || reason.Question < 0 || reason.Dimension < 0 {
				t.Errorf("against: %+v", reason)
			}
		}
	}
}

func TestWhereNoDimensionDecidesSingleAnswersAreNamed(t *testing.T) {
	v := content.First()
	pro, con := New(v).Score(answers(t, v, map[string]int{"o1": 4, "o2": 4, "h1": 3, "h2": 3})).Reasons()
	if len(pro) != 2 || len(con) != 2 || !pro[0].Single || !con[0].Single {
		t.Fatalf("for %+v, against %+v", pro, con)
	}
	if got := v.Questions[pro[0].Question].Key; got != "o1" || pro[0].Points <= 0 {
		t.Errorf("%s with %d points speaks for, want o1", got, pro[0].Points)
	}
	if got := v.Questions[con[0].Question].Key; got != "o2" || con[0].Points >= 0 {
		t.Errorf("%s with %d points speaks against, want o2", got, con[0].Points)
	}
}

func TestOneSidedAnswersHaveNoReasonAgainst(t *testing.T) {
	v := content.First()
	pro, con := New(v).Score(answers(t, v, map[string]int{"o1": 4, "u1": 4, "h1": 4, "c1": 0})).Reasons()
	if len(pro) != 3 || len(con) != 0 {
		t.Errorf("for %+v, against %+v", pro, con)
	}
}
