package adminview

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// holdingContent fills in what the version holds, and what the guide says of the
// role with it.
func (f Form) holdingContent(saved url.Values, r quiz.Role) Form {
	at, salary := "roles."+r.Key+".content.salary.", r.Content.Salary
	saved.Set(at+"amount", wholeOrNone(f.Language, salary.Amount))
	saved.Set(at+"year", wholeOrNone(f.Language, salary.Year))
	for i, h := range r.Content.Hours {
		saved.Set(fmt.Sprintf("%s.%d.hours", quiz.HoursField(r.Key), i), Number(f.Language, h.Hours))
	}
	for i, p := range r.Content.Pay {
		saved.Set(fmt.Sprintf("%s.%d.year", quiz.PayField(r.Key), i), wholeOrNone(f.Language, p.Year))
	}
	typed, lists := f.Values, contentLists(f, r)
	for _, e := range lists {
		f.Values = Renumbered(f.Values, e.list)
	}
	f = f.holding(saved)
	f.holdingEntries(typed, lists...)
	return f
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

// partsOfContent are the texts that say in a line and in a few sentences what the
// role is, those that belong to the salary, and the others.
func partsOfContent(r quiz.Role) (first, salary, others []quiz.TextAt) {
	at := "roles." + r.Key + ".content."
	for _, t := range r.ContentTexts() {
		switch {
		case t.Field == at+"tagline" || t.Field == at+"summary":
			first = append(first, t)
		case strings.HasPrefix(t.Field, at+"salary."):
			salary = append(salary, t)
		default:
			others = append(others, t)
		}
	}
	return first, salary, others
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
