package gallery

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"whichpm/internal/group"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// groups are the pages of somebody who is invited to a group, and what it shows.
func groups() []State {
	v := published()
	arabic, shown := words.English.Showing(rightToLeft())
	return []State{
		{"group", "two members", takerview.JoinedGroup(joined(named(words.English, v, 2)))},
		{"group", "twelve members", takerview.JoinedGroup(joined(named(words.English, v, 12)))},
		{"group", "thirty members", takerview.JoinedGroup(joined(named(words.English, v, 30)))},
		{"group", "nobody in it", takerview.JoinedGroup(joined(named(words.English, v, 0)))},
		{"group", "different versions", takerview.JoinedGroup(joined(differing(named(words.English, v, 6))))},
		{"group", "twelve roles", takerview.JoinedGroup(joined(named(words.English, Garden(12), 12)))},
		{"group", "longest text", takerview.JoinedGroup(joined(longNames(named(words.English, wordy(), 8))))},
		{"group", "anonymous", takerview.ReleasedGroup(released(words.English, v, 9))},
		{"group", "anonymous twelve roles", takerview.ReleasedGroup(released(words.English, Garden(12), 40))},
		{"group", "anonymous in German", takerview.ReleasedGroup(released(words.German, v.In("de"), 14))},
		{"group", "right to left", takerview.JoinedGroup(joined(named(arabic, shown, 5)))},
		{"group", "hand-out", takerview.Handout(named(words.English, v, 9))},
		{"group", "hand-out twelve roles", takerview.Handout(named(words.English, Garden(12), 30))},
		{"group", "hand-out in German", takerview.Handout(released(words.German, v.In("de"), 14).GroupShown)},
		{"group", "hand-out without names", takerview.Handout(released(words.English, v, 14).GroupShown)},
		{"group", "hand-out with names in German", takerview.Handout(named(words.German, v.In("de"), 9))},
		{"group", "invitation anonymous", takerview.Invitation(inviting(words.English, quiz.Anonymous))},
		{"group", "invitation named", takerview.Invitation(inviting(words.English, quiz.Named))},
		{"group", "invitation in German", takerview.Invitation(inviting(words.German, quiz.Anonymous))},
		{"group", "invitation after the quiz", takerview.Invitation(afterwards(inviting(words.English, quiz.Named)))},
		{"group", "invitation closed", takerview.Invitation(closedAlready(inviting(words.English, quiz.Named)))},
		{"group", "invitation longest text", takerview.Invitation(longName(inviting(words.English, quiz.Anonymous)))},
		{"group", "question anonymous", takerview.Joining(joining(words.English, quiz.Anonymous))},
		{"group", "question named", takerview.Joining(joining(words.English, quiz.Named))},
		{"group", "question anonymous in German", takerview.Joining(joining(words.German, quiz.Anonymous))},
		{"group", "question refused", takerview.Joining(unanswered(joining(words.English, quiz.Named)))},
		{"group", "question refused in German", takerview.Joining(unanswered(joining(words.German, quiz.Named)))},
		{"group", "joined without names", takerview.Joining(within(joining(words.English, quiz.Anonymous)))},
		{"group", "result invited", takerview.Result(ofGroups(owned(reading(v, leaning), 0), true))},
		{"group", "result in two groups", takerview.Result(ofGroups(owned(reading(v, leaning), 0), false))},
		{"group", "result in two groups in German", takerview.Result(ofGroups(ownedIn(words.German, reading(v, leaning), 0), true))},
		{"group", "result to be deleted", takerview.Removal(takerview.RemovalProps{Owner: quiz.Owner{Day: 20000}, InGroup: true})},
		{"group", "in German", takerview.JoinedGroup(joined(named(words.German, v.In("de"), 7)))},
	}
}

// teamName is what made-up groups are called.
const teamName = "Platform team"

// first names of members; two begin alike, and one is written from right to left.
var firstNames = []string{"Ada", "Ben", "Cem", "Dana Wu", "Eve", "Finn", "ליאורה", "Ada Li", "Ines", "Jo", "Kit", "Lea"}

// named is a group with so many members who answered a version, the first of them
// the reader.
func named(l words.Language, v *quiz.Version, n int) takerview.GroupShown {
	p := takerview.GroupShown{
		Language: l, Version: v, Own: takerview.Nobody,
		Group: quiz.Group{
			Kind: quiz.Named, Name: teamName, Least: quiz.LeastNamed, CreatedAt: made,
			ClosesAt: made.AddDate(0, 0, 91), EndsAt: made.AddDate(0, 0, 91),
		},
	}
	var people []group.Person
	for i, r := range players(v, n) {
		name := firstNames[i%len(firstNames)]
		if i >= len(firstNames) {
			name = fmt.Sprint(name, " ", i)
		}
		p.Members = append(p.Members, quiz.Member{Name: name, JoinedAt: made})
		p.Results = append(p.Results, r.Result)
		people = append(people, group.Person{Version: v, Result: r.Result, Score: r.Score})
	}
	if n > 0 {
		p.Own, p.Named = 0, group.Show(people)
	}
	return p
}

// made is when everything about groups happened.
var made = time.Date(2026, time.November, 2, 0, 0, 0, 0, time.UTC)

// players are so many people who answer as the roles do.
func players(v *quiz.Version, n int) []takerview.Reading {
	model := score.New(v)
	rng := rand.New(rand.NewPCG(4, uint64(n))) //nolint:gosec // always the same people
	var list []takerview.Reading
	for i := range n {
		answers := model.Play(i*i%len(v.Roles), rng)
		list = append(list, reading(v, func(i int, _ quiz.Question) int { return answers[i] }))
	}
	return list
}

// released is the picture of so many people.
func released(l words.Language, v *quiz.Version, n int) takerview.ReleasedGroupProps {
	var people []group.Person
	for _, r := range players(v, n) {
		people = append(people, group.Person{Version: v, Result: r.Result, Score: r.Score})
	}
	picture, err := group.Draw(people, quiz.LeastLeast)
	if err != nil {
		panic(err)
	}
	return takerview.ReleasedGroupProps{
		Key: quiz.GroupID{1},
		GroupShown: takerview.GroupShown{
			Language: l, Version: v, Own: takerview.Nobody, Picture: picture,
			Group: quiz.Group{
				Kind: quiz.Anonymous, Name: teamName, Least: quiz.LeastLeast, CreatedAt: made,
				ClosedAt: made.AddDate(0, 0, 14), EndsAt: made.AddDate(1, 0, 14), Picture: "{}",
			},
		},
	}
}

// differing has members of another version with a role more.
func differing(p takerview.GroupShown) takerview.GroupShown {
	p.Differ = true
	p.Elder = withRoles(3).Roles[2:]
	p.Named.Verdicts = slices.Insert(p.Named.Verdicts, len(p.Version.Roles), group.PeopleRow{Role: p.Elder[0].Key})
	p.Named.Dimensions = p.Named.Dimensions[:4]
	return p
}

// longNames has the longest names, of the group too.
func longNames(p takerview.GroupShown) takerview.GroupShown {
	p.Group.Name = strings.Repeat("W", quiz.MaxGroupName)
	for i := range p.Members {
		p.Members[i].Name = strings.Repeat("W", quiz.MaxName)
	}
	return p
}

func joined(p takerview.GroupShown) takerview.JoinedGroupProps {
	return takerview.JoinedGroupProps{GroupShown: p, Owner: quiz.Owner{Day: 20000}, Key: quiz.GroupID{1}}
}
