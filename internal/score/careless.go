package score

import (
	"slices"

	"whichpm/internal/quiz"
)

// Signs of hurry (docs/scoring.md, "Careless answers").
const (
	longRun        = 8 // statements in a row answered in the same column
	fastPace       = 6 // quarter seconds: a median under 1.5 s a question
	contradictions = 4 // dimensions whose opposite statements got the same extreme
)

// Hurried reports whether the answers look clicked through. Such a result is
// shown like any other and stays out of statistics.
func Hurried(v *quiz.Version, j quiz.Journey) bool {
	return longestRun(v, j) >= longRun || fast(j) || contradicted(v, j) >= contradictions
}

// longestRun counts statements only: what a taker sees as a column of a pair
// or a scene differs from taker to taker. A column of scales with different
// numbers of steps is the same share of the way across.
func longestRun(v *quiz.Version, j quiz.Journey) int {
	longest, run := 0, 0
	column := [2]int{quiz.NoAnswer, 1} // steps from the first, of how many
	for _, s := range j.Steps {
		option, q := s.Answer.Option(), v.Questions[s.Question]
		if option == quiz.NoAnswer || !q.Kind.Statement() {
			continue
		}
		if last := len(q.Options) - 1; option*column[1] != column[0]*last {
			run, column = 0, [2]int{option, last}
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// fast compares twice the median, which is whole for any number of steps.
func fast(j quiz.Journey) bool {
	var paces []int
	for _, s := range j.Steps {
		if s.Answer.Option() != quiz.NoAnswer {
			paces = append(paces, int(s.Pace))
		}
	}
	n := len(paces)
	if n == 0 {
		return false
	}
	slices.Sort(paces)
	return paces[(n-1)/2]+paces[n/2] < 2*fastPace
}

// contradicted counts the dimensions with statements keyed both ways that all
// got the same extreme answer.
func contradicted(v *quiz.Version, j quiz.Journey) int {
	type seen struct {
		towards, away          bool // a statement keyed this way was answered
		first, last, inBetween bool // steps that were chosen
	}
	dimensions := map[string]*seen{}
	for _, s := range j.Steps {
		q, option := v.Questions[s.Question], s.Answer.Option()
		if !q.Kind.Statement() || option == quiz.NoAnswer {
			continue
		}
		for d, loading := range q.Options[len(q.Options)-1].Loadings {
			if dimensions[d] == nil {
				dimensions[d] = &seen{}
			}
			s, last := dimensions[d], len(q.Options)-1
			s.towards, s.away = s.towards || loading > 0, s.away || loading < 0
			s.first, s.last = s.first || option == 0, s.last || option == last
			s.inBetween = s.inBetween || 0 < option && option < last
		}
	}
	n := 0
	for _, d := range dimensions {
		if d.towards && d.away && !d.inBetween && d.first != d.last {
			n++
		}
	}
	return n
}
