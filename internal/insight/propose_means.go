package insight

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// PriorPeople is how many people in the role, if all were known of them, a mean
// as it is stands for.
const PriorPeople = 50

// roleSums is what people in one role say about its means: the gradient and the
// information of their log-likelihood, at the means as they are. They add up.
type roleSums struct {
	n           []int         // by dimension: people who say something about it
	gradient    []float64     // Σ v·gradient
	information *mat.SymDense // Σ v·information
	variance    *mat.SymDense // Σ v²·information: of the gradient
}

func newRoleSums(dimensions int) roleSums {
	return roleSums{
		make([]int, dimensions), make([]float64, dimensions),
		mat.NewSymDense(dimensions, nil), mat.NewSymDense(dimensions, nil),
	}
}

// add counts somebody whom the job suits that well.
func (s *roleSums) add(e score.Evidence, suits float64) {
	for d := range s.n {
		if e.Information.At(d, d) > 0 {
			s.n[d]++
		}
	}
	floats.AddScaled(s.gradient, suits, e.Gradient)
	own := e.Information.RawSymmetric().Data
	floats.AddScaled(s.information.RawSymmetric().Data, suits, own)
	floats.AddScaled(s.variance.RawSymmetric().Data, suits*suits, own)
}

// join adds the people of other.
func (s *roleSums) join(other roleSums) {
	for d, n := range other.n {
		s.n[d] += n
	}
	floats.Add(s.gradient, other.gradient)
	s.information.AddSym(s.information, other.information)
	s.variance.AddSym(s.variance, other.variance)
}

// sumsOf adds people up by the part they are held out in and their role.
func sumsOf(v *quiz.Version, model *score.Model, people []person) (parts [folds][]roleSums) {
	var roles []score.Population
	for r := range v.Roles {
		roles = append(roles, model.Population(r))
		for f := range parts {
			parts[f] = append(parts[f], newRoleSums(len(v.Dimensions)))
		}
	}
	for _, p := range people {
		parts[p.fold()][p.role].add(roles[p.role].Evidence(p.answers), p.suits)
	}
	return parts
}

// nobody is no part.
const nobody = -1

// allBut adds up all parts but one, by role.
func allBut(part int, parts [folds][]roleSums) []roleSums {
	var roles []roleSums
	for r, s := range parts[0] {
		sum := newRoleSums(len(s.n))
		for f := range parts {
			if f != part {
				sum.join(parts[f][r])
			}
		}
		roles = append(roles, sum)
	}
	return roles
}

// shift finds the most probable means of a role (MAP), by how far each is from
// the mean as it is, and their standard errors. With the prior
// P = people / spread² of each mean, J the information and g the gradient,
//
//	shift = (P + J)⁻¹ g
//	covariance = (P + J)⁻¹ (P²·se² + Σ v²·information) (P + J)⁻¹
//
// One step is all it takes, because the log-likelihood is quadratic.
func (s *roleSums) shift(profile []quiz.Profile, people float64) (by, se []float64) {
	n := len(profile)
	known, unsure := mat.NewSymDense(n, nil), mat.NewSymDense(n, nil)
	known.CopySym(s.information)
	unsure.CopySym(s.variance)
	for d, p := range profile {
		prior := people / (p.Spread * p.Spread)
		known.SetSym(d, d, known.At(d, d)+prior)
		unsure.SetSym(d, d, unsure.At(d, d)+prior*prior*p.SE*p.SE)
	}
	var chol mat.Cholesky
	chol.Factorize(known) // positive definite: the prior alone is
	shift, inverse := mat.NewVecDense(n, nil), mat.NewSymDense(n, nil)
	_ = chol.SolveVecTo(shift, mat.NewVecDense(n, s.gradient)) // an error says that scales differ much
	_ = chol.InverseTo(inverse)
	var half, covariance mat.Dense
	half.Mul(inverse, unsure)
	covariance.Mul(&half, inverse)
	for d := range n {
		se = append(se, math.Sqrt(covariance.At(d, d)))
	}
	return shift.RawVector().Data, se
}

// profiles are those of a role, by dimension.
func profiles(v *quiz.Version, r quiz.Role) []quiz.Profile {
	list := make([]quiz.Profile, len(v.Dimensions))
	for d, dimension := range v.Dimensions {
		list[d] = r.Profile[dimension.Key]
	}
	return list
}
