package insight

import (
	"math"
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// learned is a version with the numbers people would have in it.
type learned struct {
	version         *quiz.Version
	means           []Change
	discountSE      float64
	discountLimited bool
	priorsLimited   bool
}

// learn moves the means first, by what roles say about them, and then finds,
// with these, how much the answers count and how common the roles are.
func learn(v *quiz.Version, people []person, roles []roleSums) learned {
	l := learned{version: v.Clone()}
	l.moveMeans(v, roles)
	f := fitLogistic(logPriors(v), labels(l.version, people))
	l.setDiscount(f.slope)
	l.discountSE = f.slopeSE
	if widest := slices.Max(f.intercepts) - slices.Min(f.intercepts); widest > MaxOddsShift {
		l.priorsLimited = true
		for i := range f.intercepts {
			f.intercepts[i] *= MaxOddsShift / widest
		}
	}
	setPriors(l.version, f.intercepts)
	return l
}

// moveMeans moves every mean that counts for the verdict towards the most
// probable one, and by no more than MaxShift.
func (l *learned) moveMeans(v *quiz.Version, roles []roleSums) {
	for i, r := range v.Roles {
		by, se := roles[i].shift(profiles(v, r), PriorPeople)
		for d, dimension := range v.Dimensions {
			if !v.Scored(dimension.Key) {
				continue
			}
			profile := r.Profile[dimension.Key]
			c := Change{
				Field: "roles." + r.Key + ".profile." + dimension.Key + ".mean", Role: r.Key, Dimension: dimension.Key,
				Old: profile.Mean, New: shifted(profile.Mean, profile.Mean+by[d]),
				N: roles[i].n[d], SE: se[d], Limited: math.Abs(by[d]) > MaxShift,
			}
			l.means = append(l.means, c)
			profile.Mean = c.New
			l.version.Roles[i].Profile[dimension.Key] = profile
		}
	}
}

// What a version may hold (quiz.Validate).
const (
	maxMean     = 3
	minDiscount = 0.01
)

// setDiscount moves the discount towards what is wanted: never on to more than
// all of the evidence, and by no more than MaxShift.
func (l *learned) setDiscount(wanted float64) {
	old := l.version.Settings.Discount
	may := min(max(wanted, minDiscount), MaxDiscount)
	l.discountLimited = may != wanted || math.Abs(may-old) > MaxShift
	l.version.Settings.Discount = within(old, may, old-MaxShift, old+MaxShift)
}

// shifted is the mean proposed.
func shifted(old, wanted float64) float64 {
	return within(old, wanted, max(old-MaxShift, -maxMean), min(old+MaxShift, maxMean))
}

// within is a number proposed: as wanted between low and high, with three
// decimals, so that what is kept is what was shown. One that hardly differs
// stays as it is.
func within(old, wanted, low, high float64) float64 {
	is := thousandths(min(max(wanted, low), high))
	const exact = 1e-9
	switch {
	case math.Abs(wanted-old) < 0.0005:
		return old
	case is > high+exact: // the old one has more decimals
		return thousandths(is - 0.001)
	case is < low-exact:
		return thousandths(is + 0.001)
	}
	return is
}

func thousandths(x float64) float64 { return math.Round(x*1000) / 1000 }

func logPriors(v *quiz.Version) []float64 {
	list := make([]float64, len(v.Roles))
	for i, r := range v.Roles {
		list[i] = math.Log(r.Prior)
	}
	return list
}

// labels are what the answers say, before any discount, with the role people
// have.
func labels(v *quiz.Version, people []person) []label {
	bare := v.Clone()
	bare.Settings.Discount = 1
	for i := range bare.Roles {
		bare.Roles[i].Prior = 1 / float64(len(bare.Roles))
	}
	model := score.New(bare)
	list := make([]label, len(people))
	for i, p := range people {
		posterior := model.Score(p.answers).Posterior
		list[i] = label{role: p.role, evidence: make([]float64, len(posterior))}
		for r := range posterior {
			list[i].evidence[r] = logP(posterior, r) - logP(posterior, 0)
		}
	}
	return list
}

// logP is ln P(role), of nothing less probable than any number can say.
func logP(posterior []float64, role int) float64 {
	return math.Log(max(posterior[role], math.SmallestNonzeroFloat64))
}

// leastPrior is what a role keeps, a little above the least a version may hold.
const leastPrior = 0.002

// setPriors moves the log odds of the roles, in thousandths that add up to 1.
// What stays the same to a thousandth stays as it is.
func setPriors(v *quiz.Version, intercepts []float64) {
	shares, total := make([]float64, len(v.Roles)), 0.0
	for i, r := range v.Roles {
		shares[i] = r.Prior * math.Exp(intercepts[i])
		total += shares[i]
	}
	left, largest, moved := 1000.0, 0, false
	for i, r := range v.Roles {
		shares[i] = math.Round(1000 * max(shares[i]/total, leastPrior))
		left -= shares[i]
		if shares[i] > shares[largest] {
			largest = i
		}
		moved = moved || math.Abs(shares[i]/1000-r.Prior) >= 0.0005
	}
	if !moved {
		return
	}
	shares[largest] += left
	for i := range v.Roles {
		v.Roles[i].Prior = shares[i] / 1000
	}
}

// holdOut foretells each person's role by what the others would make of the
// version, and by the version as it is.
func holdOut(v *quiz.Version, people []person, parts [folds][]roleSums) HeldOut {
	h := HeldOut{N: len(people)}
	for f := range folds {
		var others, held []person
		for _, p := range people {
			if p.fold() == f {
				held = append(held, p)
			} else {
				others = append(others, p)
			}
		}
		would := score.New(learn(v, others, allBut(f, parts)).version)
		for _, p := range held {
			h.Old -= p.logP / float64(h.N)
			h.New -= logP(would.Score(p.answers).Posterior, p.role) / float64(h.N)
		}
	}
	return h
}
