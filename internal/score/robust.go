package score

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"whichpm/internal/quiz"
)

// resamples is how many other sets of questions Robustness tries: enough for
// a standard error of 2.5 points at most.
const resamples = 400

// Robustness is the share, 0 to 1, of other sets of questions that would have
// named the same Top: as many on the same dimensions and as telling as the
// ones answered, but others. The same seed gives the same share. It means
// little where there is no verdict.
//
// It is a parametric bootstrap: where the taker stands is drawn from what the
// answers leave open, new answers from there. To draw among the given answers
// would call the short form certain, which has one or two on a dimension and
// so nothing to draw between.
func (m *Model) Robustness(a quiz.Answers, seed uint64) float64 {
	w := m.newWorkspace()
	m.gather(w, a)
	m.weigh(w)
	others := m.others(w)
	rng := rand.New(rand.NewPCG(seed, resamples)) //nolint:gosec // a result says the same each time
	log := make([]float64, len(w.log))
	same := 0
	for range resamples {
		m.fit(log, w, others.draw(draw(w.p, rng), rng))
		if top, _ := firstTwo(log); top == w.top {
			same++
		}
	}
	return float64(same) / resamples
}

// sampler draws numbers by dimension that are normal around a mean for each
// role.
type sampler struct {
	mean  [][]float64   // role × dimension
	root  *mat.TriDense // lower Cholesky factor of the covariance
	z, at []float64     // room by dimension
}

// others draws the t that other questions, as telling as the ones answered,
// would find: around the taker's mean in each role, with the covariance
// C + diag 1/information.
func (m *Model) others(w *workspace) sampler {
	b := m.believe(w)
	for d, info := range w.info {
		if info > 0 {
			b.covariance.SetSym(d, d, b.variance[d]+1/info)
		}
	}
	return newSampler(b.mean, b.covariance)
}

func newSampler(mean [][]float64, covariance *mat.SymDense) sampler {
	var chol mat.Cholesky
	chol.Factorize(covariance)
	n := covariance.SymmetricDim()
	s := sampler{mean: mean, root: new(mat.TriDense), z: make([]float64, n), at: make([]float64, n)}
	chol.LTo(s.root)
	return s
}

// draw draws for a taker of that role. The next call overwrites it.
func (s sampler) draw(role int, rng *rand.Rand) []float64 {
	for d := range s.z {
		s.z[d] = rng.NormFloat64()
		s.at[d] = s.mean[role][d]
		for e := range d + 1 {
			s.at[d] += s.root.At(d, e) * s.z[e]
		}
	}
	return s.at
}
