package insight

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// label is somebody's role with what their answers say for each.
type label struct {
	role     int
	evidence []float64 // by role: log odds against the first from the answers alone, undiscounted
}

// fit is how much the answers count and how much more common the roles are
// than the version has it.
type fit struct {
	slope, slopeSE float64
	intercepts     []float64 // by role: change of the log odds against the first, which has 0
}

// What is thought before any label: the slope is N(.75, .25) and each
// intercept N(0, .25), by mean and SD.
const (
	slopePrior = .75
	fitSD      = .25
)

// fitLogistic finds the most probable slope and intercepts (MAP) of
//
//	P(r) ∝ prior_r · exp(slope·evidence_r + intercept_r)
//
// by Newton's method. The log posterior is concave, so there is one.
func fitLogistic(logPrior []float64, labels []label) fit {
	n := len(logPrior) // the slope, then the intercepts of all roles but the first
	at := make([]float64, n)
	at[0] = slopePrior
	s := newPosteriorSlope(n)
	value := s.measure(logPrior, labels, at)
	for range 100 {
		var chol mat.Cholesky
		chol.Factorize(s.curve) // positive definite: the priors alone are
		step := mat.NewVecDense(n, nil)
		_ = chol.SolveVecTo(step, mat.NewVecDense(n, s.gradient)) // an error says that scales differ much
		next, length := make([]float64, n), 1.0
		for range 40 { // a step that overshoots is halved
			for i := range next {
				next[i] = at[i] + length*step.AtVec(i)
			}
			if height(logPrior, labels, next) >= value {
				break
			}
			length /= 2
		}
		moved := length * mat.Norm(step, math.Inf(1))
		copy(at, next)
		value = s.measure(logPrior, labels, at)
		if moved < 1e-10 {
			break
		}
	}
	var chol mat.Cholesky
	chol.Factorize(s.curve)
	covariance := mat.NewSymDense(n, nil)
	_ = chol.InverseTo(covariance)
	return fit{slope: at[0], slopeSE: math.Sqrt(covariance.At(0, 0)), intercepts: append([]float64{0}, at[1:]...)}
}

// posteriorSlope is the log posterior's gradient and, turned positive, its curvature.
type posteriorSlope struct {
	gradient []float64
	curve    *mat.SymDense
}

func newPosteriorSlope(n int) *posteriorSlope {
	return &posteriorSlope{make([]float64, n), mat.NewSymDense(n, nil)}
}

// measure fills in both at a place and returns the height there.
func (s *posteriorSlope) measure(logPrior []float64, labels []label, at []float64) float64 {
	n := len(at)
	for i := range n {
		s.gradient[i] = -(at[i] - middle(i)) / (fitSD * fitSD)
		for j := i; j < n; j++ {
			s.curve.SetSym(i, j, 0)
		}
		s.curve.SetSym(i, i, 1/(fitSD*fitSD))
	}
	p := make([]float64, n)
	for _, l := range labels {
		chances(p, logPrior, l, at)
		mean, square := 0.0, 0.0
		for r, x := range l.evidence {
			mean += p[r] * x
			square += p[r] * x * x
		}
		s.gradient[0] += l.evidence[l.role] - mean
		s.curve.SetSym(0, 0, s.curve.At(0, 0)+square-mean*mean)
		for r := 1; r < n; r++ {
			s.gradient[r] -= p[r]
			s.curve.SetSym(0, r, s.curve.At(0, r)+p[r]*(l.evidence[r]-mean))
			s.curve.SetSym(r, r, s.curve.At(r, r)+p[r])
			for q := r; q < n; q++ {
				s.curve.SetSym(r, q, s.curve.At(r, q)-p[r]*p[q])
			}
		}
		if l.role > 0 {
			s.gradient[l.role]++
		}
	}
	return height(logPrior, labels, at)
}

// height is the log posterior at a place, up to a constant.
func height(logPrior []float64, labels []label, at []float64) float64 {
	sum := 0.0
	for i, x := range at {
		sum -= (x - middle(i)) * (x - middle(i)) / (2 * fitSD * fitSD)
	}
	p := make([]float64, len(at))
	for _, l := range labels {
		sum += chances(p, logPrior, l, at)
	}
	return sum
}

func middle(parameter int) float64 {
	if parameter == 0 {
		return slopePrior
	}
	return 0
}

// chances fills in P by role and returns the log of that of the label.
func chances(p, logPrior []float64, l label, at []float64) float64 {
	highest := math.Inf(-1)
	for r := range p {
		p[r] = logPrior[r] + at[0]*l.evidence[r]
		if r > 0 {
			p[r] += at[r]
		}
		highest = max(highest, p[r])
	}
	own, sum := p[l.role]-highest, 0.0
	for r := range p {
		p[r] = math.Exp(p[r] - highest)
		sum += p[r]
	}
	for r := range p {
		p[r] /= sum
	}
	return own - math.Log(sum)
}
