package adminview

import (
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/words"
)

// RoleContent is the editor of what the guide says about a role. The preview
// shows the role as the version holds it.
func RoleContent(f Form, key string) templ.Component {
	r := f.role(key)
	at, c := "roles."+key+".content.", r.Content
	saved := heldTexts(at, &c)
	saved.Set(at+"salary.amount", wholeOrNone(f.Language, c.Pay.Amount))
	saved.Set(at+"salary.year", wholeOrNone(f.Language, c.Pay.Year))
	f = f.holding(saved)
	return roleContent(f.At(f.Say("adminroles.guide"), site.AdminQuizRoles), r)
}

// heldTexts are the values of the controls for all texts and lists of a part.
func heldTexts(at string, part interface {
	Each(text func(name string, at *string), lines func(name string, at *[]string))
},
) url.Values {
	held := url.Values{}
	part.Each(
		func(name string, text *string) { held.Set(at+name, *text) },
		func(name string, lines *[]string) { held.Set(at+name, joined(*lines)) })
	return held
}

// joined writes a list with one entry a line.
func joined(lines []string) string { return strings.Join(lines, "\n") }

func wholeOrNone(l words.Language, n int) string {
	if n == 0 {
		return ""
	}
	return Number(l, float64(n))
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
