package check

import (
	"math"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// Spreads reports whether what a finding is about is mended by spreading the
// keying.
func (f Finding) Spreads() bool {
	return f.Severity == Error && slices.Contains(keyingChecks, heading(f.Check))
}

// keyingChecks are those that a spread keying satisfies.
var keyingChecks = []heading{"agree_to_all", "straight_columns", "keyed_both_ways"}

// Steps are what can be done at once about each finding, most often nothing:
// turn a pair or move a way to act where a place tells the role, mirror a
// statement where agreeing tells it. Of spread, which Spread found, each step
// stands with the first finding it is for.
func Steps(v *quiz.Version, findings []Finding, spread []Step) [][]Step {
	all := make([][]Step, len(findings))
	said := false
	for i, f := range findings {
		switch {
		case f.Check == "option_position":
			all[i] = placeSteps(v, f.Role)
		case !f.Spreads():
		case f.Check == "straight_columns" && !said:
			said = true
			all[i] = slices.DeleteFunc(slices.Clone(spread), func(s Step) bool { return s.Act != Turn && s.Act != Shift })
		case strings.HasPrefix(f.Field, "dimensions."):
			all[i] = mirrorSteps(v, strings.TrimPrefix(f.Field, "dimensions."), spread)
		}
	}
	return all
}

// mirrorSteps are those of spread about a dimension, or else the last statement
// for the end that has too much.
func mirrorSteps(v *quiz.Version, dimension string, spread []Step) []Step {
	w := &spreading{v: v}
	own, toll := w.statements(dimension)
	heavy, _ := bySide(own, toll)
	var steps []Step
	for _, q := range heavy {
		if s := (Step{Act: Mirror, Question: q.key}); slices.Contains(spread, s) {
			steps = append(steps, s)
		}
	}
	if len(steps) == 0 && len(heavy) > 1 {
		steps = append(steps, Step{Act: Mirror, Question: heavy[len(heavy)-1].key})
	}
	return steps
}

// placeSteps move the ways to act that point most to a role from the place that
// tells it, each by one.
func placeSteps(v *quiz.Version, role string) []Step {
	s, r := newSubject(v), v.RoleIndex(role)
	for place := range quiz.MaxOptions {
		lean, scenes := s.lean(place, r)
		if scenes < fewScenes || lean <= placeMargin {
			continue
		}
		var steps []Step
		for _, q := range s.live {
			x := s.Questions[q]
			if x.Kind.Scale() || place >= len(x.Options) {
				continue
			}
			to := place + 1
			if to == len(x.Options) {
				to = place - 1
			}
			if s.pull(r, q, place)-s.pull(r, q, to) > math.Abs(s.pull(r, q, place))*placeMargin {
				steps = append(steps, Step{Act: Shift, Question: x.Key, Option: place, To: to})
			}
		}
		return steps
	}
	return nil
}
