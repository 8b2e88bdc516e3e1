package admin

import (
	"slices"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// takenOut are the parts somebody had written that a form took out: roles,
// dimensions with the statements about them alone, then other statements.
func takenOut(before, after *quiz.Version) []adminview.Gone {
	var gone []adminview.Gone
	for _, r := range before.Roles {
		if !r.Unwritten() && after.RoleIndex(r.Key) < 0 {
			gone = append(gone, adminview.Gone{Name: r.Name})
		}
	}
	statements := slices.DeleteFunc(slices.Clone(before.Questions), func(q quiz.Question) bool {
		return q.StandsIn() || after.QuestionIndex(q.Key) >= 0
	})
	for _, d := range before.Dimensions {
		if d.Unwritten() || after.DimensionIndex(d.Key) >= 0 {
			continue
		}
		left := slices.DeleteFunc(slices.Clone(statements), func(q quiz.Question) bool { return q.Loads(d.Key) })
		gone = append(gone, adminview.Gone{Name: d.Name, Statements: len(statements) - len(left)})
		statements = left
	}
	for _, q := range statements {
		gone = append(gone, adminview.Gone{Name: q.Text})
	}
	return gone
}
