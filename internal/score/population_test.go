package score

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestPeopleInARoleAnswerOnAverageAndStrayAsItsConstantsSay(t *testing.T) {
	v := threeRoles()
	m, rng := New(v), dice(31)
	const takers = 40_000
	for role := range v.Roles {
		places, replies := make([][]float64, takers), make([]quiz.Answers, takers)
		for i := range takers {
			places[i] = m.drawTraits(role, rng)
			replies[i] = m.answer(places[i], rng)
		}
		sample := m.people(role)
		for q, it := range m.items {
			s := m.moments(it, role, sample)
			for i, l := range s.loads {
				mean, square, follows := 0.0, 0.0, 0.0
				home, spread := m.profile[role][l.dimension].Mean, m.profile[role][l.dimension].Spread
				for k, place := range places {
					y := l.y[replies[k][q]]
					mean += y / takers
					square += y * y / takers
					follows += y * (place[l.dimension] - home) / takers
				}
				// By what is expected: Var y = SΣS′ + N, and its covariance with a trait is SΣ.
				variance, with := s.noise.At(i, i), 0.0
				for j, a := range s.loads {
					with += s.slope.At(i, j) * m.withinRole(role, a.dimension, l.dimension)
					for k, b := range s.loads {
						variance += s.slope.At(i, j) * m.withinRole(role, a.dimension, b.dimension) * s.slope.At(i, k)
					}
				}
				name := v.Roles[role].Key + ", " + v.Questions[q].Key + " on " + v.Dimensions[l.dimension].Key
				near(t, "the mean of "+name, mean, s.mean[i], .02)
				near(t, "the variance of "+name, square-mean*mean, variance, .02)
				near(t, "how the trait goes with "+name, follows/spread, with/spread, .02)
			}
		}
	}
}

// The slow way: all answers at once have the covariance SΣS′ + N.
func TestWhatAnswersSayOfTheMeansIsTheSameWorkedOutAtOnce(t *testing.T) {
	v := threeRoles()
	m, rng := New(v), dice(32)
	for role := range v.Roles {
		people, p, n := m.people(role), m.Population(role), len(v.Dimensions)
		a := random(v, rng, .4)
		most := 2 * len(a) // a question of these loads on two dimensions at most
		slope, noise, off := mat.NewDense(most, n, nil), mat.NewSymDense(most, nil), mat.NewVecDense(most, nil)
		for row := range most {
			noise.SetSym(row, row, 1) // of no question
		}
		for q, option := range a {
			if option == quiz.NoAnswer {
				continue
			}
			s, row := m.moments(m.items[q], role, people), 2*q
			for i, l := range s.loads {
				off.SetVec(row+i, l.y[option]-s.mean[i])
				for j, other := range s.loads {
					slope.Set(row+i, other.dimension, s.slope.At(i, j))
					noise.SetSym(row+i, row+j, s.noise.At(i, j))
				}
			}
		}
		sigma := mat.NewSymDense(n, nil)
		for d := range n {
			for e := d; e < n; e++ {
				sigma.SetSym(d, e, m.withinRole(role, d, e))
			}
		}
		var total, inverted, weight, information mat.Dense
		total.Product(slope, sigma, slope.T())
		total.Add(&total, noise)
		if err := inverted.Inverse(&total); err != nil {
			t.Fatal(err)
		}
		weight.Mul(slope.T(), &inverted)
		information.Mul(&weight, slope)
		var gradient mat.VecDense
		gradient.MulVec(&weight, off)
		got := p.Evidence(a)
		for d := range n {
			near(t, "gradient", got.Gradient[d], gradient.AtVec(d), 1e-9)
			for e := range n {
				near(t, "information", got.Information.At(d, e), information.At(d, e), 1e-9)
			}
		}
	}
}

func TestWhatAnswersSayOfTheMeansIsProperWhateverTheVersion(t *testing.T) {
	for name, v := range odd() {
		t.Run(name, func(t *testing.T) {
			m, rng := New(v), dice(33)
			for role := range v.Roles {
				p := m.Population(role)
				for _, skipped := range []float64{0, .5, .95, 1} {
					properEvidence(t, m, p, random(v, rng, skipped))
				}
				properEvidence(t, m, p, m.Play(role, rng))
			}
		})
	}
}

// properEvidence wants numbers, no less information than none, and none of a
// dimension nothing was answered on.
func properEvidence(t *testing.T, m *Model, p Population, a quiz.Answers) {
	t.Helper()
	e := p.Evidence(a)
	var eigen mat.EigenSym
	if !eigen.Factorize(e.Information, false) {
		t.Fatalf("the information of %v has no eigenvalues: %v", a, mat.Formatted(e.Information))
	}
	values := eigen.Values(nil)
	if least, most := slices.Min(values), slices.Max(values); !(least >= -1e-6*max(most, 1)) {
		t.Errorf("the information of %v goes down to %g, up to %g", a, least, most)
	}
	seen := make([]bool, len(e.Gradient))
	for q, option := range a {
		if option != quiz.NoAnswer {
			for _, d := range p.items[q].dimensions {
				seen[d] = true
			}
		}
	}
	for d, g := range e.Gradient {
		if math.IsNaN(g) || math.IsInf(g, 0) || !seen[d] && (g != 0 || e.Information.At(d, d) != 0) {
			t.Errorf("on dimension %d, answered: %t, the gradient is %g and the information %g", d, seen[d], g, e.Information.At(d, d))
		}
	}
	if len(m.scored) != len(e.Gradient) {
		t.Errorf("there are %d dimensions of %d", len(e.Gradient), len(m.scored))
	}
}

func BenchmarkEvidence(b *testing.B) {
	v := content.First()
	p, a := New(v).Population(0), random(v, dice(34), 0)
	b.ReportAllocs()
	for b.Loop() {
		p.Evidence(a)
	}
}

// BenchmarkPopulation makes the questions ready for one role.
func BenchmarkPopulation(b *testing.B) {
	m := New(content.First())
	b.ReportAllocs()
	for b.Loop() {
		m.Population(0)
	}
}
