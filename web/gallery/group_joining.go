package gallery

import (
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// openGroup is one that people may join.
func openGroup(kind quiz.GroupKind) quiz.Group {
	return quiz.Group{
		ID: quiz.GroupID{1}, Invitation: quiz.GroupID{1}, Kind: kind, Name: teamName, Least: quiz.LeastLeast,
		CreatedAt: made, ClosesAt: made.AddDate(0, 0, 15), EndsAt: made.AddDate(0, 0, 15),
	}
}

func inviting(l words.Language, kind quiz.GroupKind) takerview.InvitationProps {
	return takerview.InvitationProps{Language: l, Group: openGroup(kind), Open: true, Host: "quiz.example"}
}

// afterwards is for somebody who has a result, in a group whose organiser takes part.
func afterwards(p takerview.InvitationProps) takerview.InvitationProps {
	p.Begun, p.Finished, p.Group.OrganiserJoins = true, true, true
	return p
}

func closedAlready(p takerview.InvitationProps) takerview.InvitationProps {
	p.Open = false
	return p
}

func longName(p takerview.InvitationProps) takerview.InvitationProps {
	p.Group.Name, p.Host, p.Enough = strings.Repeat("W", quiz.MaxGroupName), unbreakable+".example", true
	return p
}

func joining(l words.Language, kind quiz.GroupKind) takerview.JoiningProps {
	return takerview.JoiningProps{
		Language: l, Owner: quiz.Owner{Day: 20000}, Key: quiz.GroupID{1}, Group: openGroup(kind), Dimensions: 7, Host: "quiz.example",
	}
}

// unanswered was sent without the box, and with a name that leads away.
func unanswered(p takerview.JoiningProps) takerview.JoiningProps {
	p.Form.Name = "ada@example.org"
	p.Problems = p.Language.Problems(quiz.Problems{quiz.NewProblem("name", "name_leads"), quiz.NewProblem("consent", "group_consent")})
	return p
}

func within(p takerview.JoiningProps) takerview.JoiningProps {
	p.In = true
	return p
}

// ofGroups is the page of a result that is in two groups, and of somebody who may be
// invited to a third.
func ofGroups(p takerview.ResultProps, invited bool) takerview.ResultProps {
	other := openGroup(quiz.Anonymous)
	other.Name = "Kurs 9b"
	p.Groups.In = []quiz.Group{openGroup(quiz.Named), other}
	if invited {
		g := openGroup(quiz.Named)
		g.Name = "Book club"
		p.Groups.Invited = &g
	}
	return p
}
