// Package takerview holds the public pages. A view shows what it is given: it
// knows no request, no clock and no store.
package takerview

import (
	"math"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// Reading is a stored result with what explains it.
type Reading struct {
	words.Language

	Version *quiz.Version
	Result  quiz.Result
	Answers quiz.Answers
	Score   score.Result
	Turn    score.Turn // the fewest answers that would put another role first
	Same    float64    // share of similar question sets that name the same role
	Newer   bool       // a newer version is published
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

// audience is the person a page speaks of: "" is the reader.
type audience string

const stranger audience = "?"

// say chooses the text about the reader, about somebody nobody named, or about
// a person with a name.
func (a audience) say(l words.Language, id string, values ...any) string {
	switch a {
	case "":
		return l.Say(id+"_you", values...)
	case stranger:
		return l.Say(id+"_stranger", values...)
	}
	return l.Say(id+"_name", append(values, "name", string(a))...)
}

// inside writes a role's name as it stands inside a sentence.
func (r Reading) inside(name string) string { return r.RoleInside(r.Version.RoleKeys(), name) }

// Headline is the verdict in one sentence.
func (r Reading) Headline(of audience) string {
	switch role := r.Role(); r.Result.Verdict {
	case quiz.Clear:
		return of.say(r.Language, "verdict.fits", "role", role.Name)
	case quiz.Leaning:
		return r.leanHeadline(of, role)
	case quiz.Balanced:
		return r.balancedHeadline(of)
	case quiz.NoneStandsOut:
		return of.say(r.Language, "verdict.none")
	}
	return r.Say("verdict.not_enough_headline")
}

func (r Reading) balancedHeadline(of audience) string {
	if r.many() {
		return r.nearHeadline(of)
	}
	return of.say(r.Language, "verdict.both", "role", r.Role().Name, "other", r.inside(r.Other().Name))
}

func (r Reading) leanHeadline(of audience, role quiz.Role) string {
	return of.say(r.Language, "verdict.leans", "role", r.inside(role.Name))
}

// verdictTag is the verdict in one or two words.
func verdictTag(l words.Language, v quiz.Verdict) string {
	return l.Localize(v.Message())
}

// Lead says what the verdict rests on.
func (r Reading) Lead() string {
	answered := r.Say("verdict.answered", "answered", r.Score.Answered, "n", r.Version.Asked())
	switch {
	case r.Result.Verdict == quiz.NotEnough:
		s := r.Version.Settings
		return r.Say("verdict.needs",
			"answers", r.Say("count.answers", "n", s.MinAnswers), "dimensions", r.Say("count.on_dimensions", "n", s.MinDimensions)) + " " + answered
	case r.many():
		return r.leadOfMany() + " " + answered
	case r.Result.Verdict == quiz.Balanced:
		return r.Say("verdict.both_ways") + " " + answered
	}
	return r.pointing(r.sides()) + " " + answered
}

// sides counts the dimensions that point to the role in front, and those that
// point to the one after it.
func (r Reading) sides() (toward, away int) {
	for _, d := range r.Score.Dimensions {
		switch {
		case math.Abs(d.Position) < ui.Middle || d.Weight == 0:
		case d.Contribution > 0:
			toward++
		default:
			away++
		}
	}
	return toward, away
}

// pointing says how many dimensions point to the role in front and how many to
// the one after it, or that fewer of them weigh more.
func (r Reading) pointing(toward, away int) string {
	if toward <= away {
		return r.Say("verdict.weigh", "role", r.inside(r.Role().Name), "other", r.inside(r.Other().Name))
	}
	role, other, count := r.inside(r.Role().Name), r.inside(r.Other().Name), r.spell(toward)
	if r.many() {
		count = strings.ToLower(count) // it stands inside
	}
	said := r.sayFor("verdict.point", "n", toward, "count", count, "role", role, "other", other)
	if away > 0 {
		said += r.Say("verdict.point_away", "n", away, "count", strings.ToLower(r.spell(away)), "role", other)
	}
	return said + "."
}

// certainty is P(top) in whole percent.
func (r Reading) certainty() int { return r.percent(r.Result.Probability) }

// percent writes a probability in whole percent, never over 95: no quiz is
// surer. It is rounded, but never over the edge of a band of verdicts. Of two
// roles the more probable one never has the lower number.
func (r Reading) percent(p float64) int {
	n := int(math.Round(100 * p))
	for _, edge := range r.edges() {
		if p < edge && float64(n) >= 100*edge {
			n = int(math.Floor(100 * p))
		}
	}
	return min(n, 95)
}

// edges are the probabilities at which a verdict becomes another.
func (r Reading) edges() []float64 {
	edges := []float64{r.Version.Settings.BalancedBelow, r.Version.Settings.ClearFrom}
	if r.many() {
		edges = append(edges, quiz.LeastOfLeaning, quiz.LeastOfClear)
	}
	return edges
}

// toward names the role that points of a sign speak for.
func (r Reading) toward(points int) string {
	if points < 0 {
		return r.Other().Name
	}
	return r.Version.Roles[r.Score.Top].Name
}

// leanWord says how far a position is from the middle.
func leanWord(l words.Language, position float64) string {
	switch p := math.Abs(position); {
	case p < ui.Middle:
		return l.Say("profile.middle")
	case p < .35:
		return l.Say("profile.slightly")
	case p < .65:
		return l.Say("profile.clearly")
	}
	return l.Say("profile.strongly")
}

// pole is the end of the dimension a position leans to.
func pole(d quiz.Dimension, position float64) string {
	if position < 0 {
		return d.Negative
	}
	return d.Positive
}

// spell writes a small number as a word, as a sentence begins with it.
func (r Reading) spell(n int) string {
	words := strings.Fields(r.Say("count.words"))
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// thresholds says how many points a verdict takes, where there are two roles
// and points alone decide.
func (r Reading) thresholds() string {
	if len(r.Version.Roles) != 2 || r.Score.PriorOdds != 0 {
		return ""
	}
	s := r.Version.Settings
	return r.Say("why.thresholds", "lean", pointsFor(s.BalancedBelow), "clear", pointsFor(s.ClearFrom))
}

// pointsFor is the number of points at which P(top) reaches p: 100 times the
// log-odds.
func pointsFor(p float64) int { return int(math.Ceil(100 * math.Log(p/(1-p)))) }

// said repeats an answer in the taker's words.
func said(l words.Language, q quiz.Question, option int) string { return l.Said(q, option) }
