package gallery

import (
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// organiserPages are the pages of whoever makes a group, in a language.
func organiserPages(l words.Language, name string, v *quiz.Version) []State {
	few, enough := organising(l, v, quiz.Anonymous, 0), organising(l, v, quiz.Anonymous, 0)
	enough.Enough = true
	state := func(state string) string { return strings.TrimSpace(name + " " + state) }
	removal := takerview.MemberRemovalProps{Language: l, Organiser: few.Organiser, Group: organising(l, v, quiz.Named, 3).Group, Member: organising(l, v, quiz.Named, 3).Shown.Members[1], Open: true}
	return []State{
		{"organiser", state("new"), takerview.NewGroup(takerview.NewGroupProps{Language: l, Form: quiz.NewGroupForm("once"), Least: quiz.LeastLeast})},
		{"organiser", state("new refused"), takerview.NewGroup(refusedGroup(l))},
		{"organiser", state("new too often"), takerview.NewGroup(takerview.NewGroupProps{Language: l, Form: refusedGroup(l).Form, Least: 7, Problems: l.Problems(quiz.Refusal("", "group_often", "n", 10))})},
		{"organiser", state("just made"), takerview.Organised(justMade(few))},
		{"organiser", state("too few"), takerview.Organised(few)},
		{"organiser", state("enough"), takerview.Organised(enough)},
		{"organiser", state("over"), takerview.Organised(over(enough))},
		{"organiser", state("closed with a picture"), takerview.Organised(closed(organising(l, v, quiz.Anonymous, 0), v))},
		{"organiser", state("named and empty"), takerview.Organised(justMade(organising(l, v, quiz.Named, 0)))},
		{"organiser", state("named"), takerview.Organised(sayingDone(organising(l, v, quiz.Named, 3), takerview.GroupMemberRemoved))},
		{"organiser", state("named and closed"), takerview.Organised(closed(organising(l, v, quiz.Named, 3), v))},
		{"organiser", state("named longest text"), takerview.Organised(longestGroup(l, v))},
		{"organiser", state("closing"), takerview.GroupClosing(takerview.GroupClosingProps{Language: l, Organiser: few.Organiser, Group: few.Group, Enough: true})},
		{"organiser", state("closing too few"), takerview.GroupClosing(takerview.GroupClosingProps{Language: l, Organiser: few.Organiser, Group: few.Group})},
		{"organiser", state("closing named"), takerview.GroupClosing(takerview.GroupClosingProps{Language: l, Organiser: few.Organiser, Group: removal.Group})},
		{"organiser", state("member removal"), takerview.MemberRemoval(removal)},
		{"organiser", state("member removal longest text"), takerview.MemberRemoval(takerview.MemberRemovalProps{Language: l, Organiser: few.Organiser, Group: longestGroup(l, v).Group, Member: longestGroup(l, v).Shown.Members[0]})},
		{"organiser", state("removal"), takerview.GroupRemoval(takerview.GroupRemovalProps{Language: l, Organiser: few.Organiser, Group: few.Group})},
	}
}

// organising is the page of a group that n people who answered a version have joined.
func organising(l words.Language, v *quiz.Version, kind quiz.GroupKind, n int) takerview.OrganiserProps {
	form := quiz.NewGroupForm(strings.Repeat("once", 8))
	form.Kind, form.Name, form.Joins = string(kind), "Second-years", kind == quiz.Named
	g, o, err := quiz.NewGroup(form, quiz.LeastLeast, moment)
	if err != nil {
		panic(err) // the form is a good one
	}
	p := takerview.OrganiserProps{
		Language: l, Organiser: o, Group: g, Open: true, QR: checkers(),
		Link: "https://quiz.example/group/" + o.String(), Invitation: "https://quiz.example/g/" + g.Invitation.String(),
	}
	if kind == quiz.Named {
		shown := named(l, v, n)
		shown.Own, shown.Group = takerview.Nobody, g
		for i := range shown.Members {
			shown.Members[i].Group = g.ID
		}
		p.Shown = &shown
	}
	return p
}

func justMade(p takerview.OrganiserProps) takerview.OrganiserProps {
	p.Just = true
	return p
}

func sayingDone(p takerview.OrganiserProps, said string) takerview.OrganiserProps {
	p.Said = said
	return p
}

// over is past its last day, and not closed yet.
func over(p takerview.OrganiserProps) takerview.OrganiserProps {
	p.Open = false
	return p
}

func closed(p takerview.OrganiserProps, v *quiz.Version) takerview.OrganiserProps {
	p.Group, p.Open, p.Said = p.Group.Closed(moment.Add(48*time.Hour)), false, takerview.GroupClosedNow
	if p.Group.Kind == quiz.Anonymous {
		p.Group.Picture = "{}"
		shown := released(p.Language, v, 9).GroupShown
		p.Shown = &shown
	}
	return p
}

// longestGroup has the longest names, one of them in letters without a break.
func longestGroup(l words.Language, v *quiz.Version) takerview.OrganiserProps {
	p := organising(l, v, quiz.Named, 4)
	p.Group.Name = strings.Repeat("👩🏽‍🚀", quiz.MaxGroupName/4)
	p.Shown.Members[0].Name, p.Shown.Members[1].Name = strings.Repeat("W", quiz.MaxName), strings.Repeat("ش", quiz.MaxName)
	return p
}

// refusedGroup is a form with every problem it can have.
func refusedGroup(l words.Language) takerview.NewGroupProps {
	return takerview.NewGroupProps{
		Language: l, Least: quiz.LeastLeast,
		Form: quiz.GroupForm{Name: "www.example.org", DaysOpen: "14", DaysKept: "90", Joins: true, Once: "once"},
		Problems: l.Problems(quiz.Problems{
			quiz.NewProblem("name", "name_leads"), quiz.NewProblem("kind", "group_kind"), quiz.NewProblem("days_open", "group_days"),
		}),
	}
}
