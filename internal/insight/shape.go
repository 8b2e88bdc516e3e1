package insight

import (
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// Shape is what is counted about a version, and where in the sums. It never
// changes, so any number of tallies may share it. Retired questions are not
// counted.
type Shape struct {
	version   *quiz.Version
	roles     map[string]int
	cells     int // headlines
	none      int // where in Totals those are of whom no role stands out
	questions []question
	pairs     []pair
	pairAt    map[[2]int]int // questions, the smaller index first, to where in pairs
	composite []int          // questions of the composite
	complete  int            // where in Pairs the composite is
	places    *score.Places  // where answers put somebody
	spreadAt  []int          // by dimension: where in Positions; -1 does not count
	size      map[Part]int
}

// pair is two questions that share a dimension.
type pair struct{ i, j, at int }

// NewShape works out what is counted about a version that Validate found no
// problem in.
func NewShape(v *quiz.Version) *Shape {
	s := &Shape{version: v, roles: map[string]int{}, pairAt: map[[2]int]int{}, size: map[Part]int{}}
	for r, role := range v.Roles {
		s.roles[role.Key] = r
	}
	s.cells = 1 + len(namingVerdicts)*len(v.Roles)
	for q := range v.Questions {
		s.questions = append(s.questions, newQuestion(v, q))
	}
	s.none = totalsDurations + s.cells + len(durationsFrom) // 1 for n, 1 for the answers
	s.size[Totals] = s.none
	if len(v.Roles) > two {
		s.size[Totals] += len(v.Roles)
	}
	s.placeItems()
	s.placePairs()
	s.placeOutcomes()
	s.placePositions()
	return s
}

// two roles are always within reach of each other: one stands out, or both do.
const two = 2

// Totals holds: how many results, how many answers, headlines, durations, and
// by the role that is ahead how many of the balanced ones name nobody. That
// stands at the end, and not among the headlines, because sums of before the
// program knew it end there.
const (
	totalsN         = 0
	totalsAnswered  = 1
	totalsHeadlines = 2
	totalsDurations = 2 // plus the headlines
)

// placeItems gives each question: how often asked; option counts by headline;
// those among the first half of a quiz; of pairs those turned; of scenes the
// place shown; option counts by bin of the lean.
func (s *Shape) placeItems() {
	at := 0
	for q := range s.questions {
		it := &s.questions[q]
		if it.retired {
			continue
		}
		it.asked = at
		it.byHeadline = it.asked + 1
		it.early = it.byHeadline + s.cells*it.options
		it.shown = it.early + it.options
		it.byLean = it.shown
		if it.kind.Arrangement() != quiz.Fixed {
			it.byLean += it.options
		}
		at = it.byLean + leanBins*it.options
	}
	s.size[Items] = at
}

// placePairs gives each two questions of a dimension their joint counts, then
// the composite: n, ΣT, ΣT² and by question Σx, Σx².
func (s *Shape) placePairs() {
	at := 0
	for j := range s.questions {
		for i := range j {
			if s.share(i, j) {
				s.pairAt[[2]int{i, j}] = len(s.pairs)
				s.pairs = append(s.pairs, pair{i, j, at})
				at += s.questions[i].options * s.questions[j].options
			}
		}
		if s.questions[j].composite != nil {
			s.composite = append(s.composite, j)
		}
	}
	s.complete = at
	s.size[Pairs] = at + 3 + 2*len(s.composite)
}

// share reports whether two questions say something about the same dimension.
func (s *Shape) share(i, j int) bool {
	for d := range s.version.Dimensions {
		if s.questions[i].y[d] != nil && s.questions[j].y[d] != nil {
			return true
		}
	}
	return false
}

// placeOutcomes counts headlines by reported job (the roles, then other) and
// by under a year or longer; then, of a year or longer in a role, the options
// of each question.
func (s *Shape) placeOutcomes() {
	at := (len(s.roles) + 1) * 2 * s.cells
	for q := range s.questions {
		if it := &s.questions[q]; !it.retired {
			it.reported = at
			at += len(s.roles) * it.options
		}
	}
	s.size[Outcomes] = at
}

// namingVerdicts are those that have a top role.
var namingVerdicts = []quiz.Verdict{quiz.Balanced, quiz.Leaning, quiz.Clear}

// headline is the cell of a verdict; false for a verdict or role that the
// version does not have. Where no role stands out, that is a balanced verdict
// which names nobody.
func (s *Shape) headline(v quiz.Verdict, top string) (int, bool) {
	switch {
	case v == quiz.NotEnough:
		return 0, true
	case v == quiz.NoneStandsOut && len(s.roles) > two:
		v = quiz.Balanced
	}
	role, ok := s.roles[top]
	for i, naming := range namingVerdicts {
		if v == naming && ok {
			return s.cellOf(i, role), true
		}
	}
	return 0, false
}

func (s *Shape) cellOf(verdict, role int) int { return 1 + verdict*len(s.roles) + role }

// headlines lists them by cell.
func (s *Shape) headlines() []Headline {
	list := []Headline{{quiz.NotEnough, -1}}
	for _, verdict := range namingVerdicts {
		for role := range len(s.roles) {
			list = append(list, Headline{verdict, role})
		}
	}
	return list
}

// reportedCell is where headlines of a reported job begin.
func (s *Shape) reportedCell(job int, experienced bool) int {
	at := 2 * job
	if experienced {
		at++
	}
	return at * s.cells
}
