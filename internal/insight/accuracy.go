package insight

import "math"

// MinReported is how many people each role needs before accuracy is shown as
// measured.
const MinReported = 20

// Accuracy says how often the verdict names the job people do.
type Accuracy struct {
	Matrix
	N        int64    // people in the roles
	Named    int64    // those of them who were recommended a role
	Right    int64    // their own
	Share    Estimate // Right of Named
	Roles    []RoleAccuracy
	Chance   float64 // agreement expected from the margins alone, among Named
	Fewest   int64   // people in the smallest role
	Measured bool    // Fewest is MinReported or more
}

// RoleAccuracy is the same for the people in one role.
type RoleAccuracy struct {
	Role            string // key
	N, Named, Right int64
	Share           Estimate // Right of Named
}

// Accuracy works out the shares of a matrix.
func (m Matrix) Accuracy() Accuracy {
	a := Accuracy{Matrix: m, Fewest: math.MaxInt64}
	recommended := make([]int64, len(m.Roles))
	for i, row := range m.Counts {
		r := RoleAccuracy{Role: m.Roles[i], N: sum(row), Named: sum(row[:len(m.Roles)]), Right: row[i]}
		r.Share = Wilson(r.Right, r.Named)
		a.Roles = append(a.Roles, r)
		a.N, a.Named, a.Right = a.N+r.N, a.Named+r.Named, a.Right+r.Right
		a.Fewest = min(a.Fewest, r.N)
		for j := range recommended {
			recommended[j] += row[j]
		}
	}
	if len(m.Counts) == 0 {
		a.Fewest = 0
	}
	a.Share = Wilson(a.Right, a.Named)
	a.Measured = a.Fewest >= MinReported
	if a.Named > 0 {
		for i, r := range a.Roles {
			a.Chance += float64(r.Named) / float64(a.Named) * float64(recommended[i]) / float64(a.Named)
		}
	}
	return a
}

// z95 is the normal quantile of a two-sided 95 % interval.
const z95 = 1.959964

// Wilson is a share with its 95 % interval by Wilson's score method. Of
// nobody it is 0, between 0 and 1.
func Wilson(right, n int64) Estimate {
	if n <= 0 {
		return Estimate{0, 0, 1}
	}
	p, size := float64(right)/float64(n), float64(n)
	middle := p + z95*z95/(2*size)
	reach := z95 * math.Sqrt(p*(1-p)/size+z95*z95/(4*size*size))
	whole := 1 + z95*z95/size
	return Estimate{p, max((middle-reach)/whole, 0), min((middle+reach)/whole, 1)}
}
