package adminview

import (
	"math"
	"strconv"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// RecalibrationProps show what people who do the jobs would change in the
// published version.
type RecalibrationProps struct {
	Page
	Version   *quiz.Version
	Proposal  insight.Proposal
	Capped    int             // the latest so many people were read and there may be more, 0 if all were
	Simulated int64           // results of the database that are made up
	Effect    EffectProps     // of the proposal on the published version
	Drafted   bool            // there is a draft
	Revision  int64           // of the draft
	Applied   insight.Applied // what accepting would do to the draft
	Errors    []Finding       // what the publishing checks would find in the version with the proposal, and not without
	Changed   bool            // the form was about another proposal
	Unnamed   bool            // the form did not say which proposal it was about
}

// ProposalField names the control with the fingerprint of the proposal shown.
const ProposalField = "proposal.was"

func (p RecalibrationProps) insight() Insight {
	return Insight{Viewer: p.Viewer, Version: p.Version, Period: DefaultPeriod, Simulated: p.Simulated}
}

// people is how many count.
func (p RecalibrationProps) people() int {
	n := 0
	for _, r := range p.Proposal.Roles {
		n += r.N
	}
	return n
}

// silent reports whether nobody has said anything yet.
func (p RecalibrationProps) silent() bool {
	return p.people() == 0 && p.Proposal.LeftOut == insight.LeftOut{}
}

// resting says whom the proposal rests on and who is left out.
func (p RecalibrationProps) resting() string {
	out := p.Proposal.LeftOut
	text := p.Say("adminrecalibration.rests", "n", p.people(), "version", strconv.FormatInt(p.Version.ID, 10))
	var left []string
	for _, x := range []struct {
		n   int
		why string
	}{{out.Hurried, "adminrecalibration.out_hurried"}, {out.Short, "adminrecalibration.out_short"}, {out.Other, "adminrecalibration.out_other"}} {
		if x.n > 0 {
			left = append(left, p.Say(x.why, "n", x.n))
		}
	}
	if len(left) > 0 {
		text += " " + p.Say("adminrecalibration.left_out", "list", p.And(left))
	}
	if p.Capped > 0 {
		text += " " + p.Say("adminrecalibration.capped", "n", p.Capped)
	}
	return text
}

// guard is something that must hold before a proposal may be accepted.
type guard struct {
	what string
	now  []string // how it stands
	met  bool
	open bool // it cannot be told yet
}

// tag is how it stands, as a tone and the text that says it.
func (g guard) tag() (ui.Tone, string) {
	switch {
	case g.open:
		return ui.TonePlain, "adminrecalibration.open"
	case g.met:
		return ui.ToneGood, "adminrecalibration.met"
	}
	return ui.ToneWarning, "adminrecalibration.not_met"
}

func (p RecalibrationProps) guards() []guard {
	enough := guard{what: p.Say("adminrecalibration.enough", "n", insight.MinProposed), met: p.Proposal.Ready()}
	for _, r := range p.Proposal.Roles {
		text := p.Say("adminrecalibration.people_in", "people", p.Say("count.people", "n", r.N), "role", p.role(r.Role))
		if r.N < insight.MinProposed {
			text = p.Say("adminrecalibration.not_yet", "n", r.N, "least", insight.MinProposed, "role", p.role(r.Role))
		}
		enough.now = append(enough.now, text)
	}
	better := guard{what: p.Say("adminrecalibration.foretells"), met: true, open: !p.Proposal.Ready()}
	other := guard{what: p.Say("adminrecalibration.moves"), met: true, open: !p.Proposal.Ready()}
	for _, o := range p.Proposal.Obstacles() {
		better.met = better.met && o != insight.ObstacleWorse
		other.met = other.met && o != insight.ObstacleNothing
	}
	if p.Proposal.Ready() {
		better.now = []string{p.foretold()}
	}
	passes := guard{what: p.Say("adminrecalibration.passes"), met: len(p.Errors) == 0, open: !p.Proposal.Ready()}
	for _, f := range p.Errors[:min(mostErrors, len(p.Errors))] {
		passes.now = append(passes.now, f.What+" "+f.Fix)
	}
	if more := len(p.Errors) - mostErrors; more > 0 {
		passes.now = append(passes.now, p.Say("adminrecalibration.more", "n", more))
	}
	return []guard{enough, better, passes, other}
}

// mostErrors is how many errors are told of a proposal.
const mostErrors = 5

// foretold says in words which of the two log losses is better.
func (p RecalibrationProps) foretold() string {
	loss := p.Proposal.Loss
	switch {
	case loss.New < loss.Old:
		return p.Say("adminrecalibration.better", "new", p.loss(loss.New), "old", p.loss(loss.Old))
	case loss.New > loss.Old:
		return p.Say("adminrecalibration.worse", "new", p.loss(loss.New), "old", p.loss(loss.Old))
	}
	return p.Say("adminrecalibration.same", "new", p.loss(loss.New))
}

func (p RecalibrationProps) loss(x float64) string { return p.Fixed(x, 4) }

// guessing is the log loss of naming every role with the same probability.
func (p RecalibrationProps) guessing() string { return p.loss(math.Log(float64(len(p.Version.Roles)))) }

// Acceptable reports whether everything holds that must hold first.
func (p RecalibrationProps) Acceptable() bool {
	return len(p.Proposal.Obstacles()) == 0 && len(p.Errors) == 0
}

// role is a role's name as it stands inside a sentence.
func (p RecalibrationProps) role(key string) string {
	if i := p.Version.RoleIndex(key); i >= 0 {
		return p.RoleInside(p.Version.RoleKeys(), p.Version.Roles[i].Name)
	}
	return key
}

// meansOf are the changes of one role's means.
func (p RecalibrationProps) meansOf(role string) []insight.Change {
	var list []insight.Change
	for _, c := range p.Proposal.Means {
		if c.Role == role {
			list = append(list, c)
		}
	}
	return list
}

func (p RecalibrationProps) dimension(key string) quiz.Dimension {
	d, _ := p.Version.Dimension(key)
	return d
}

// name says what a change is about, outside its table.
func (p RecalibrationProps) name(c insight.Change) string {
	switch {
	case c.Dimension != "":
		return p.Say("adminrecalibration.mean_on", "role", p.role(c.Role), "dimension", p.dimension(c.Dimension).Name)
	case c.Role != "":
		return p.Say("adminrecalibration.common", "role", p.role(c.Role))
	}
	return p.Say("adminrecalibration.count")
}

// changedBy is by how much a number changes, with its sign.
func changedBy(l words.Language, c insight.Change, write writer) string {
	if !c.Moves() {
		return l.Say("adminrecalibration.stays")
	}
	text := write(l, c.New-c.Old)
	if c.New > c.Old {
		text = "+" + text
	}
	return text
}

// writer writes a number in a language.
type writer func(words.Language, float64) string

// limit is the text that says why a change goes no further, "" if it goes as far as it should.
func limit(c insight.Change) string {
	switch {
	case !c.Limited:
		return ""
	case c.Field == "settings.discount" && c.New == insight.MaxDiscount:
		return "adminrecalibration.most_all"
	}
	return "adminrecalibration.most_round"
}

// three writes a number with three digits after the point.
func three(l words.Language, x float64) string { return l.Fixed(x, 3) }

// tenths writes a share in percent with one digit after the point.
func tenths(l words.Language, x float64) string { return l.Fixed(100*x, 1) + "\u00a0%" }

// points writes a difference of two shares in percent.
func points(l words.Language, x float64) string {
	return l.Say("adminrecalibration.points", "points", l.Fixed(100*x, 1))
}

// flips says how many of the latest results would have another verdict.
func (p RecalibrationProps) flips() string {
	e := p.Effect
	switch {
	case e.Compared == 0:
		return p.Say("adminrecalibration.no_results")
	case e.Changed == 0:
		return p.Say("adminrecalibration.none_flips", "n", e.Compared)
	}
	return p.Say("adminrecalibration.some_flip", "n", e.Compared, "changed", e.Changed)
}

func (p RecalibrationProps) page() Page {
	page := p.Page
	page.Title, page.Here = p.Say("admininsight.recalibration"), site.AdminInsight
	return page
}
