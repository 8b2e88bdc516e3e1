package check

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// withMiddle adds a role that stands in the middle of the two others on every
// dimension, with the chance it has before any answer.
func withMiddle(prior float64) *quiz.Version {
	nowhere := map[string]float64{}
	for _, d := range content.First().Dimensions {
		nowhere[d.Key] = 0
	}
	v := withThird(nowhere)
	v.Translations = nil
	v.Roles[0].Prior, v.Roles[1].Prior, v.Roles[2].Prior = (1-prior)/2, (1-prior)/2, prior
	return v
}

func TestARoleBetweenTwoOthersIsToldWhichAndWhereToMove(t *testing.T) {
	got := findings(withMiddle(0.2), "role_reachable")
	if len(got) != 1 || got[0].Severity != Error || got[0].Field != "roles.design_lead.profile" {
		t.Fatalf("found %+v", got)
	}
	if !strings.Contains(got[0].What, "between those of Product management and Project management") {
		t.Errorf("says %q", got[0].What)
	}
	for _, said := range []string{"Design lead", "“Improving things or bringing people together”", "Product management", "Project management"} {
		if !strings.Contains(got[0].Fix, said) {
			t.Errorf("the way out is %q, without %s", got[0].Fix, said)
		}
	}
}

func TestTheWayOutForARoleBetweenTwoOthersIsOne(t *testing.T) {
	v := withMiddle(1. / 3)
	before := findings(v, "role_reachable")
	if len(before) == 0 || !strings.Contains(before[0].Fix, "“Improving things or bringing people together”") {
		t.Fatalf("found %+v", before)
	}
	profile(v, 2, "spark", func(p *quiz.Profile) { p.Mean = 2.5 })
	if got := findings(v, "role_reachable"); len(got) != 0 {
		t.Errorf("found %+v", got)
	}
}

func TestARoleThatCanComeFirstAndNotClearIsAdvice(t *testing.T) {
	for name, v := range map[string]*quiz.Version{
		"in the middle, but as common as the others together": withMiddle(0.5),
		"where nothing is clear":                              spoiled(func(v *quiz.Version) { v.Settings.ClearFrom = 0.99 }),
	} {
		got := findings(v, "role_reachable")
		if len(got) == 0 {
			t.Errorf("%s: nothing found", name)
		}
		for _, f := range got {
			if f.Severity != Advice || !strings.Contains(f.What, "can come first") {
				t.Errorf("%s: %+v", name, f)
			}
		}
	}
}

// strewn is the first version with so many roles, which stray from the middle by
// so much.
func strewn(roles int, by float64, rng *rand.Rand) *quiz.Version {
	v := content.First()
	role := v.Roles[0]
	v.Translations, v.Scenarios, v.Roles, v.Guide.Decisions = nil, nil, nil, nil
	for r := range roles {
		x := role.Clone()
		x.Key, x.Prior = fmt.Sprint("r", r), 1/float64(roles)
		x.Name, x.Short = "Role "+x.Key, x.Key
		for _, d := range v.Dimensions {
			p := x.Profile[d.Key]
			p.Mean = by * rng.NormFloat64()
			x.Profile[d.Key] = p
		}
		v.Roles = append(v.Roles, x)
	}
	return v
}

func TestNoRoleIsBlockedThatSomebodyHasFirst(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	for _, c := range []struct {
		versions, roles int
		by              float64
	}{{20, 3, 0.5}, {10, 3, 0.05}, {5, 8, 0.1}, {3, 24, 0.1}, {3, 24, 0.5}} {
		blocked := 0
		for range c.versions {
			s := newSubject(strewn(c.roles, c.by, rng))
			first := map[int]bool{}
			for taker := range 200 * c.roles {
				first[s.model.Score(s.model.Play(taker%c.roles, rng)).Top] = true
			}
			for r := range s.Roles {
				if s.best(r).Top == r {
					continue
				}
				if blocked++; first[r] {
					t.Errorf("%s of %d, %g apart, is blocked, and takers have it first", s.Roles[r].Name, c.roles, c.by)
				}
			}
		}
		t.Logf("%d of %d roles, %g apart, are never first", blocked, c.versions*c.roles, c.by)
	}
}

func TestARoleAmongManyIsSaidToLieBetweenTheNearestOnItsTwoSides(t *testing.T) {
	at := func(x ...float64) []float64 { return x }
	p := space{sharp: at(1, 1), at: [][]float64{at(0, 0), at(3, 0), at(-3, 0.1), at(1, 0.1), at(-1, 0), at(0, 2)}}
	if one, other, found := p.between(0); !found || one != 3 || other != 4 {
		t.Errorf("between %d and %d, %t", one, other, found)
	}
	if _, _, found := p.between(1); found {
		t.Error("the outermost role lies between two others")
	}
	p.at[4], p.at[2] = at(0, 5), at(0, 6)
	if one, other, found := p.between(0); found {
		t.Errorf("a role at a corner lies between %d and %d", one, other)
	}
}

func TestTwoRolesWithTheSameProfileAreNamed(t *testing.T) {
	v := withThird(map[string]float64{"setting": 2}) // which does not count
	v.Translations = nil
	got := findings(v, "same_profile")
	if len(got) != 1 || got[0].Severity != Error || got[0].Field != "roles.design_lead.profile" ||
		!strings.HasPrefix(got[0].What, "Design lead and Product management have the same profile") {
		t.Errorf("found %+v", got)
	}
	if again := findings(v, "role_reachable"); len(again) != 0 {
		t.Errorf("it is said twice: %+v", again)
	}
	v.Roles[2].Profile = maps.Clone(v.Roles[2].Profile)
	profile(v, 2, "lens", func(p *quiz.Profile) { p.Mean += 0.01 })
	if got := findings(v, "same_profile"); len(got) != 0 {
		t.Errorf("found %+v", got)
	}
}
