package insight

// MinPublic is the fewest people a cell shows in public.
const MinPublic = 5

// PublicMatrix is what may be published of a Matrix: no number in it, and no
// sum or difference of its numbers, tells of a group under MinPublic how many
// they are. What was left out is Hidden and 0. Column totals are never shown.
type PublicMatrix struct {
	Roles    []string       // role keys
	N        []int64        // people by reported role, always shown
	Measured bool           // every role has MinReported; else all below is hidden
	Cells    [][]PublicCell // reported role × (recommended role…, then no role named)
	ByRole   []PublicShare
	All      PublicShare
	Chance   PublicChance
}

// PublicCell is one count.
type PublicCell struct {
	N      int64
	Hidden bool
}

// PublicShare is how often the role people do was recommended.
type PublicShare struct {
	Named, Right int64
	Share        Estimate // Right of Named
	Hidden       bool
}

// PublicChance is the agreement expected from the margins alone.
type PublicChance struct {
	Value  float64
	Hidden bool
}

// Public hides what would tell of few. Accuracy needs three groups: right,
// another role named, none named. If each has enough people in every role,
// all roles are shown, and of a role with a small cell among the other roles
// only their sum. Else no role is shown by itself, and all together if their
// three groups are large enough.
func (m Matrix) Public() PublicMatrix {
	a := m.Accuracy()
	p := PublicMatrix{Roles: m.Roles, Measured: a.Measured}
	byRole, complete := a.Measured, true
	for i, r := range a.Roles {
		byRole = byRole && enough(r.Right, r.Named-r.Right, r.N-r.Named)
		for _, n := range m.Counts[i] {
			complete = complete && n >= MinPublic
		}
	}
	for i, r := range a.Roles {
		p.N = append(p.N, r.N)
		p.Cells = append(p.Cells, m.publicRow(i, byRole))
		p.ByRole = append(p.ByRole, publicShare(r.Named, r.Right, byRole))
	}
	p.All = publicShare(a.Named, a.Right, a.Measured && enough(a.Right, a.Named-a.Right, a.N-a.Named))
	if p.Chance.Hidden = !byRole || !complete; !p.Chance.Hidden {
		p.Chance.Value = a.Chance
	}
	return p
}

func enough(counts ...int64) bool {
	for _, n := range counts {
		if n < MinPublic {
			return false
		}
	}
	return true
}

// publicRow shows one role's cells; those of the other roles together or not
// at all, because one hidden alone would follow from the rest.
func (m Matrix) publicRow(i int, show bool) []PublicCell {
	last, others := len(m.Roles), show
	for j, n := range m.Counts[i] {
		others = others && (j == i || j == last || n >= MinPublic)
	}
	row := make([]PublicCell, last+1)
	for j, n := range m.Counts[i] {
		if shown := others || show && (j == i || j == last); shown {
			row[j].N = n
		} else {
			row[j].Hidden = true
		}
	}
	return row
}

func publicShare(named, right int64, show bool) PublicShare {
	if !show {
		return PublicShare{Hidden: true}
	}
	return PublicShare{Named: named, Right: right, Share: Wilson(right, named)}
}
