package simulate

import (
	"math"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// bins is how many steps of confidence the calibration is looked at in.
const bins = 10

// group is what takers were told.
type group struct {
	takers   int
	verdicts map[quiz.Verdict]int
	first    float64 // Σ P of the first role
	asked    int     // Σ questions that count
}

func newGroup() group { return group{verdicts: map[quiz.Verdict]int{}} }

func (g *group) add(r score.Result, asked int) {
	g.takers++
	g.verdicts[r.Verdict]++
	g.first += r.Posterior[0]
	g.asked += asked
}

func (g *group) merge(u group) {
	g.takers += u.takers
	for verdict, n := range u.verdicts {
		g.verdicts[verdict] += n
	}
	g.first += u.first
	g.asked += u.asked
}

func (g *group) per(sum float64) float64 { return sum / float64(max(g.takers, 1)) }

// tally counts takers. Tallies are added up in a fixed order, so that sums of
// fractions come out the same to the last digit.
type tally struct {
	full, short group // short: of those who were played through it too

	mirrorError float64 // largest

	right  int     // takers whose top role is theirs
	brier  float64 // Σ
	bin    [bins]bin
	early  int // short forms that stopped before the end
	agree  int // short forms with the top role of the full form
	shortR int // short forms whose top role is theirs
}

// bin is the takers the scoring is about equally sure of.
type bin struct {
	takers, right int
	sure          float64 // Σ P of the top role
}

func newTally() tally { return tally{full: newGroup(), short: newGroup()} }

// mirror compares two roles only: a taker between more has no mirror image.
func (t *tally) mirror(before, after []float64) {
	if len(after) == 2 {
		t.mirrorError = max(t.mirrorError, math.Abs(before[0]-after[1]))
	}
}

// judge compares a result with the role the taker was drawn from. The Brier
// score is half the squared distance of P from the truth, which for two roles
// is the usual one.
func (t *tally) judge(r score.Result, role int) {
	for k, p := range r.Posterior {
		miss := p
		if k == role {
			miss = 1 - p
		}
		t.brier += miss * miss / 2
	}
	p := r.Posterior[r.Top]
	b := &t.bin[min(int(p*bins), bins-1)]
	b.takers++
	b.sure += p
	if r.Top == role {
		t.right++
		b.right++
	}
}

func (t *tally) compare(full, short score.Result, role, asked, most int) {
	t.early += one(asked < most)
	t.agree += one(short.Top == full.Top)
	t.shortR += one(short.Top == role)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (t *tally) merge(u tally) {
	t.full.merge(u.full)
	t.short.merge(u.short)
	t.mirrorError = max(t.mirrorError, u.mirrorError)
	t.right += u.right
	t.brier += u.brier
	for i, b := range u.bin {
		t.bin[i].takers += b.takers
		t.bin[i].right += b.right
		t.bin[i].sure += b.sure
	}
	t.early += u.early
	t.agree += u.agree
	t.shortR += u.shortR
}

// calibrationError is the expected calibration error (ECE) of the top role:
// by how much, on average over takers, the share that was right differs from
// how sure the scoring was, in bins of a tenth.
func (t *tally) calibrationError() float64 {
	sum := 0.0
	for _, b := range t.bin {
		sum += math.Abs(b.sure - float64(b.right))
	}
	return sum / float64(max(t.full.takers, 1))
}
