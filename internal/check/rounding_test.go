package check

import (
	"fmt"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

func TestWhatIsOnlyRoundedGetsNoFinding(t *testing.T) {
	scene := func(v *quiz.Version, lens ...float64) {
		q := question(v, "c1")
		q.Options = q.Options[:len(lens)]
		for i, x := range lens {
			q.Options[i].Loadings = loadings{"lens": x, "lifecycle": []float64{1, -0.5, -0.5, 0}[i]}
		}
	}
	for name, c := range map[string]struct {
		check string
		found int
		spoil func(*quiz.Version)
	}{
		"thirds":                              {"scene_balance", 0, func(v *quiz.Version) { scene(v, 0.33, 0.33, -0.67) }},
		"three loadings rounded the same way": {"scene_balance", 0, func(v *quiz.Version) { scene(v, 0.335, 0.335, -0.655) }},
		"a hundredth more than that":          {"scene_balance", 1, func(v *quiz.Version) { scene(v, 0.34, 0.34, -0.655) }},
		"a fifth too little":                  {"scene_balance", 1, func(v *quiz.Version) { scene(v, 0.8, 0, -1) }},
		"strengths of two digits":             {"agree_to_all", 0, func(v *quiz.Version) { question(v, "h1").Strength = 1.01 }},
		"a strength just within":              {"agree_to_all", 0, func(v *quiz.Version) { question(v, "h1").Strength = 1.05 }},
		"a strength just beyond":              {"agree_to_all", 1, func(v *quiz.Version) { question(v, "h1").Strength = 1.2 }},
		"a profile a bit off the middle":      {"agree_to_all", 0, func(v *quiz.Version) { profile(v, 0, "voice", func(p *quiz.Profile) { p.Mean -= 0.05 }) }},
	} {
		if got := findings(spoiled(c.spoil), c.check); len(got) != c.found {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestASceneThatIsOnlyRoundedMovesNoChanceByHalfAPoint(t *testing.T) {
	v := spoiled(func(v *quiz.Version) {
		for _, key := range []string{"c1", "c2", "c3", "c4"} {
			for i := range question(v, key).Options {
				for d := range question(v, key).Options[i].Loadings {
					question(v, key).Options[i].Loadings[d] += 0.005
				}
			}
		}
	})
	if got := findings(v, "scene_balance"); len(got) != 0 {
		t.Errorf("found %+v", got)
	}
	s := newSubject(v)
	all := s.middle()
	average, untold := s.score(s.leveled, s.average(all)).Posterior, s.untold(all)
	if _, off := mostUnfair(average, untold); off == 0 || off > halfPoint {
		t.Errorf("choosing by chance moves a role by %f", off)
	}
}

func TestTheDimensionsThatTiltAreNamedAndNotThoseThatAreRounded(t *testing.T) {
	v := spoiled(func(v *quiz.Version) { question(v, "h1").Strength, question(v, "l1").Strength = 1.2, 1.01 })
	got := findings(v, "agree_to_all")
	if len(got) != 1 || got[0].Field != "dimensions.horizon" {
		t.Errorf("found %+v", got)
	}
}

func TestProfilesOffTheMiddleAreAdviceAndNoFaultOfTheQuestions(t *testing.T) {
	v := spoiled(func(v *quiz.Version) { profile(v, 0, "voice", func(p *quiz.Profile) { p.Mean += 0.4 }) })
	for _, check := range []string{"agree_to_all", "random_takers"} {
		got := findings(v, check)
		if len(got) != 1 || got[0].Severity != Advice || got[0].Field != "roles.project_manager.profile" {
			t.Errorf("%s finds %+v", check, got)
		}
	}
}

func TestHowCommonRolesAreIsNoFaultOfTheQuestions(t *testing.T) {
	for _, priors := range [][]float64{{0.5, 0.5}, {0.4, 0.6}, {0.1, 0.9}, {0.99, 0.01}} {
		v := spoiled(func(v *quiz.Version) { v.Roles[0].Prior, v.Roles[1].Prior = priors[0], priors[1] })
		for _, check := range []string{"agree_to_all", "straight_columns", "random_takers", "scene_balance", "single_answer"} {
			if got := findings(v, check); len(got) != 0 {
				t.Errorf("with priors %v %s finds %+v", priors, check, got)
			}
		}
	}
	v := interests()
	for i, prior := range []float64{0.4, 0.3, 0.2, 0.1} {
		v.Roles[i].Prior = prior
	}
	for _, check := range []string{"agree_to_all", "straight_columns", "random_takers"} {
		for _, f := range findings(v, check) {
			if f.Severity == Error {
				t.Errorf("%s finds %+v", check, f)
			}
		}
	}
}

func TestATiltIsMeasuredWithThePriorsTakersHave(t *testing.T) {
	v := spoiled(func(v *quiz.Version) {
		v.Roles[0].Prior, v.Roles[1].Prior = 0.2, 0.8
		question(v, "h1").Strength = 1.5
	})
	got := findings(v, "agree_to_all")
	if len(got) != 1 || !strings.Contains(got[0].What, "gives Product management 21.2") || !strings.Contains(got[0].What, "give it 20.0 %") {
		t.Errorf("found %+v", got)
	}
}

func TestFairSharesAddUpAndAreEvenForRolesEquallyCommon(t *testing.T) {
	even := fairShare([]float64{0.7, 0.2, 0.1}, []float64{1. / 3, 1. / 3, 1. / 3})
	for _, share := range even {
		if share < 1./3-1e-12 || share > 1./3+1e-12 {
			t.Errorf("shares %v", even)
		}
	}
	uneven := fairShare([]float64{0.7, 0.2, 0.1}, []float64{0.5, 0.3, 0.2})
	if sum := uneven[0] + uneven[1] + uneven[2]; fmt.Sprintf("%.9f", sum) != "1.000000000" || uneven[0] <= uneven[1] || uneven[1] <= uneven[2] {
		t.Errorf("shares %v add up to %f", uneven, sum)
	}
}
