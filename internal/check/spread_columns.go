package check

import (
	"math"
	"slices"
)

// columns turns pairs and moves ways to act until no column of options leads to
// a role: each time what helps most, and where nothing helps alone, two at once.
func (w *spreading) columns() {
	c := newCrossing(newSubject(w.v))
	for !c.even() {
		found := c.best(1) || c.best(2) //nolint:mnd // at once
		if !found {
			break
		}
	}
	for _, q := range c.s.live {
		for _, step := range c.steps(q) {
			w.do(step)
		}
	}
}

// crossing is in which order the options of each question stand. In another
// order a column holds other answers, which are scored as the version is.
type crossing struct {
	s     *subject
	fair  []float64
	order map[int][]int // by question: which option stands at each place
	count int           // of columns
	work  int           // done so far
}

func newCrossing(s *subject) *crossing {
	c := &crossing{s: s, fair: s.fair(s.middle()), order: map[int][]int{}, count: len(s.columns())}
	for _, q := range s.live {
		for option := range s.Questions[q].Options {
			c.order[q] = append(c.order[q], option)
		}
	}
	return c
}

// mostWork bounds how long is searched: about half a second.
const mostWork = 5_000_000

// offs are how far each column moves a role at most.
func (c *crossing) offs() []float64 {
	offs := make([]float64, c.count)
	for column := range offs {
		a := c.s.NoAnswers()
		for q, order := range c.order {
			a[q] = order[min(column, len(order)-1)]
		}
		c.work += scoringWork(c.s.Version)
		_, offs[column] = mostUnfair(c.s.score(c.s.leveled, a).Posterior, c.fair)
	}
	return offs
}

func (c *crossing) even() bool {
	return !slices.ContainsFunc(c.offs(), func(off float64) bool { return math.Abs(off) > columnMargin })
}

func (c *crossing) uneven() float64 {
	sum := 0.0
	for _, off := range c.offs() {
		sum += off * off
	}
	return sum
}

// turning is a question in another order.
type turning struct {
	q     int
	order []int
}

// best takes so many turnings at once that help most, and reports whether any
// help.
func (c *crossing) best(at int) bool {
	all := c.turnings()
	least, chosen := c.uneven()*(1-worthwhile), []turning(nil)
	try := func(t ...turning) {
		if c.work > mostWork {
			return
		}
		was := make([][]int, len(t))
		for i, x := range t {
			was[i], c.order[x.q] = c.order[x.q], x.order
		}
		if now := c.uneven(); now < least {
			least, chosen = now, slices.Clone(t)
		}
		for i, x := range t {
			c.order[x.q] = was[i]
		}
	}
	for i, one := range all {
		if at == 1 {
			try(one)
			continue
		}
		for _, other := range all[i+1:] {
			if one.q != other.q {
				try(one, other)
			}
		}
	}
	for _, t := range chosen {
		c.order[t.q] = t.order
	}
	return len(chosen) > 0
}

// worthwhile is the part of what is uneven that a step has to take away.
const worthwhile = 0.01

// turnings are those that the questions allow.
func (c *crossing) turnings() []turning {
	var all []turning
	for _, q := range c.s.live {
		now := c.order[q]
		switch kind := c.s.Questions[q].Kind; {
		case kind.Sides():
			turned := slices.Clone(now)
			slices.Reverse(turned)
			all = append(all, turning{q, turned})
		case !kind.Scale():
			for from := range now {
				for to := range now {
					if from != to && from != to+1 { // two neighbours change places either way
						all = append(all, turning{q, movedTo(now, from, to)})
					}
				}
			}
		}
	}
	return all
}

// steps lead to the order in which a question stands now.
func (c *crossing) steps(q int) []Step {
	x, order := c.s.Questions[q], c.order[q]
	now := make([]int, len(order))
	for place := range now {
		now[place] = place
	}
	if slices.Equal(now, order) {
		return nil
	}
	if x.Kind.Sides() {
		return []Step{{Act: Turn, Question: x.Key}}
	}
	for from := range now {
		for to := range now {
			if slices.Equal(movedTo(now, from, to), order) {
				return []Step{{Act: Shift, Question: x.Key, Option: from, To: to}}
			}
		}
	}
	var steps []Step
	for to, option := range order {
		if from := slices.Index(now, option); from != to {
			steps = append(steps, Step{Act: Shift, Question: x.Key, Option: from, To: to})
			now = movedTo(now, from, to)
		}
	}
	return steps
}

// movedTo is an order in which what stands at one place stands at another.
func movedTo(order []int, from, to int) []int {
	order = slices.Clone(order)
	moved := order[from]
	return slices.Insert(slices.Delete(order, from, from+1), to, moved)
}
