package adminview

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/ui"
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
	Errors    []FindingLine   // what the publishing checks would find in the version with the proposal, and not without
	Changed   bool            // the form was about another proposal
	Unnamed   bool            // the form did not say which proposal it was about
}

// ProposalField names the control with the fingerprint of the proposal shown.
const ProposalField = "proposal.was"

func (p RecalibrationProps) insight() Insight {
	return Insight{Viewer: p.Page.Viewer, Version: p.Version, Period: DefaultPeriod, Simulated: p.Simulated}
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
	text := ui.Count(p.people(), "person who took", "people who took") + fmt.Sprintf(" version %d and told us their job count here.", p.Version.ID)
	if p.people() == 1 {
		text = fmt.Sprintf("1 person who took version %d and told us their job counts here.", p.Version.ID)
	}
	var left []string
	for _, x := range []struct {
		n   int
		why string
	}{{out.Hurried, "looked hurried"}, {out.Short, "under a year in the job"}, {out.Other, "in another job"}} {
		if x.n > 0 {
			left = append(left, strconv.Itoa(x.n)+" "+x.why)
		}
	}
	if len(left) > 0 {
		text += " Left out: " + ui.And(left) + "."
	}
	if p.Capped > 0 {
		text += fmt.Sprintf(" Only the latest %s people are looked at.", thousands(int64(p.Capped)))
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

func (g guard) tag() (ui.Tone, string) {
	switch {
	case g.open:
		return ui.TonePlain, "Not known yet"
	case g.met:
		return ui.ToneGood, "Met"
	}
	return ui.ToneWarning, "Not met"
}

func (p RecalibrationProps) guards() []guard {
	enough := guard{what: fmt.Sprintf("At least %d people in every role", insight.MinProposed), met: p.Proposal.Ready()}
	for _, r := range p.Proposal.Roles {
		words := fmt.Sprintf("%s in %s", ui.Count(r.N, "person", "people"), p.role(r.Role))
		if r.N < insight.MinProposed {
			words = fmt.Sprintf("Not yet: %d of %d people in %s", r.N, insight.MinProposed, p.role(r.Role))
		}
		enough.now = append(enough.now, words)
	}
	better := guard{what: "It foretells people it was not made from at least as well as now", met: true, open: !p.Proposal.Ready()}
	other := guard{what: "Some number changes", met: true, open: !p.Proposal.Ready()}
	for _, o := range p.Proposal.Obstacles() {
		better.met = better.met && o != insight.ObstacleWorse
		other.met = other.met && o != insight.ObstacleNothing
	}
	if p.Proposal.Ready() {
		better.now = []string{p.foretold()}
	}
	passes := guard{what: "The checks before publishing find no new error", met: len(p.Errors) == 0, open: !p.Proposal.Ready()}
	for _, f := range p.Errors[:min(mostErrors, len(p.Errors))] {
		passes.now = append(passes.now, f.What+" "+f.Mend)
	}
	if more := len(p.Errors) - mostErrors; more > 0 {
		passes.now = append(passes.now, fmt.Sprintf("And %d more.", more))
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
		return fmt.Sprintf("Better: log loss %s instead of %s", loss4(loss.New), loss4(loss.Old))
	case loss.New > loss.Old:
		return fmt.Sprintf("Worse: log loss %s instead of %s, so what these people say may be chance", loss4(loss.New), loss4(loss.Old))
	}
	return "The same: log loss " + loss4(loss.New)
}

func loss4(x float64) string { return strconv.FormatFloat(x, 'f', 4, 64) }

// guessing is the log loss of naming every role with the same probability.
func (p RecalibrationProps) guessing() string { return loss4(math.Log(float64(len(p.Version.Roles)))) }

// Acceptable reports whether everything holds that must hold first.
func (p RecalibrationProps) Acceptable() bool {
	return len(p.Proposal.Obstacles()) == 0 && len(p.Errors) == 0
}

// role is a role's name as it stands inside a sentence.
func (p RecalibrationProps) role(key string) string {
	if i := p.Version.RoleIndex(key); i >= 0 {
		return ui.Inside(p.Version.Roles[i].Name)
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
		return fmt.Sprintf("Mean of %s on “%s”", p.role(c.Role), p.dimension(c.Dimension).Name)
	case c.Role != "":
		return "How common " + p.role(c.Role) + " is"
	}
	return "How much the answers count"
}

// changedBy is by how much a number changes, with its sign.
func changedBy(c insight.Change, write func(float64) string) string {
	if !c.Moves() {
		return "stays"
	}
	text := write(c.New - c.Old)
	if c.New > c.Old {
		text = "+" + text
	}
	return text
}

// limit says why a change goes no further, "" if it goes as far as it should.
func limit(c insight.Change) string {
	switch {
	case !c.Limited:
		return ""
	case c.Field == "settings.discount" && c.New == insight.MaxDiscount:
		return "the most there is"
	}
	return "the most in one round"
}

// three writes a number with three digits after the point and a true minus.
func three(x float64) string {
	text := strconv.FormatFloat(x, 'f', 3, 64)
	if text == "-0.000" {
		return "0.000"
	}
	return strings.Replace(text, "-", "−", 1)
}

// tenths writes a share in percent with one digit after the point.
func tenths(x float64) string {
	return strings.Replace(strconv.FormatFloat(100*x, 'f', 1, 64), "-", "−", 1) + "\u00a0%"
}

// points writes a difference of two shares in percent.
func points(x float64) string {
	return strings.Replace(strconv.FormatFloat(100*x, 'f', 1, 64), "-", "−", 1) + " points"
}

// flips says how many of the latest results would have another verdict.
func (p RecalibrationProps) flips() string {
	e := p.Effect
	switch {
	case e.Compared == 0:
		return "There are no results to try it on."
	case e.Changed == 0:
		return fmt.Sprintf("Of the last %s, none would have another verdict.", ui.Count(e.Compared, "result", "results"))
	}
	return fmt.Sprintf("Of the last %s, %d would have another verdict.", ui.Count(e.Compared, "result", "results"), e.Changed)
}

func (p RecalibrationProps) page() Page {
	page := p.Page
	page.Title, page.Here = "Recalibration", site.AdminInsight
	return page
}
