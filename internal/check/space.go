package check

import "math"

// space is where the roles stand as the scoring sees them: on dimensions that
// count, after the weights, and with what the answers can tell at most. Ties
// between traits are left out.
type space struct {
	at    [][]float64 // role × dimension: m of docs/scoring.md, step 3; 0 where it does not count
	sharp []float64   // by dimension: 1/S of step 2, everything being answered; 0 where nothing is asked
	unit  []float64   // by dimension: how far strength times loading moves a taker
}

func (s *subject) newSpace() space {
	p := space{sharp: make([]float64, len(s.Dimensions)), unit: make([]float64, len(s.Dimensions))}
	for r := range s.Roles {
		p.at = append(p.at, make([]float64, len(s.Dimensions)))
		for _, d := range s.scored {
			p.at[r][d] = s.centre(d) + s.lead[r][d]
		}
	}
	squares := s.squares()
	for _, d := range s.scored {
		if squares[d] == 0 {
			continue
		}
		a := s.Settings.Discrimination
		information := a * a * squares[d] / (s.Settings.Noise * s.Settings.Noise)
		p.sharp[d] = 1 / (s.variance(d) + 1/information)
		p.unit[d] = 1 / (a * squares[d])
	}
	return p
}

// squares adds up, by dimension, the squares of what each question says at
// most: strength times its largest loading.
func (s *subject) squares() []float64 {
	squares := make([]float64, len(s.Dimensions))
	for _, q := range s.live {
		most := map[int]float64{}
		for _, loads := range s.loads[q] {
			for _, l := range loads {
				most[l.dimension] = max(most[l.dimension], s.Questions[q].Strength*math.Abs(l.x))
			}
		}
		for d, x := range most {
			squares[d] += x * x
		}
	}
	return squares
}

// variance is the spread of people within a role and the error of its mean, on
// average over the roles.
func (s *subject) variance(d int) float64 {
	sum := 0.0
	for _, r := range s.Roles {
		p := r.Profile[s.Dimensions[d].Key]
		sum += p.Spread*p.Spread + p.SE*p.SE
	}
	return sum / float64(len(s.Roles))
}

// apart is how far two roles stand apart, squared.
func (p space) apart(one, other int) float64 { return p.product(one, other, other) }

// product is the inner product of the ways from one role to two others: below 0
// if they lie on different sides of it.
func (p space) product(from, one, other int) float64 {
	sum := 0.0
	for d, sharp := range p.sharp {
		sum += sharp * (p.at[one][d] - p.at[from][d]) * (p.at[other][d] - p.at[from][d])
	}
	return sum
}

// straight is the cosine of the angle at a role from which two others lie on
// different sides: 135 degrees.
const straight = -math.Sqrt2 / 2

// between finds the two roles that a role lies between, the nearest such.
func (p space) between(role int) (one, other int, found bool) {
	nearest := math.Inf(1)
	for i := range p.at {
		for j := range i {
			far, near := p.apart(role, i), p.apart(role, j)
			if i == role || j == role || far == 0 || near == 0 || far+near >= nearest {
				continue
			}
			if p.product(role, j, i) <= straight*math.Sqrt(far*near) {
				one, other, nearest, found = j, i, far+near, true
			}
		}
	}
	return one, other, found
}

// own returns the dimensions on which a place of its own would best tell a role
// from the two it lies between: those that are well asked about and on which
// these two stand close together, the best first, at most two.
func (p space) own(one, other int) []int {
	const move = 1.0 // SD of the trait, away from both
	gain := func(d int) float64 {
		room := max(move-math.Abs(p.at[one][d]-p.at[other][d])/2, 0)
		return p.sharp[d] * room * room
	}
	first, second := -1, -1
	for d := range p.sharp {
		switch {
		case gain(d) <= 0:
		case first < 0 || gain(d) > gain(first):
			first, second = d, first
		case second < 0 || gain(d) > gain(second):
			second = d
		}
	}
	switch {
	case first < 0:
		return nil
	case second < 0 || 2*gain(second) < gain(first):
		return []int{first}
	}
	return []int{first, second}
}
