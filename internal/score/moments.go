package score

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"whichpm/internal/quiz"
)

// populationDraws is how many people stand for a role, each with their mirror
// image, in the averages over scenes.
const populationDraws = 1000

// people are traits drawn as Play draws them, the same each time. A mirror image
// keeps their mean exact.
func (m *Model) people(role int) [][]float64 {
	rng := rand.New(rand.NewPCG(populationDraws, uint64(role))) //nolint:gosec // a proposal is the same each time
	var list [][]float64
	for range populationDraws {
		place := m.drawTraits(role, rng)
		mirror := make([]float64, len(place))
		for d, p := range m.profile[role] {
			mirror[d] = 2*p.Mean - place[d]
		}
		list = append(list, place, mirror)
	}
	return list
}

// moments are averages over people in a role of what a question observes.
type moments struct {
	loads []load
	mean  []float64     // ȳ
	slope *mat.Dense    // S: change of the mean of y with the trait of another load
	noise *mat.SymDense // N: of y around ȳ + S(θ − mean)
}

// barely is a variance added to all noise: loadings that say the same twice would
// leave some without any.
const barely = 1e-9

func newMoments(loads []load) moments {
	n := len(loads)
	s := moments{loads: loads, mean: make([]float64, n), slope: mat.NewDense(n, n, nil), noise: mat.NewSymDense(n, nil)}
	for i := range n {
		s.noise.SetSym(i, i, barely)
	}
	return s
}

func (m *Model) moments(it item, role int, people [][]float64) moments {
	if main, ok := it.main(); ok && it.scale {
		return m.momentsOfScale(it, main, m.profile[role])
	}
	return m.momentsOfScene(it, m.profile[role], people)
}

// momentsOfScale are exact: on the one dimension that people answer from,
// inclinations are normal.
func (m *Model) momentsOfScale(it item, main load, profile []quiz.Profile) moments {
	mean, spread := profile[main.dimension].Mean, profile[main.dimension].Spread
	sd := math.Hypot(m.settings.Noise, main.a*spread)
	s, square, below, slope := newMoments([]load{main}), 0.0, 0.0, 0.0
	for step := range it.options {
		upTo := 1.0
		y := main.y[main.option(step)]
		if step < it.options-1 {
			upTo = normal((cut(step, it.options) - main.a*mean) / sd)
			slope += main.passing(step, it.options, mean, sd) * (main.y[main.option(step+1)] - y)
		}
		s.mean[0] += (upTo - below) * y
		square += (upTo - below) * y * y
		below = upTo
	}
	s.slope.Set(0, 0, slope)
	s.noise.SetSym(0, 0, barely+max(square-s.mean[0]*s.mean[0]-slope*slope*spread*spread, 0))
	return s
}

// momentsOfScene are averages over drawn people. The noise is how far a choice
// strays from what is expected of that person, and how far that is from a line.
func (m *Model) momentsOfScene(it item, profile []quiz.Profile, people [][]float64) moments {
	n, one := len(it.loads), 1/float64(len(people))
	s, p := newMoments(it.loads), make([]float64, it.options)
	all, own := make(slab, len(people)*n), square(n)
	expected := all.rows(len(people), n)
	for i, place := range people {
		choose(p, it, place)
		it.spread(p, expected[i], own)
		for d := range n {
			s.mean[d] += one * expected[i][d]
			for e, other := range it.loads {
				s.slope.Set(d, e, s.slope.At(d, e)+one*choiceSharpness*other.largest*own[d][e])
				if e >= d {
					s.noise.SetSym(d, e, s.noise.At(d, e)+one*own[d][e])
				}
			}
		}
	}
	astray := mat.NewVecDense(n, nil)
	for i, place := range people {
		for d := range n {
			off := expected[i][d] - s.mean[d]
			for e, other := range it.loads {
				off -= s.slope.At(d, e) * (place[other.dimension] - profile[other.dimension].Mean)
			}
			astray.SetVec(d, off)
		}
		s.noise.SymRankOne(s.noise, one, astray)
	}
	return s
}

// linear works out what every answer says.
func (s moments) linear() linear {
	n := len(s.loads)
	var weight, information mat.Dense // N⁻¹S, S′N⁻¹S
	weight.Mul(inverse(s.noise), s.slope)
	information.Mul(s.slope.T(), &weight)
	l := linear{information: information.RawMatrix().Data}
	for _, load := range s.loads {
		l.dimensions = append(l.dimensions, load.dimension)
	}
	for option := range s.loads[0].y {
		off, gradient := mat.NewVecDense(n, nil), mat.NewVecDense(n, nil)
		for i, load := range s.loads {
			off.SetVec(i, load.y[option]-s.mean[i])
		}
		gradient.MulVec(weight.T(), off)
		l.gradient = append(l.gradient, gradient.RawVector().Data)
	}
	return l
}
