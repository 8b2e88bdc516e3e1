package quiz

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// GroupForm is what somebody asks for who makes a group, as it was typed.
type GroupForm struct {
	Kind     string
	Name     string
	DaysOpen string // of an anonymous group
	DaysKept string // of a named one
	Joins    bool   // the organiser takes part
	Once     string // random letters of the form, so that sending it twice makes one group
}

// NewGroupForm is the form before anything was typed.
func NewGroupForm(once string) GroupForm {
	return GroupForm{
		Kind: string(Anonymous), DaysOpen: strconv.Itoa(DaysOpen[1]), DaysKept: strconv.Itoa(DaysKept[1]), Once: once,
	}
}

// MaxGroupName is how many characters the name of a group may have.
const MaxGroupName = 60

// NewGroup checks what was asked for and makes the group, with the address for
// its organiser. It returns Problems for what can be corrected. Least is how many
// people the host asks for in an anonymous picture.
func NewGroup(f GroupForm, least int, now time.Time) (Group, Organiser, error) {
	f.Name = OneLine(f.Name)
	kind := GroupKind(f.Kind)
	problems := nameProblems("name", "group_name", f.Name, MaxGroupName)
	if kind != Anonymous && kind != Named {
		problems = append(problems, NewProblem("kind", "group_kind"))
	}
	days, field, among := f.DaysOpen, "days_open", DaysOpen
	if kind == Named {
		days, field, among = f.DaysKept, "days_kept", DaysKept
	}
	n, err := strconv.Atoi(days)
	if err != nil || !slices.Contains(among, n) {
		problems = append(problems, NewProblem(field, "group_days"))
	}
	if len(problems) > 0 {
		return Group{}, Organiser{}, problems
	}
	invitation, secret := groupSecrets(f)
	now = now.Truncate(time.Millisecond)
	organiser := Organiser{Day: dayOf(now), Secret: secret}
	g := Group{
		ID: NewGroupID(now, invitation), Organiser: organiser.ID(), Kind: kind, Name: f.Name, Least: max(least, LeastLeast),
		OrganiserJoins: f.Joins, CreatedAt: now, ClosesAt: endOfDay(now, n),
	}
	g.EndsAt, g.Invitation = g.ClosesAt, g.ID
	if kind == Named {
		g.Least = LeastNamed
	}
	return g, organiser, nil
}

// nameProblems are what is wrong with a name that others read, where one must be
// given. It leads nowhere: nobody is sent somewhere in the name of this site.
func nameProblems(field, none, name string, most int) Problems {
	switch {
	case name == "":
		return Refusal(field, none)
	case utf8.RuneCountInString(name) > most:
		return Refusal(field, "name_long", "n", most)
	case Hidden(name):
		return Refusal(field, "name_hidden")
	case leads(name):
		return Refusal(field, "name_leads")
	}
	return nil
}

// leads reports whether a text could be taken for an address.
func leads(text string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "://") || strings.Contains(text, "www.") || strings.Contains(text, "@")
}
