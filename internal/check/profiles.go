package check

import "strings"

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
