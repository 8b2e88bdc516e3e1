package score

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"whichpm/internal/quiz"
)

// resamples is how many other sets of questions Robustness tries: enough for
// an error of 2.5 points at most.
const resamples = 400

// Robustness is the share, 0 to 1, of other sets of questions that would have
// named the same Top: as many questions on the same dimensions, as telling as
// the ones answered, but others. The same seed gives the same share. It means
// little where there is no verdict.
//
// It is a parametric bootstrap: a place for the taker is drawn from what the
// answers leave open, new answers from that place. Drawing from the given
// answers again would call the short form certain, which has one or two on a
// dimension and so nothing to draw between.
func (m *Model) Robustness(a quiz.Answers, seed uint64) float64 {
	w := m.room()
	m.gather(w, a)
	m.weigh(w)
	sample := m.sampler(w)
	rng := rand.New(rand.NewPCG(seed, resamples)) //nolint:gosec // not a secret
	log := make([]float64, len(w.p))
	same := 0
	for range resamples {
		m.fit(log, w, sample.t(draw(w.p, rng), rng))
		if top, _ := firstTwo(log); top == w.top {
			same++
		}
	}
	return float64(same) / resamples
}

// sampler draws t for another set of questions: normal around the taker's mean
// in each role with covariance C + diag 1/I.
type sampler struct {
	mean  [][]float64   // role × dimension
	root  *mat.TriDense // lower Cholesky factor of the covariance
	z, at []float64     // room by dimension
}

func (m *Model) sampler(w *work) sampler {
	b := m.believe(w)
	for d, info := range w.info {
		if info > 0 {
			b.covariance.SetSym(d, d, b.variance[d]+1/info)
		}
	}
	var chol mat.Cholesky
	chol.Factorize(b.covariance)
	var root mat.TriDense
	chol.LTo(&root)
	n := len(w.info)
	return sampler{mean: b.mean, root: &root, z: make([]float64, n), at: make([]float64, n)}
}

func (s sampler) t(role int, rng *rand.Rand) []float64 {
	for d := range s.z {
		s.z[d] = rng.NormFloat64()
		s.at[d] = s.mean[role][d]
		for e := range d + 1 {
			s.at[d] += s.root.At(d, e) * s.z[e]
		}
	}
	return s.at
}
