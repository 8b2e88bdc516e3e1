package server_test

import (
	"fmt"
	"testing"

	"whichpm/internal/check"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// Two statements for each end are what the step says will do.
func TestWithTwoStatementsForEachEndThePlacesPassTheChecks(t *testing.T) {
	for _, size := range []struct{ roles, dimensions int }{{2, 1}, {2, 3}, {3, 2}, {3, 3}, {6, 4}} {
		v := content.Empty()
		for _, name := range []string{"Oak", "Elm", "Ash", "Fir", "Yew", "Bay"}[:size.roles] {
			key, err := v.AddRole(name)
			if err != nil {
				t.Fatal(err)
			}
			v.Roles[v.RoleIndex(key)].Content.Summary = "Something."
		}
		for d := range size.dimensions {
			key, err := v.AddDimension(fmt.Sprintf("Dimension %c", 'a'+d))
			if err != nil {
				t.Fatal(err)
			}
			place(v, key, d)
		}
		v.Title = "A quiz"
		v.DropStandIns()
		for _, f := range check.Version(v).Findings {
			if f.Severity == check.Error {
				t.Errorf("%d roles on %d dimensions: %s, %s", size.roles, size.dimensions, f.Field, f.What)
			}
		}
	}
}

// place puts the roles at the ends of a dimension, no two of them alike, and
// asks about it.
func place(v *quiz.Version, dimension string, d int) {
	v.Dimensions[v.DimensionIndex(dimension)].Positive = "One end of " + dimension
	v.Dimensions[v.DimensionIndex(dimension)].Negative = "The other of " + dimension
	for r := range v.Roles {
		mean := adminview.Places[0]
		if (r>>d)%2 == 0 {
			mean = -mean
		}
		v.Roles[r].Profile[dimension] = quiz.Profile{Mean: mean, Spread: 1, SE: .25, Weight: 1, Source: "a guess"}
	}
	for n := range 4 {
		q := quiz.Question{
			Key: fmt.Sprintf("%s_%d", dimension, n), Kind: quiz.Agree, Strength: 1, Text: fmt.Sprintf("I like %s %d.", dimension, n),
			Options: quiz.StatementFor(dimension, n%2 == 0, quiz.Agree.Labels()),
		}
		v.Questions = append(v.Questions, q)
	}
}
