package adminview

import (
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
	at, salary := "roles."+key+".content.salary.", r.Content.Salary
	saved := heldTexts(r.ContentTexts())
	saved.Set(at+"amount", wholeOrNone(f.Language, salary.Amount))
	saved.Set(at+"year", wholeOrNone(f.Language, salary.Year))
	f = f.holding(saved)
	return roleContent(f.At(f.Say("adminroles.guide"), site.AdminQuizRoles), r)
}

// salaryTexts are those that belong to the salary, and the others.
func salaryTexts(r quiz.Role) (salary, others []quiz.TextAt) {
	for _, t := range r.ContentTexts() {
		if strings.HasPrefix(t.Field, "roles."+r.Key+".content.salary.") {
			salary = append(salary, t)
		} else {
			others = append(others, t)
		}
	}
	return salary, others
}

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
