package quiz

import "slices"

// Role is a job the quiz can recommend.
type Role struct {
	Key     string
	Name    string // "Product management"
	Short   string // "Product"
	Prior   float64
	Profile map[string]Profile // by dimension key
	Content RoleContent
}

// firstRoles are the keys of the two roles the quiz began with. Their names are
// common nouns, and sentences have always written them small.
var firstRoles = []string{"product_manager", "project_manager"}

// NamesSmallInside reports whether roles with these keys are written with a
// small letter inside a sentence. What somebody else named keeps its letters:
// nobody but them knows whether a name is a noun or a proper one.
func NamesSmallInside(keys []string) bool {
	return len(keys) == len(firstRoles) && slices.Contains(keys, firstRoles[0]) && slices.Contains(keys, firstRoles[1])
}

// RoleKeys are the keys of the roles, in order.
func (v *Version) RoleKeys() []string {
	keys := make([]string, len(v.Roles))
	for i, r := range v.Roles {
		keys[i] = r.Key
	}
	return keys
}

// So many roles can be read side by side: more would be columns too narrow.
const (
	LeastBeside = 2
	MostBeside  = 3
)

// CheckBeside says what is wrong with a choice of roles to read side by side, by
// their keys.
func (v *Version) CheckBeside(field string, keys []string) Problems {
	chosen := map[string]bool{}
	for _, key := range keys {
		if v.RoleIndex(key) < 0 {
			return Refusal(field, "role_unknown")
		}
		chosen[key] = true
	}
	if len(chosen) < LeastBeside || len(chosen) > MostBeside {
		return Refusal(field, "roles_beside", "least", LeastBeside, "most", MostBeside)
	}
	return nil
}

// Profile is where people in a role stand on one dimension, in SDs of the
// trait around the middle.
type Profile struct {
	Mean   float64
	Spread float64 // SD of people within the role
	SE     float64 // standard error of Mean
	Weight float64 // 0 leaves the dimension out of the verdict
	Source string
}
