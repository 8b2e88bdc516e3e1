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
	middle   []float64        // by dimension: mean over roles of m
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
		it.key, it.expected = m.key(it, question.Kind.Statement()), m.expected(it)
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
	middle := 0.0
	for _, mean := range m.mean {
		middle += mean[d] / roles
	}
	m.middle = append(m.middle, middle)
	m.scored = append(m.scored, scored)
	m.differs = append(m.differs, differs)
	m.variance = append(m.variance, variance/roles)
	m.spread = append(m.spread, spread/roles)
	m.stress = append(m.stress, 1)
}

// tiny is where a difference is rounding and no longer a difference.
const tiny = 1e-12

// MostMatter is how many dimensions a taker can stress at once.
const MostMatter = 3

// twice is how much a stressed dimension counts.
const twice = 2

// Matter returns a model in which what the answers say on these dimensions
// counts twice, for a taker who asks what if that mattered more to me. The
// first three count; an index that is no dimension is left out.
//
// S is divided by √2 in the row and in the column of such a dimension. With
// uncorrelated traits that is exactly two times its part of the log-odds.
// What is left is still a posterior over the roles, so P sums to 1 and the
// ledger adds up; where the taker stands does not change. It answers a
// question about wishes, and is no better measurement.
func (m *Model) Matter(dimensions ...int) *Model {
	out := *m
	out.stress = slices.Clone(m.stress)
	for _, d := range dimensions[:min(len(dimensions), MostMatter)] {
		if d >= 0 && d < len(out.stress) {
			out.stress[d] = math.Sqrt(twice)
		}
	}
	return &out
}
