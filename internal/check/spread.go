package check

import (
	"math"
	"slices"

	"whichpm/internal/quiz"
)

// Act is what a step does to one question.
type Act string

// The acts. Only the first asks for another wording.
const (
	Mirror Act = "mirror"   // a statement says the opposite, and is keyed for it
	Turn   Act = "turn"     // the sides of a pair change places
	Shift  Act = "move"     // a way to act goes to another place
	Weigh  Act = "strength" // a statement counts more or less
)

// Step is one edit of a draft that spreads its keying.
type Step struct {
	Act      Act
	Question string
	Option   int     // that moves, from 0
	To       int     // its new place
	Strength float64 // that is set
}

// On makes the edit. Text is the new wording of a statement that is mirrored.
func (s Step) On(v *quiz.Version, text string) error {
	switch s.Act { //exhaustive:enforce
	case Mirror:
		return v.Mirror(s.Question, text)
	case Turn:
		return v.TurnSides(s.Question)
	case Shift:
		return v.MoveOption(s.Question, s.Option, s.To)
	case Weigh:
		return v.SetStrength(s.Question, s.Strength)
	}
	return quiz.ErrNotFound
}

// Spread says how the keying of a version can be spread, so that neither
// agreeing to everything nor a column of options leads to a role, and which
// errors that leaves. It does nothing where these checks find no error.
func Spread(v *quiz.Version) (steps []Step, left []Finding) {
	if len(v.Validate()) > 0 {
		return nil, nil
	}
	w := &spreading{v: v.Clone()}
	found := w.errors()
	if len(found) == 0 {
		return nil, nil
	}
	if slices.ContainsFunc(found, func(f Finding) bool { return f.Check != "straight_columns" }) {
		for _, d := range v.Dimensions {
			w.even(d.Key)
		}
	}
	w.columns()
	return w.steps, w.errors()
}

// spreading is a version on which steps are tried.
type spreading struct {
	v     *quiz.Version
	steps []Step
}

// errors are those of the checks that a spread keying satisfies.
func (w *spreading) errors() []Finding {
	s, r := newSubject(w.v), Report{}
	for _, c := range checks {
		if slices.Contains(keyingChecks, c.heading) {
			r.add(c.heading, c.run(s))
		}
	}
	return slices.DeleteFunc(r.Findings, func(f Finding) bool { return f.Severity != Error })
}

func (w *spreading) do(s Step) {
	text := ""
	if s.Act == Mirror { // its wording is not known yet, and no check of these reads it
		text = w.v.Questions[w.v.QuestionIndex(s.Question)].Text
	}
	if s.On(w.v, text) == nil {
		w.steps = append(w.steps, s)
	}
}

// weighed is a statement that speaks for an end of that dimension and for no other.
type weighed struct {
	key      string
	strength float64
	toll     float64 // of agreeing to it: above 0 towards the first end
}

// statements are those about one dimension alone, and what agreeing to all
// statements adds up to on it. How an answer counts is its strength times its
// loading, so that agreeing to everything is the middle where these add up to 0.
func (w *spreading) statements(dimension string) (own []weighed, toll float64) {
	for _, q := range w.v.Questions {
		if q.Retired || q.Strength == 0 || !q.Kind.Statement() {
			continue
		}
		agree := q.Options[len(q.Options)-1].Loadings
		x := q.Strength * agree[dimension]
		toll += x
		if x != 0 && len(nonZero(q.Options[len(q.Options)-1])) == 1 {
			own = append(own, weighed{q.Key, q.Strength, x})
		}
	}
	return own, toll
}

// even has agreeing to all statements about a dimension come to its middle. It
// mirrors statements of the end that has too much, as many as that has room for;
// what is left goes into the strengths.
func (w *spreading) even(dimension string) {
	for range w.v.Questions {
		own, toll := w.statements(dimension)
		heavy, light := bySide(own, toll)
		q := toMirror(heavy, math.Abs(toll))
		switch {
		case math.Abs(toll) <= roundedBy:
			return
		case q != nil:
			w.do(Step{Act: Mirror, Question: q.key})
		case len(light) > 0:
			w.weigh(heavy, math.Abs(toll))
			return
		default: // nothing speaks for the other end, and one statement cannot do both
			return
		}
	}
}

// toMirror is the statement that counts most of those whose other end does not
// get too much in turn; of two as good the later one, which has fewer results.
func toMirror(heavy []weighed, tooMuch float64) (best *weighed) {
	for i, q := range heavy {
		if x := math.Abs(q.toll); 2*x <= tooMuch+roundedBy && (best == nil || x >= math.Abs(best.toll)) {
			best = &heavy[i]
		}
	}
	return best
}

// bySide parts statements into those that speak for the end which has too much,
// and the others.
func bySide(own []weighed, toll float64) (heavy, light []weighed) {
	for _, q := range own {
		if q.toll*toll > 0 {
			heavy = append(heavy, q)
		} else {
			light = append(light, q)
		}
	}
	return heavy, light
}

// leastStrength is what a statement keeps at least when others make up for it.
const leastStrength = 0.05

// weigh has statements count less, all in proportion, by so much together. What
// rounding to two digits leaves goes to the one that counts most.
func (w *spreading) weigh(heavy []weighed, less float64) {
	sum, largest := 0.0, 0
	for i, q := range heavy {
		sum += math.Abs(q.toll)
		if math.Abs(q.toll) > math.Abs(heavy[largest].toll) {
			largest = i
		}
	}
	share := (sum - less) / sum
	if share <= 0 {
		return
	}
	to, got := make([]float64, len(heavy)), 0.0
	for i, q := range heavy {
		to[i] = max(twoDigits(q.strength*share), leastStrength)
		got += math.Abs(q.toll) / q.strength * to[i]
	}
	per := math.Abs(heavy[largest].toll) / heavy[largest].strength
	to[largest] = max(twoDigits(to[largest]+(sum-less-got)/per), leastStrength)
	for i, q := range heavy {
		if to[i] != q.strength {
			w.do(Step{Act: Weigh, Question: q.key, Strength: to[i]})
		}
	}
}

func twoDigits(x float64) float64 { return math.Round(100*x) / 100 }
