package insight

import (
	"slices"
	"time"

	"whichpm/internal/quiz"
)

// durationsFrom are where the buckets of durations begin.
var durationsFrom = [...]time.Duration{
	0, time.Minute, 2 * time.Minute, 3 * time.Minute,
	5 * time.Minute, 8 * time.Minute, 12 * time.Minute, 20 * time.Minute,
}

func (t *Tally) addTotals(r quiz.Result, cell int) {
	sums := t.part(Totals)
	sums[totalsN]++
	for _, option := range t.answers {
		if option >= 0 {
			sums[totalsAnswered]++
		}
	}
	sums[totalsHeadlines+cell]++
	bucket := len(durationsFrom) - 1
	for bucket > 0 && r.Duration < durationsFrom[bucket] {
		bucket--
	}
	sums[totalsDurations+t.shape.cells+bucket]++
	if r.Verdict == quiz.NoneStandsOut {
		sums[t.shape.none+t.shape.roles[r.Top]]++
	}
}

func (t *Tally) addItems(r quiz.Result, cell int) {
	sums, asked := t.part(Items), len(r.Asked)/2
	lean, leans := t.shape.lean(r, cell)
	for q := range t.shape.questions {
		it := &t.shape.questions[q]
		if it.retired || t.place[q] < 0 {
			continue
		}
		sums[it.asked]++
		if t.answers[q] < 0 {
			continue
		}
		option := int(t.answers[q])
		sums[it.byHeadline+cell*it.options+option]++
		if 2*int(t.place[q]) < asked {
			sums[it.early+option]++
		}
		t.addShown(sums, r.Shuffle, q)
		if leans {
			sums[it.byLean+lean*it.options+option]++
		}
	}
}

// addShown counts, of a pair with its sides turned, the option; of a scene the
// place where the chosen option was listed.
func (t *Tally) addShown(sums []int64, shuffle quiz.Shuffle, q int) {
	it := &t.shape.questions[q]
	if it.kind.Arrangement() == quiz.Fixed {
		return
	}
	option := int(t.answers[q])
	order := shuffle.Order(t.shape.version.Questions[q])
	if it.kind.Arrangement() == quiz.Turned {
		if order[0] != 0 {
			sums[it.shown+option]++
		}
		return
	}
	sums[it.shown+slices.Index(order, option)]++
}

// leanBins are how finely verdicts are told apart, from the second role to
// the first.
const leanBins = 20

// lean is the bin of a verdict between the second role, 0, and the first, 1.
// With two roles it is P(first role). With more, only results led by one of
// these two have a place: ½ ± ½·(P(top) − 1/N)/(1 − 1/N).
func (s *Shape) lean(r quiz.Result, cell int) (int, bool) {
	role := s.roles[r.Top]
	if cell == 0 || role > 1 {
		return 0, false
	}
	least := 1 / float64(len(s.roles))
	half := max(r.Probability-least, 0) / (1 - least) / 2
	if role == 1 {
		half = -half
	}
	return min(int((0.5+half)*leanBins), leanBins-1), true
}

func (t *Tally) addPairs() {
	sums := t.part(Pairs)
	for _, p := range t.shape.pairs {
		i, j := int(t.answers[p.i]), int(t.answers[p.j])
		if i >= 0 && j >= 0 {
			sums[p.at+i*t.shape.questions[p.j].options+j]++
		}
	}
	total := int64(0)
	for _, q := range t.shape.composite {
		if t.answers[q] < 0 {
			return
		}
		total += t.shape.questions[q].composite[t.answers[q]]
	}
	sums = sums[t.shape.complete:]
	sums[0]++
	sums[1] += total
	sums[2] += total * total
	for i, q := range t.shape.composite {
		x := t.shape.questions[q].composite[t.answers[q]]
		sums[3+2*i] += x
		sums[4+2*i] += x * x
	}
}

func (t *Tally) addOutcome(job int, experienced bool, cell int) {
	sums := t.part(Outcomes)
	sums[t.shape.reportedCell(job, experienced)+cell]++
	if !experienced || job == len(t.shape.roles) {
		return
	}
	for q := range t.shape.questions {
		it := &t.shape.questions[q]
		if !it.retired && t.answers[q] >= 0 {
			sums[it.reported+job*it.options+int(t.answers[q])]++
		}
	}
}
