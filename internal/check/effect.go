package check

import (
	"cmp"
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// Headline is what a result says first. Role is "" when the verdict names none.
type Headline struct {
	Verdict quiz.Verdict
	Role    string
}

// Effect is what a draft would change for people who have finished.
type Effect struct {
	Compared int     // results scored with both
	Skipped  int     // results of a version that is not known
	Changed  int     // of the compared ones, those with another headline
	Traced   int     // of the changed ones, the newest, whose causes were looked for; 0 if too much is changed
	Causes   []Cause // what those come from, the largest first
	Moves    []Move  // from which headline to which, the most frequent first
}

// Cause is a part of the draft and how many of the changed results it alone
// accounts for: put back as it is live, they have their old headline again.
// Causes that only work together count for none, and one result may have two.
type Cause struct {
	Field   string // "questions.h1", "roles" or "settings"
	Changed int
}

// Move counts results that go from one headline to another.
type Move struct {
	From, To Headline
	Count    int
}

// EffectOf scores results as the live version does and as the draft would.
// Answers are carried over by question key and option (see mapping); one whose
// question or option is gone counts as skipped. versions returns the version a
// result was answered on, or nil.
func EffectOf(live, draft *quiz.Version, results []quiz.Result, versions func(int64) *quiz.Version) Effect {
	var e Effect
	was, is := newScorer(live), newScorer(draft)
	moves := map[Move]int{}
	var changed []comparison
	known := map[int64]*quiz.Version{}
	for _, r := range results {
		if _, asked := known[r.Version]; !asked {
			known[r.Version] = versions(r.Version)
		}
		c, ok := comparisonOf(r, known[r.Version])
		if !ok {
			e.Skipped++
			continue
		}
		e.Compared++
		c.before = was.headline(c)
		if after := is.headline(c); after != c.before {
			moves[Move{From: c.before, To: after}]++
			changed = append(changed, c)
		}
	}
	e.Changed = len(changed)
	for move, n := range moves {
		move.Count = n
		e.Moves = append(e.Moves, move)
	}
	slices.SortFunc(e.Moves, func(a, b Move) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.From.Verdict, b.From.Verdict), cmp.Compare(a.From.Role, b.From.Role),
			cmp.Compare(a.To.Verdict, b.To.Verdict), cmp.Compare(a.To.Role, b.To.Role))
	})
	e.trace(live, draft, changed)
	return e
}

// comparison is a result on the way through two versions.
type comparison struct {
	of      *quiz.Version
	answers quiz.Answers
	before  Headline
}

func comparisonOf(r quiz.Result, v *quiz.Version) (comparison, bool) {
	if v == nil || r.Deleted {
		return comparison{}, false
	}
	answers, err := v.AnswersFromText(r.Answers)
	return comparison{of: v, answers: answers}, err == nil
}

// scorer scores the answers to other versions with its own.
type scorer struct {
	version  *quiz.Version
	model    *score.Model
	mappings map[*quiz.Version]mapping
}

func newScorer(v *quiz.Version) scorer {
	return scorer{v, score.New(v), map[*quiz.Version]mapping{}}
}

func (s scorer) headline(c comparison) Headline {
	m, known := s.mappings[c.of]
	if !known {
		m = newMapping(c.of, s.version)
		s.mappings[c.of] = m
	}
	r := s.model.Score(m.carry(c.answers, s.version))
	h := Headline{Verdict: r.Verdict}
	if r.Verdict.NamesRole() {
		h.Role = s.version.Roles[r.Top].Key
	}
	return h
}

// mostTraced bounds how often results are scored to find causes: changed
// results times parts put back. Where a scoring takes long, workTraced does, and
// workPutBack bounds the parts.
const (
	mostTraced  = 10_000
	workTraced  = 20_000_000
	workPutBack = 3_600_000
)

// trace puts back one part after another and scores changed results again. If
// the parts of a large quiz are too many to be tried, it looks for no causes.
func (e *Effect) trace(live, draft *quiz.Version, changed []comparison) {
	if len(changed) == 0 {
		return
	}
	parts := putBack(live, draft)
	if len(parts)*modelWork(draft) > workPutBack {
		return
	}
	scorings := min(mostTraced, workTraced/scoringWork(draft))
	e.Traced = min(len(changed), max(scorings/max(len(parts), 1), 1))
	for field, v := range parts {
		s, n := newScorer(v), 0
		for _, c := range changed[:e.Traced] {
			if s.headline(c) == c.before {
				n++
			}
		}
		if n > 0 {
			e.Causes = append(e.Causes, Cause{field, n})
		}
	}
	slices.SortFunc(e.Causes, func(a, b Cause) int {
		return cmp.Or(cmp.Compare(b.Changed, a.Changed), cmp.Compare(a.Field, b.Field))
	})
}
