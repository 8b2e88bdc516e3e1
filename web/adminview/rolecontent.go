package adminview

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/words"
)

// RoleContent is the editor of what the guide says about a role. The preview
// shows the role as the version holds it.
func RoleContent(f Form, key string) templ.Component {
	r := f.role(key)
	at, c := "roles."+key+".content.", r.Content
	f = f.holding(url.Values{
		at + "tagline": {c.Tagline}, at + "summary": {c.Summary}, at + "focus": {c.Focus},
		at + "day_in_the_life": {joined(c.Day)}, at + "responsibilities": {joined(c.Responsibilities)},
		at + "skills": {joined(c.Skills)}, at + "challenges": {joined(c.Challenges)},
		at + "environment": {c.Environment}, at + "suits": {c.Suits}, at + "next_steps": {joined(c.NextSteps)},
		at + "salary.amount": {wholeOrNone(c.Pay.Amount)}, at + "salary.currency": {c.Pay.Currency}, at + "salary.period": {c.Pay.Period},
		at + "salary.label": {c.Pay.Label}, at + "salary.source": {c.Pay.Source},
		at + "salary.year": {wholeOrNone(c.Pay.Year)}, at + "salary.note": {c.Pay.Note},
	})
	return roleContent(f.At(f.Say("adminroles.guide"), site.AdminQuizRoles), r)
}

// joined writes a list with one entry a line.
func joined(lines []string) string { return strings.Join(lines, "\n") }

func wholeOrNone(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// list is a list of a role with its heading.
type list struct {
	heading string
	lines   []string
}

func lists(l words.Language, c quiz.RoleContent) []list {
	return []list{
		{l.Say("roles.responsibilities"), c.Responsibilities},
		{l.Say("roles.day"), c.Day},
		{l.Say("roles.skills"), c.Skills},
		{l.Say("roles.challenges"), c.Challenges},
		{l.Say("roles.next"), c.NextSteps},
	}
}
