package taker

import (
	"net/url"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/takerview"
)

// whatIf scores the answers again with the marked dimensions counting twice.
// Problems name the boxes; an unknown dimension is one.
func (ed *edition) whatIf(query url.Values, answers quiz.Answers) takerview.WhatIf {
	tried := takerview.WhatIf{Marked: query["matter"]}
	if len(tried.Marked) == 0 {
		return tried
	}
	var marked []int
	for _, key := range tried.Marked {
		i := ed.DimensionIndex(key)
		if i < 0 || !ed.Scored(key) {
			tried.Problems = quiz.Problems{{Field: "matter", Message: "Mark dimensions from the list", Code: "matter"}}
			return tried
		}
		marked = append(marked, i)
	}
	if len(marked) > score.MostMatter {
		tried.Problems = quiz.Problems{quiz.NewProblem("matter", "matter_many", "Mark at most %d dimensions", "n", score.MostMatter)}
		return tried
	}
	s := ed.model.Matter(marked...).Score(answers)
	tried.Score = &s
	return tried
}
