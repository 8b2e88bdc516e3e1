package check

import (
	"maps"
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// withThird adds a role that differs from the first where means say so.
func withThird(means map[string]float64) *quiz.Version {
	v := content.First()
	third := v.Roles[0]
	third.Key, third.Name, third.Short = "design_lead", "Design lead", "Design"
	third.Profile = maps.Clone(third.Profile)
	for d, mean := range means {
		p := third.Profile[d]
		p.Mean = mean
		third.Profile[d] = p
	}
	v.Roles = append(v.Roles, third)
	v.Roles[0].Prior, v.Roles[1].Prior, v.Roles[2].Prior = 0.5, 0.3, 0.2
	return v
}

func TestARoleThatStandsApartPassesBesideTwoOthers(t *testing.T) {
	v := withThird(map[string]float64{"lifecycle": -0.9, "success": -0.6})
	for _, f := range Version(v).Findings {
		if f.Severity == Error {
			t.Errorf("%+v", f)
		}
	}
}

func TestARoleNameGivesItselfAwayAndWhatAllRolesShareDoesNot(t *testing.T) {
	short, other := newSubject(content.First()).revealingWords()
	if !slices.Equal(short, []string{"product", "project"}) || len(other) != 0 {
		t.Errorf("telling words %q and %q", short, other)
	}
}
