package admin

import (
	"net/url"

	"whichpm/internal/quiz"
)

// setContent reads what the guide says about the role.
func setContent(v *quiz.Version, role *quiz.Role, n *numbers) {
	key := role.Key
	at, c := "roles."+key+".content.", &role.Content
	retypeTexts(n.form, role.ContentTexts())
	n.setOptionalInt(at+"salary.amount", &c.Salary.Amount)
	n.setOptionalInt(at+"salary.year", &c.Salary.Year)
	c.Hours = typedEntries(v, n.form, quiz.HoursField(key), c.Hours, func(form url.Values, at string, i int, h *quiz.Hours) {
		retypeTexts(form, h.Texts(key, i))
		n.setFloat(at+"hours", &h.Hours)
	})
	c.Pay = typedEntries(v, n.form, quiz.PayField(key), c.Pay, func(form url.Values, at string, i int, p *quiz.Pay) {
		retypeTexts(form, p.Texts(key, i))
		n.setOptionalInt(at+"year", &p.Year)
	})
}
