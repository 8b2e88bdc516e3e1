package check

import (
	"fmt"
	"math"
	"strings"

	"whichpm/internal/quiz"
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

// unsourced counts only numbers that count for the verdict, and what is said of
// pay. An amount that older versions have without a source keeps nobody from
// publishing.
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
			} else if role.SourceOutgrown(d.Key) {
				o.advice("roles."+role.Key+".profile."+d.Key+".source",
					say("outgrown", "role", role.Name, "dimension", d.Name), say("outgrown_fix"))
			}
		}
		numbers += o.unsourcedPay(role)
	}
	o.value = of(len(o.findings), numbers)
	return o
}

// unsourcedPay returns how many figures there are.
func (o *outcome) unsourcedPay(role quiz.Role) (figures int) {
	if salary := role.Content.Salary; salary.Amount > 0 {
		figures++
		if strings.TrimSpace(salary.Source) == "" {
			o.advice("roles."+role.Key+".content.salary.source", say("unsourced_pay", "role", role.Name, "figure", salary.Label), say("unsourced_pay_fix"))
		}
	}
	for i, pay := range role.Content.Pay {
		figures++
		if strings.TrimSpace(pay.Source) == "" {
			o.error(fmt.Sprintf("%s.%d.source", quiz.PayField(role.Key), i), say("unsourced_pay", "role", role.Name, "figure", pay.Figure), say("unsourced_pay_fix"))
		}
	}
	return figures
}
