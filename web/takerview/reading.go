// Package takerview holds the public pages. A view shows what it is given: it
// knows no request, no clock and no store.
package takerview

import (
	"fmt"
	"math"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/ui"
)

// Reading is a stored result with what explains it.
type Reading struct {
	Version *quiz.Version
	Result  quiz.Result
	Answers quiz.Answers
	Score   score.Result
	Changes []score.Change // the fewest that would turn the verdict, nil if none could
	Same    float64        // share of similar question sets that name the same role
	Newer   bool           // a newer version is published
}

// Role returns the role the stored verdict names or leans to.
func (r Reading) Role() quiz.Role {
	for _, role := range r.Version.Roles {
		if role.Key == r.Result.Top {
			return role
		}
	}
	return r.Version.Roles[r.Score.Top]
}

// Other returns the role that came second to the one the verdict names.
func (r Reading) Other() quiz.Role {
	if second := r.Version.Roles[r.Score.Second]; second.Key != r.Result.Top {
		return second
	}
	return r.Version.Roles[r.Score.Top]
}

// who is the person a page speaks of: "" is the reader.
type who string

const stranger who = "this person"

// Headline is the verdict in one sentence.
func (r Reading) Headline(of who) string {
	role := r.Role().Name
	switch r.Result.Verdict {
	case quiz.Clear:
		return fmt.Sprintf("%s fits how %s to work", role, of.verb("you like", "likes"))
	case quiz.Leaning:
		return of.starting("You lean", "leans") + " to " + ui.Inside(role)
	case quiz.Balanced:
		return fmt.Sprintf("%s and %s would both suit %s", role, ui.Inside(r.Other().Name), of.object())
	}
	return "There are not enough answers for a verdict"
}

func (w who) verb(you, third string) string {
	if w == "" {
		return you
	}
	return string(w) + " " + third
}

// starting is verb at the start of a sentence. Names keep their spelling.
func (w who) starting(you, third string) string {
	if w == stranger {
		return "This person " + third
	}
	return w.verb(you, third)
}

func (w who) object() string {
	if w == "" {
		return "you"
	}
	return string(w)
}

// verdictTag is the verdict in one or two words.
func verdictTag(v quiz.Verdict) string {
	switch v {
	case quiz.Clear:
		return "Clear"
	case quiz.Leaning:
		return "Leaning"
	case quiz.Balanced:
		return "Balanced"
	}
	return "Not enough answers"
}

// Lead says what the verdict rests on.
func (r Reading) Lead() string {
	answered := fmt.Sprintf("%d of %s answered.", r.Score.Answered, ui.Count(r.Version.Asked(), "question", "questions"))
	switch r.Result.Verdict {
	case quiz.NotEnough:
		s := r.Version.Settings
		return fmt.Sprintf("A verdict needs at least %s on %s. %s",
			ui.Count(s.MinAnswers, "answer", "answers"), ui.Count(s.MinDimensions, "dimension", "dimensions"), answered)
	case quiz.Balanced:
		return "The answers pull both ways with almost the same force. " + answered
	}
	toward, away := 0, 0
	for _, d := range r.Score.Dimensions {
		switch {
		case math.Abs(d.Position) < ui.Middle || d.Weight == 0:
		case d.Contribution > 0:
			toward++
		default:
			away++
		}
	}
	lead := fmt.Sprintf("%s to %s", pointing(toward), ui.Inside(r.Role().Short))
	if away > 0 {
		lead += fmt.Sprintf(", %s to %s", strings.ToLower(spell(away)), ui.Inside(r.Other().Short))
	}
	return lead + ". " + answered
}

func pointing(n int) string {
	if n == 1 {
		return "One dimension points"
	}
	return spell(n) + " dimensions point"
}

// certainty is P(top) in whole percent, never over 95: no quiz is surer.
// It is rounded, but never over the edge of the band its verdict belongs to.
func (r Reading) certainty() int {
	p := r.Result.Probability
	n := int(math.Round(100 * p))
	for _, edge := range []float64{r.Version.Settings.BalancedBelow, r.Version.Settings.ClearFrom} {
		if p < edge && float64(n) >= 100*edge {
			n = int(math.Floor(100 * p))
		}
	}
	return min(n, 95)
}

// toward names the role that points of a sign speak for.
func (r Reading) toward(points int) string {
	if points < 0 {
		return r.Other().Short
	}
	return r.Version.Roles[r.Score.Top].Short
}

const inTheMiddle = "In the middle"

// leanWord says how far a position is from the middle.
func leanWord(position float64) string {
	switch p := math.Abs(position); {
	case p < ui.Middle:
		return inTheMiddle
	case p < .35:
		return "Slightly"
	case p < .65:
		return "Clearly"
	}
	return "Strongly"
}

// pole is the end of the dimension a position leans to.
func pole(d quiz.Dimension, position float64) string {
	if position < 0 {
		return d.Negative
	}
	return d.Positive
}

// roleToward is the place of the role a side of a dimension belongs to: the
// one whose people stand furthest that way. It is -1 if there is none.
func (r Reading) roleToward(dimension string, position float64) int {
	best, at := -1, 0.0
	for i, role := range r.Version.Roles {
		p := role.Profile[dimension]
		if mean := p.Mean * p.Weight * sign(position); mean > at {
			best, at = i, mean
		}
	}
	return best
}

func (r Reading) tone(dimension string, position float64) ui.Tone {
	return ui.RoleTone(r.roleToward(dimension, position))
}

func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}

// verdictTone is the colour class of a verdict's tag.
func (r Reading) verdictTone() ui.Tone {
	if !r.Result.Verdict.NamesRole() {
		return ui.ToneBoth
	}
	return ui.RoleTone(r.Version.RoleIndex(r.Result.Top))
}

func spell(n int) string {
	words := []string{"None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

// thresholds says how many points a verdict takes, where there are two roles
// and points alone decide.
func (r Reading) thresholds() string {
	if len(r.Version.Roles) != 2 || r.Score.PriorOdds != 0 {
		return ""
	}
	s := r.Version.Settings
	return fmt.Sprintf("About %d points make a lean, about %d make it clear.", pointsFor(s.BalancedBelow), pointsFor(s.ClearFrom))
}

// pointsFor is the number of points at which P(top) reaches p: 100 times the
// log-odds.
func pointsFor(p float64) int { return int(math.Ceil(100 * math.Log(p/(1-p)))) }
