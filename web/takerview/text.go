package takerview

import (
	"fmt"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/site"
	"whichpm/web/ui"
)

// paper is what a text is written on. Every word that is passed to it is
// plain text; the paper escapes what would mean something else on it.
type paper interface {
	title(text string)
	heading(text string)
	subheading(text string)
	para(text string)
	item(lead string, rest ...string)
	table(head []string, rows [][]string)
	profile(r Reading)
	String() string
}

// SharedText is what a share link opens as plain text, SharedMarkdown as
// Markdown: the same as the page, within the same scope.
func SharedText(p SharedProps) string { return p.writeOn(&plainPaper{}) }

// SharedMarkdown is SharedText in Markdown.
func SharedMarkdown(p SharedProps) string { return p.writeOn(&markdownPaper{}) }

func (p SharedProps) writeOn(out paper) string {
	r := p.Reading
	out.para(p.source())
	out.title(r.Headline(p.of()))
	out.para(verdictTag(r.Result.Verdict) + ". " + r.Lead())
	for _, note := range r.notes(p.of()) {
		out.para(note)
	}
	if p.shows(quiz.ScopeProfile) {
		out.heading("The profile")
		out.profile(r)
	}
	if p.shows(quiz.ScopeAnswers) {
		r.writeReasons(out)
		r.writeChange(out)
	}
	r.writeRoles(out)
	out.heading("Take it yourself")
	out.para("A few minutes, no account: " + p.home())
	out.para(sharedNote)
	return out.String()
}

// source says whose result it is, and when and on what it was made.
func (p SharedProps) source() string { return p.whose() + p.made() }

func (p SharedProps) made() string {
	return fmt.Sprintf(" · %s · version %d of the quiz", date(p.Result.FinishedAt), p.Version.ID)
}

// home is the whole address of the start page.
func (p SharedProps) home() string {
	return strings.TrimSuffix(p.Link, site.Share(p.Share.ID)) + site.Home
}

const sharedNote = "A reflection aid, not a validated test; not for hiring. The owner of this result chose what this page shows and can take it back."

// notes are what a verdict has to be read with.
func (r Reading) notes(of who) []string {
	var notes []string
	if r.Result.Verdict != quiz.NotEnough {
		notes = append(notes, r.sureness())
	}
	if r.Result.Hurried {
		notes = append(notes, hurried(of))
	}
	if r.Newer {
		notes = append(notes, r.newerNote())
	}
	return notes
}

func (r Reading) writeReasons(out paper) {
	out.heading(r.whyHeading())
	if len(r.Score.Ledger()) == 0 {
		out.para("There are no answers to explain.")
		return
	}
	pro, con := r.Score.Reasons()
	r.writeSide(out, r.Version.Roles[r.Score.Top], pro)
	r.writeSide(out, r.Other(), con)
	total := r.Score.Total()
	out.subheading("How the dimensions add up to " + pointsTo(total, r.toward(total)))
	var rows [][]string
	for _, d := range r.scored() {
		rows = append(rows, []string{d.Name, d.leans(), signed(d.Points)})
	}
	out.para(r.pointsCaption())
	out.table([]string{"Dimension", "Leans", "Points"}, rows)
	out.subheading("Every answer and its points")
	rows = nil
	for _, e := range r.Score.Ledger() {
		rows = append(rows, []string{r.Version.Questions[e.Question].Prompt, r.said(e.Question), signed(e.Points)})
	}
	out.table([]string{"Question", "Answer", "Points"}, rows)
}

func (r Reading) writeSide(out paper, role quiz.Role, reasons []score.Reason) {
	out.subheading("What points to " + ui.Inside(role.Short))
	if len(reasons) == 0 {
		out.para("No answer did.")
	}
	for _, x := range reasons {
		out.item(r.reasonPole(x)+": "+pointsTo(x.Points, r.toward(x.Points)),
			"“"+r.Version.Questions[x.Question].Prompt+"”", "Answered: "+r.said(x.Question))
	}
}

func (r Reading) writeChange(out paper) {
	if !r.changeable() {
		return
	}
	out.heading("What would change it")
	out.para(r.robustness())
	out.para(r.changeLead())
	for _, c := range r.Changes {
		q := r.Version.Questions[c.Question]
		out.item("“"+q.Prompt+"”", "Instead: "+q.Said(c.To), "Answered: "+r.said(c.Question))
	}
}

func (r Reading) writeRoles(out paper) {
	out.heading("The roles side by side")
	for _, role := range r.Version.Roles {
		out.subheading(role.Name)
		out.para(role.Content.Tagline)
		for _, fact := range [][2]string{
			{"Focus", role.Content.Focus},
			{"Days are", role.Content.Environment},
			{"Suits", role.Content.Suits},
			{"Pay", paid(role.Content.Pay)},
		} {
			if fact[1] != "" {
				out.item(fact[0] + ": " + fact[1])
			}
		}
	}
}

func paid(pay quiz.Pay) string {
	if pay.Amount == 0 {
		return ""
	}
	return fmt.Sprintf("%s (%s)", pay.Label, pay.Source)
}
