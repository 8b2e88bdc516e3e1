// Package score turns answers and role profiles into a verdict: how probable
// each role is, how much every answer added, what would change it and which
// question to ask next. The formulas are those of docs/scoring.md. It knows
// nothing of HTTP, SQL, the clock or the words on a page; randomness comes in
// as a value.
package score

import (
	"math"
	"slices"

	"whichpm/internal/quiz"
)

// Model is a version made ready for scoring. It never changes, so any number
// of requests may use it at once.
type Model struct {
	settings quiz.Settings
	scored   []bool           // by dimension: some role gives it weight
	differs  []bool           // by dimension: some roles stand apart on it
	variance []float64        // by dimension: mean over roles of spread² + se²
	spread   []float64        // by dimension: mean over roles
	stress   []float64        // by dimension: 1, or more in a model from Matter
	mean     [][]float64      // role × dimension: m of step 3, 0 where not scored
	logPrior []float64        // by role
	profile  [][]quiz.Profile // role × dimension, as the version has it
	items    []item           // by question
	order    []int            // the questions that are asked, those that do not count for the verdict last
	trait    traits           // what is known of a taker before any answer
}

// New compiles a version that Validate found no problem in. A retired
// question does not count, answered or not.
func New(v *quiz.Version) *Model {
	m := &Model{settings: v.Settings, items: make([]item, len(v.Questions))}
	for _, r := range v.Roles {
		m.logPrior = append(m.logPrior, math.Log(r.Prior))
		m.mean = append(m.mean, make([]float64, len(v.Dimensions)))
		profile := make([]quiz.Profile, len(v.Dimensions))
		for d, dimension := range v.Dimensions {
			profile[d] = r.Profile[dimension.Key]
		}
		m.profile = append(m.profile, profile)
	}
	for d, dimension := range v.Dimensions {
		m.addDimension(d, v.Scored(dimension.Key))
	}
	for q, question := range v.Questions {
		it := newItem(v, question)
		it.like = q
		if first := slices.IndexFunc(m.items[:q], it.alike); first >= 0 {
			it.like = first
		}
		m.items[q] = it
	}
	m.order = quiz.Journey{}.Unasked(v)
	m.trait = m.newTraits()
	return m
}

// addDimension works out S without the answers (step 2) and the role means
// after weight shrink (step 3).
func (m *Model) addDimension(d int, scored bool) {
	variance, spread, centre := 0.0, 0.0, 0.0
	for _, profile := range m.profile {
		p := profile[d]
		variance += p.Spread*p.Spread + p.SE*p.SE
		spread += p.Spread
		centre += p.Mean
	}
	roles := float64(len(m.profile))
	centre /= roles
	differs := false
	for r, profile := range m.profile {
		if scored {
			m.mean[r][d] = centre + profile[d].Weight*(profile[d].Mean-centre)
		}
		differs = differs || math.Abs(m.mean[r][d]-m.mean[0][d]) > tiny
	}
	m.scored = append(m.scored, scored)
	m.differs = append(m.differs, differs)
	m.variance = append(m.variance, variance/roles)
	m.spread = append(m.spread, spread/roles)
	m.stress = append(m.stress, 1)
}

// tiny is where a difference is rounding and no longer a difference.
const tiny = 1e-12
