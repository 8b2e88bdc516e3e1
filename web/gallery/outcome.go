package gallery

import (
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/takerview"
)

func outcome() []State {
	v := published()
	leans, long := owned(reading(v, leaning), 0), owned(reading(wordy(), leaning), 0)
	typed := quiz.OutcomeForm{Role: quiz.OtherRole, Years: "two and a half", Suits: "4"}
	all := quiz.OutcomeForm{Role: v.Roles[0].Key, Years: "12", Suits: "5", Open: true}
	said := quiz.Outcome{Role: v.Roles[0].Key, Years: 12, Suits: 4}
	first := quiz.Outcome{Role: wordy().Roles[0].Key, Years: 0, Suits: 1, Open: true}
	return []State{
		{"outcome", "nothing typed", takerview.Result(saying(leans, quiz.OutcomeForm{}, false))},
		{"outcome", "typed with problems", takerview.Result(saying(leans, typed, false))},
		{"outcome", "open data offered", takerview.Result(saying(leans, all, true))},
		{"outcome", "longest role names", takerview.Result(saying(long, quiz.OutcomeForm{Role: wordy().Roles[0].Key}, true))},
		{"outcome", "said", takerview.Result(having(leans, takerview.OutcomePanel{Said: &said, Kept: true}))},
		{"outcome", "longest said", takerview.Result(having(long, takerview.OutcomePanel{Said: &first, OpenData: true}))},
		{"outcome", "removed", takerview.Result(having(leans, takerview.OutcomePanel{Removed: true}))},
		{"outcome", "something else said before", takerview.OutcomeConflict(takerview.OutcomeConflictProps{
			Version: v, Owner: leans.Owner, Kept: said, Sent: quiz.Outcome{Role: quiz.OtherRole, Years: 1, Suits: 5},
		})},
		{"outcome", "something else with longest names", takerview.OutcomeConflict(takerview.OutcomeConflictProps{
			Version: wordy(), Owner: leans.Owner, Kept: first, Sent: first,
		})},
	}
}

// saying is a refused form, with the problems the quiz finds in it.
func saying(p takerview.ResultProps, form quiz.OutcomeForm, openData bool) takerview.ResultProps {
	_, err := quiz.NewOutcome(p.Version, quiz.ResultID{}, form, p.Version.PublishedAt)
	problems, _ := err.(quiz.Problems) //nolint:errorlint // it returns nothing else
	return having(p, takerview.OutcomePanel{Form: form, Problems: problems, OpenData: openData})
}

func having(p takerview.ResultProps, panel takerview.OutcomePanel) takerview.ResultProps {
	p.Outcome = panel
	return p
}

// knowing is the owner's page once there is something to say about accuracy.
func knowing(p takerview.ResultProps, a *takerview.Accuracy) takerview.ResultProps {
	p.Accuracy = a
	return p
}

// toldUs is accuracy from a row of counts for each role of a version; without
// rows, a person in each role told.
func toldUs(v *quiz.Version, rows ...[]int64) *takerview.Accuracy {
	for len(rows) < len(v.Roles) {
		row := make([]int64, len(v.Roles)+1)
		row[0] = 1
		rows = append(rows, row)
	}
	m := insight.Matrix{Counts: rows, Other: 31, Short: 3}
	var names []string
	for _, role := range v.Roles {
		m.Roles = append(m.Roles, role.Key)
		names = append(names, role.Name)
	}
	return &takerview.Accuracy{PublicMatrix: m.Public(), Names: names, Other: m.Other, Short: m.Short, Hurried: 12}
}

func simulated(a *takerview.Accuracy) *takerview.Accuracy {
	a.Simulated = true
	return a
}

func data() []State {
	v, later := published(), published()
	later.ID = 3
	long := wordy()
	page := func(v *quiz.Version, rows int, made bool) takerview.DataProps {
		return takerview.DataProps{Version: v, Latest: 3, Rows: rows, Codebook: insight.Codebook(v), Simulated: made}
	}
	return []State{
		{"data", "many rows", takerview.Data(page(later, 1204, false))},
		{"data", "no rows", takerview.Data(page(later, 0, false))},
		{"data", "of an earlier version", takerview.Data(page(v, 5, false))},
		{"data", "simulated", takerview.Data(page(later, 90, true))},
		{"data", "longest text", takerview.Data(page(long, 7, false))},
	}
}
