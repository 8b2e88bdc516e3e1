package takerview

import (
	"strconv"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
)

// roleChance is how likely one role is to fit best, and where that puts it.
type roleChance struct {
	name  string
	look  ui.Role
	share float64 // 0 to 1, as a bar shows it
	shown string  // in whole percent
	place string  // "ahead", "close behind", "" for behind
}

// Of a long list the first few are shown at once.
const (
	longList   = 8
	firstOfAll = 5
)

// chances are those of every role where there are more than two, the most
// probable first; none where there is no verdict. Numbers follow the rule of
// the one in the verdict, so they need not add up to 100.
func (r Reading) chances() []roleChance {
	if !r.many() || r.Result.Verdict == quiz.NotEnough {
		return nil
	}
	near := r.near()
	var out []roleChance
	for i, place := range r.order() {
		n := r.percentOf(place)
		c := roleChance{name: r.Version.Roles[place].Name, look: look(r.Version, place), share: float64(n) / 100, shown: strconv.Itoa(n)} //nolint:mnd // percent
		if n == 0 {
			c.shown = r.Say("chances.under_one")
		}
		switch {
		case i < r.level():
			c.place = r.foremost()
		case i < near:
			c.place = r.Say("chances.close")
		}
		out = append(out, c)
	}
	return out
}

// foremost says of the roles in front that they are.
func (r Reading) foremost() string {
	if r.level() > 1 {
		return r.Say("chances.level")
	}
	return r.Say("chances.ahead")
}

// percentOf is the percent of the role at a place; of the one the verdict is
// about it is the stored one, and no other comes before that.
func (r Reading) percentOf(place int) int {
	if r.Version.Roles[place].Key == r.Result.Top {
		return r.certainty()
	}
	return min(r.percent(r.Score.Posterior[place]), r.certainty())
}

// percents are the same numbers by the key of the role, 0 for under 1.
func (r Reading) percents() map[string]int {
	if !r.many() {
		return nil
	}
	percents := map[string]int{}
	for i, role := range r.Version.Roles {
		percents[role.Key] = r.percentOf(i)
	}
	return percents
}

// firstChances are those a page shows at once, and the rest of a long list.
func (r Reading) firstChances() (first, rest []roleChance) {
	all := r.chances()
	if len(all) <= longList {
		return all, nil
	}
	n := max(firstOfAll, min(r.near(), longList))
	return all[:n], all[n:]
}

// leading says in one line how likely the role in front is, and of more than two
// the three in front; of more than two without a verdict it says nothing.
func (r Reading) leading() string {
	if !r.many() {
		return r.Say("verdict.in_hundred", "chance", r.certainty(), "role", r.inside(r.Role().Name))
	}
	all := r.chances()
	if len(all) == 0 {
		return ""
	}
	var said []string
	for _, c := range all[:min(len(all), quiz.MostInReach)] {
		said = append(said, r.Say("chances.of_role", "role", c.name, "chance", c.shown))
	}
	return r.Say("chances.leading", "roles", strings.Join(said, ", "))
}
