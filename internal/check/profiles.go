package check

import (
	"math"
	"strings"
)

// sameProfile names each role that scoring cannot tell from one before it.
func sameProfile(s *subject) outcome {
	var o outcome
	for other := range s.Roles {
		for one := range other {
			if !s.same(one, other) {
				continue
			}
			o.error("roles."+s.Roles[other].Key+".profile",
				say("same_profile", "one", s.Roles[other].Name, "other", s.Roles[one].Name),
				say("same_profile_fix", "one", s.Roles[other].Name))
			break
		}
	}
	o.value = len(o.findings)
	return o
}

// same reports whether two roles stand at the same place on every dimension
// that counts. Less apart than this scoring takes for the same.
func (s *subject) same(one, other int) bool {
	const apart = 1e-12
	for _, d := range s.scored {
		if math.Abs(s.space.at[one][d]-s.space.at[other][d]) > apart {
			return false
		}
	}
	return true
}

func (s *subject) hasTwin(role int) bool {
	for other := range s.Roles {
		if other != role && s.same(role, other) {
			return true
		}
	}
	return false
}

// unsourced counts only numbers that count for the verdict.
func unsourced(s *subject) outcome {
	var o outcome
	numbers := 0
	for _, role := range s.Roles {
		for _, d := range s.Dimensions {
			p := role.Profile[d.Key]
			if p.Weight == 0 {
				continue
			}
			numbers++
			if strings.TrimSpace(p.Source) == "" {
				o.error("roles."+role.Key+".profile."+d.Key+".source",
					say("unsourced", "role", role.Name, "dimension", d.Name),
					say("unsourced_fix"))
			}
		}
	}
	o.value = of(len(o.findings), numbers)
	return o
}
