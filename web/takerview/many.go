package takerview

import (
	"slices"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// pair is how many roles a quiz has at least. With so many, sentences say “both”
// and “either”; with more they say who is ahead, who is close and who is not.
const pair = 2

func many(v *quiz.Version) bool { return len(v.Roles) > pair }

// sayFor chooses the text for so many roles as a version has: the one with
// “_many” behind its id where they are more than two.
func sayFor(l words.Language, v *quiz.Version, id string, values ...any) string {
	if many(v) {
		id += "_many"
	}
	return l.Say(id, values...)
}

func (r Reading) many() bool { return many(r.Version) }

func (r Reading) sayFor(id string, values ...any) string {
	return sayFor(r.Language, r.Version, id, values...)
}

// order are the places of the roles, the most probable first; the one the
// stored verdict is about stands before all others.
func (r Reading) order() []int {
	order := quiz.ByProbability(r.Score.Posterior)
	if i := slices.Index(order, r.Version.RoleIndex(r.Result.Top)); i > 0 {
		top := order[i]
		order = slices.Insert(slices.Delete(order, i, i+1), 0, top)
	}
	return order
}

// near is how many roles in front, of order, are within reach of each other.
func (r Reading) near() int { return len(r.Version.Settings.WithinReach(r.Score.Posterior)) }

// level is how many roles in front are exactly as probable as the first.
func (r Reading) level() int {
	const noise = 1e-9
	order := r.order()
	n := 1
	for n < len(order) && r.Score.Posterior[order[0]]-r.Score.Posterior[order[n]] < noise {
		n++
	}
	return n
}

// namesOf are the names of the roles at these places, as they stand together
// inside a sentence.
func (r Reading) namesOf(places []int) string {
	names := make([]string, len(places))
	for i, place := range places {
		names[i] = r.Version.Roles[place].Name
	}
	return r.And(names)
}

// nearHeadline is that of a balanced verdict. Results of before there were rules
// for more than two roles may have a role well ahead, or many that are near.
func (r Reading) nearHeadline(of audience) string {
	switch n := r.near(); {
	case n == 1:
		return of.say(r.Language, "verdict.first", "role", r.Role().Name)
	case n > quiz.MostInReach:
		return of.say(r.Language, "verdict.several", "count", n, "roles", len(r.Version.Roles))
	default:
		return of.say(r.Language, "verdict.alike", "roles", r.namesOf(r.order()[:n]))
	}
}

// leadOfMany says who is ahead, who is close and that the rest are behind.
func (r Reading) leadOfMany() string {
	n := r.near()
	switch r.Result.Verdict {
	case quiz.NoneStandsOut:
		return r.noneLead(n)
	case quiz.Balanced:
		if n == 1 {
			return r.nextLead("verdict.ahead_old")
		}
		return r.frontLead(n)
	}
	lead := r.nextLead("verdict.ahead")
	if toward, away := r.sides(); toward > 0 {
		lead += " " + r.pointing(toward, away)
	}
	return lead
}

// nextLead is of one role ahead of all.
func (r Reading) nextLead(id string) string {
	return r.Say(id, "role", r.Role().Name, "other", r.Other().Name) + r.behind(pair)
}

// frontLead is of n roles within reach.
func (r Reading) frontLead(n int) string {
	order, level := r.order(), min(r.level(), n)
	if n > quiz.MostInReach {
		return r.Say("verdict.crowd", "count", n, "roles", len(order)) + r.behind(n)
	}
	ahead, close := r.namesOf(order[:level]), r.namesOf(order[level:n])
	switch level {
	case n:
		return r.Say("verdict.level", "roles", ahead) + r.behind(n)
	case 1:
		return r.Say("verdict.slightly_ahead", "role", ahead, "close", close) + r.behind(n)
	}
	return r.Say("verdict.level_and_close", "roles", ahead, "close", close) + r.behind(n)
}

// noneLead says why no role is named: too many are close, or those in front are
// less likely than the rest together.
func (r Reading) noneLead(n int) string {
	switch {
	case n > quiz.MostInReach:
		return r.Say("verdict.crowd", "count", n, "roles", len(r.Version.Roles)) + r.behind(n)
	case n == 1:
		return r.Say("verdict.ahead_alone", "role", r.Role().Name)
	}
	return r.Say("verdict.ahead_together", "roles", r.namesOf(r.order()[:n]))
}

// behind says how many roles come after the first n.
func (r Reading) behind(n int) string {
	rest := len(r.Version.Roles) - n
	if rest < 1 {
		return ""
	}
	return " " + r.Say("verdict.behind", "n", rest)
}
