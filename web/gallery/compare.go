package gallery

import (
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/takerview"
)

func compare() []State {
	v := published()
	one, other := reading(v, towards(1)), reading(v, towards(-1))
	leans, few := reading(v, leaning), reading(v, only(9))
	return []State{
		{"compare", "two who differ", takerview.Compare(comparing([]string{"Ada", "Ben"}, one, other))},
		{"compare", "two alike", takerview.Compare(comparing([]string{"Ada", ""}, leans, leans))},
		{"compare", "six", takerview.Compare(comparing([]string{"Ada", "", strings.Repeat("W", quiz.MaxName), "ליאורה", "Eve", "Finn"}, one, other, leans, few, one, reading(v, firstOption)))},
		{"compare", "different versions", takerview.Compare(comparing([]string{"Ada", "Ben"}, one, reading(withRoles(3), towards(-1))))},
		{"compare", "longest text", takerview.Compare(comparing([]string{"Ada", "Ben"}, reading(wordy(), towards(1)), reading(wordy(), towards(-1))))},
		{"compare", "form", takerview.CompareForm(takerview.CompareFormProps{})},
		{"compare", "form refused", takerview.CompareForm(takerview.CompareFormProps{
			Links:    []string{"https://quiz.example/r/TiAAAAAAAAAAAAAAAAAAAAAA", "hello"},
			Problems: quiz.Problems{{Field: takerview.LinkField(1), Message: "Paste the full share link"}},
		})},
		{"since", "much changed", takerview.Since(since(other, one))},
		{"since", "nothing changed", takerview.Since(since(leans, leans))},
		{"since", "longest text", takerview.Since(since(reading(wordy(), towards(-1)), reading(wordy(), towards(1))))},
		{"since", "another version", takerview.Since(since(few, reading(withRoles(3), leaning)))},
	}
}

func comparing(names []string, readings ...takerview.Reading) takerview.CompareProps {
	p := takerview.CompareProps{
		Link:  "https://quiz.example/compare/TiAAAAAAAAAAAAAAAAAAAAAA/TiAAAAAAAAAAAAAAAAAAAAAB",
		Image: "https://quiz.example/compare/TiAAAAAAAAAAAAAAAAAAAAAA/TiAAAAAAAAAAAAAAAAAAAAAB/card.en.png",
	}
	var people []score.Person
	for i, r := range readings {
		r.Version.ID += int64(len(r.Version.Roles) - 2) // another content is another version
		p.People = append(p.People, takerview.ComparedPerson{Reading: r, Share: quiz.Share{Name: names[i], Scope: quiz.ScopeProfile, ID: quiz.ShareID{byte(i)}}})
		people = append(people, score.Person{Version: r.Version, Result: r.Score})
	}
	p.Apart = score.Compare(people)
	return p
}

func since(then, now takerview.Reading) takerview.SinceProps {
	now.Result.FinishedAt = then.Result.FinishedAt.Add(90 * 24 * time.Hour)
	if len(now.Version.Roles) > 2 {
		now.Version.ID = 4
	}
	return takerview.SinceProps{
		Owner: quiz.Owner{Day: 20000}, Then: then, Now: now,
		Apart: score.Compare([]score.Person{{Version: then.Version, Result: then.Score}, {Version: now.Version, Result: now.Score}}),
	}
}
