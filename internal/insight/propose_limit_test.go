package insight_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// agreeing are n people who say they do the job the quiz names.
func agreeing(v *quiz.Version, n int) []quiz.Reported {
	c := sample{v: v}
	model, rng := score.New(v), rand.New(rand.NewPCG(4, 1))
	for i := range n {
		answers := model.Play(i%len(v.Roles), rng)
		c.add(v.Roles[model.Score(answers).Top].Key, answers, 5)
	}
	return c.list
}

func TestTheDiscountMovesAtMostSoFarInARoundAndNeverUpAboveOne(t *testing.T) {
	for _, x := range []struct{ old, want float64 }{
		{.75, .9}, {.9, 1}, {1, 1}, {.8123, .962}, {1.1, 1}, {2, 1.85},
	} {
		v := content.First()
		v.ID, v.Settings.Discount = 7, x.old
		p := insight.Propose(v, agreeing(v, 400))
		if p.Discount.New != x.want || !p.Discount.Limited {
			t.Errorf("from %v the proposal is %+v, want %v", x.old, p.Discount, x.want)
		}
	}
}

func TestADiscountThatIsTooHighComesDownSoFarInARound(t *testing.T) {
	v := content.First()
	v.ID = 7
	c := sample{v: v}
	c.drawn(400, v, 3)
	for i := range c.list { // what they answer says nothing about their job
		c.list[i].Outcome.Role = v.Roles[i%2].Key
	}
	if p := insight.Propose(v, c.list); p.Discount.New != .6 || !p.Discount.Limited {
		t.Errorf("the proposal is %+v", p.Discount)
	}
}

func TestHowCommonTheRolesAreMovesAtMostSoFarInARound(t *testing.T) {
	v := content.First()
	v.ID = 7
	third := v.Roles[1].Clone()
	third.Key, third.Name = "third", "Third"
	v.Roles = append(v.Roles, third)
	v.Roles[0].Prior, v.Roles[1].Prior, v.Roles[2].Prior = .4, .3, .3
	c := sample{v: v}
	c.drawn(50, v, 3)
	few := c.list[:100:100] // of the first two roles
	c = sample{v: v}
	c.drawn(600, v, 5)
	p := insight.Propose(v, append(few, c.list[1200:]...))
	widest := 0.0
	for _, a := range p.Priors {
		if !a.Limited {
			t.Errorf("%+v does not say that it is limited", a)
		}
		for _, b := range p.Priors {
			widest = max(widest, math.Log(a.New/b.New)-math.Log(a.Old/b.Old))
		}
	}
	if math.Abs(widest-insight.MaxOddsShift) > .005 { // priors are in thousandths
		t.Errorf("the log odds of two roles move by %v: %+v", widest, p.Priors)
	}
}

func TestAProposalIsProperWhateverTheVersion(t *testing.T) {
	for name, change := range map[string]func(*quiz.Version, *quiz.Profile){
		"hardly any noise":   func(v *quiz.Version, _ *quiz.Profile) { v.Settings.Noise = .01 },
		"hardly any spread":  func(v *quiz.Version, p *quiz.Profile) { v.Settings.Noise, p.Spread = .01, .05 },
		"traits as good one": func(v *quiz.Version, p *quiz.Profile) { v.Settings.Correlation, p.SE = .95, 0 },
		"far out":            func(_ *quiz.Version, p *quiz.Profile) { p.Mean, p.Spread = 3, 5 },
		"no sure mean":       func(_ *quiz.Version, p *quiz.Profile) { p.SE = 5 },
	} {
		v := content.First()
		v.ID = 7
		for _, key := range []string{"third", "fourth"} {
			r := v.Roles[0].Clone()
			r.Key, r.Name = key, key
			v.Roles = append(v.Roles, r)
		}
		for i, r := range v.Roles {
			v.Roles[i].Prior = .25
			for d, p := range r.Profile {
				change(v, &p)
				r.Profile[d] = p
			}
		}
		c, rng := sample{v: v}, rand.New(rand.NewPCG(8, 1))
		for i := range 240 { // people who answer by chance and skip much, some all
			answers := v.NoAnswers()
			for q, question := range v.Questions {
				if rng.IntN(60) > i/4 {
					answers[q] = rng.IntN(len(question.Options))
				}
			}
			c.add(v.Roles[i%4].Key, answers, 1+i%5)
		}
		p := insight.Propose(v, c.list)
		if changes := p.Changes(); len(changes) != 4*7+1+4 {
			t.Errorf("%s: there are %d numbers", name, len(changes))
		}
		for _, m := range p.Means {
			if !(math.Abs(m.New-m.Old) <= insight.MaxShift+1e-9 && m.SE >= 0 && m.SE <= 5 && math.Abs(m.New) <= 3) {
				t.Errorf("%s: there is %+v", name, m)
			}
		}
		if !(p.Loss.New > 0 && p.Loss.New < 100) {
			t.Errorf("%s: the log loss is %v", name, p.Loss)
		}
	}
}
