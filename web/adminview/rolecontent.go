package adminview

import (
	"fmt"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
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
	for i, h := range r.Content.Hours {
		saved.Set(fmt.Sprintf("%s.%d.hours", quiz.HoursField(key), i), Number(f.Language, h.Hours))
	}
	for i, p := range r.Content.Pay {
		saved.Set(fmt.Sprintf("%s.%d.year", quiz.PayField(key), i), wholeOrNone(f.Language, p.Year))
	}
	typed, lists := f.Values, contentLists(f, r)
	for _, e := range lists {
		f.Values = Renumbered(f.Values, e.list)
	}
	f = f.holding(saved)
	f.holdingEntries(typed, lists...)
	return roleContent(f.At(f.Say("adminroles.guide"), site.AdminQuizRoles), r)
}

// contentLists are the numbered lists of a role. Their controls show what the
// form holds when they are drawn.
func contentLists(f Form, r quiz.Role) []entries {
	c := r.Content
	return []entries{
		{
			list: quiz.HoursField(r.Key), heading: f.Say("roles.hours"), hint: f.Say("adminroles.hours_hint"), add: f.Say("adminroles.add_hours"),
			name: func(n int) string { return f.Say("adminfields.hours_number", "number", n) }, n: len(c.Hours),
			texts: func(i int) []quiz.TextAt { return c.Hours[i].Texts(r.Key, i) }, blank: new(quiz.Hours).Texts(r.Key, 0),
			rest: func(f Form, at string) templ.Component {
				return ui.Number(f.number(at+"hours", f.Say("adminroles.hours_length"), f.Say("adminroles.hours_length_hint", "least", quiz.LeastHours, "most", quiz.MostHours)))
			},
		},
		{
			list: quiz.PayField(r.Key), heading: f.Say("roles.pay"), hint: f.Say("adminroles.pay_hint"), add: f.Say("adminroles.add_pay"),
			name: func(n int) string { return f.Say("adminfields.pay_number", "number", n) }, n: len(c.Pay),
			texts: func(i int) []quiz.TextAt { return c.Pay[i].Texts(r.Key, i) }, blank: new(quiz.Pay).Texts(r.Key, 0),
			rest: func(f Form, at string) templ.Component {
				return ui.Number(f.number(at+"year", f.Say("adminroles.year"), f.Say("adminroles.year_hint")))
			},
		},
	}
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
		{l.Say("roles.ladder"), c.Ladder},
		{l.Say("roles.first_days"), c.FirstDays},
		{l.Say("roles.next"), c.NextSteps},
	}
}

// prose is a long text of a role with its heading.
type prose struct{ heading, text string }

// proses are those that not every quiz has.
func proses(l words.Language, c quiz.RoleContent) []prose {
	return []prose{{l.Say("roles.ways_in"), c.WaysIn}, {l.Say("roles.certificates"), c.Certificates}, {l.Say("roles.tools"), c.Tools}}
}
