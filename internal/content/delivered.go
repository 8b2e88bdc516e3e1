package content

import (
	"slices"

	"whichpm/internal/quiz"
)

// formers are the hashes of what earlier releases came with. A release that
// comes with other content adds the hash of the one before.
var formers = []string{
	"59448bbc6b9840788988d139e67ca009f9ede95b6dd61f5137fcd8c16c3acb63",
}

// Descent is how a version stands to the content that this program comes with.
type Descent int

// What a version can be to that content.
const (
	Foreign Descent = iota // another quiz
	Current                // it, or made from it
	Former                 // what an earlier release came with, as it was
	Changed                // made from what an earlier release came with, and changed since
)

// DescentOf says what a version is. Of a version that was changed it goes by
// the keys of roles, dimensions and questions, and by how many questions say
// what they say now.
func DescentOf(v *quiz.Version) Descent {
	now := parsedFirst()
	switch {
	case v.Hash() == now.Hash():
		return Current
	case slices.Contains(formers, v.Hash()):
		return Former
	case !sameRoles(v, now) || !sameDimensions(v, now):
		return Foreign
	}
	known, alike := 0, 0
	for _, q := range now.Questions {
		if i := v.QuestionIndex(q.Key); i >= 0 {
			known++
			if v.Questions[i].Text == q.Text && v.Questions[i].Left == q.Left {
				alike++
			}
		}
	}
	switch half := len(now.Questions) / 2; {
	case known < half:
		return Foreign
	case alike > half:
		return Current
	}
	return Changed
}

func sameRoles(v, now *quiz.Version) bool {
	return len(v.Roles) == len(now.Roles) && !slices.ContainsFunc(now.Roles, func(r quiz.Role) bool {
		return !slices.ContainsFunc(v.Roles, func(x quiz.Role) bool { return x.Key == r.Key })
	})
}

func sameDimensions(v, now *quiz.Version) bool {
	return !slices.ContainsFunc(now.Dimensions, func(d quiz.Dimension) bool { return v.DimensionIndex(d.Key) < 0 })
}
