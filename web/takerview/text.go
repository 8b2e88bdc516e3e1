package takerview

import (
	"fmt"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/site"
)

// textFormat is a format in which a result is written as text. Every word that
// is passed to it is plain text; it escapes what would mean something else.
type textFormat interface {
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
func SharedText(p SharedProps) string { return p.writeOn(&plainFormat{}) }

// SharedMarkdown is SharedText in Markdown.
func SharedMarkdown(p SharedProps) string { return p.writeOn(&markdownFormat{}) }

func (p SharedProps) writeOn(out textFormat) string {
	r := p.Reading
	out.para(p.source())
	out.title(r.Headline(p.of()))
	out.para(verdictTag(r.Language, r.Result.Verdict) + ". " + r.Lead())
	for _, note := range r.notes(p.of()) {
		out.para(note)
	}
	r.writeChances(out)
	if p.shows(quiz.ScopeProfile) {
		out.heading(p.Say("shared.profile"))
		out.profile(r)
	}
	if p.shows(quiz.ScopeAnswers) {
		r.writeReasons(out)
		r.writeChange(out)
	}
	r.writeRoles(out)
	out.heading(p.Say("shared.take"))
	out.para(sayMinutes(p.Language, p.Version, "text.take", "address", p.home()))
	out.para(p.Say("shared.note"))
	return out.String()
}

// source says whose result it is, and when and on what it was made.
func (p SharedProps) source() string { return p.whose() + p.made(p.DayUTC(p.Result.FinishedAt)) }

func (p SharedProps) made(day string) string {
	return p.Say("shared.made", "day", day, "version", version(p.Version.ID))
}

// home is the whole address of the start page.
func (p SharedProps) home() string { return homeOf(p.Link, site.Share(p.Share.ID)) }

// homeOf is the whole address of the start page, by that of another page.
func homeOf(link, path string) string { return strings.TrimSuffix(link, path) + site.Home }

// notes are what a verdict has to be read with.
func (r Reading) notes(of audience) []string {
	var notes []string
	if r.Result.Verdict != quiz.NotEnough {
		notes = append(notes, r.sureness())
	}
	if r.Result.Hurried {
		notes = append(notes, r.hurried(of))
	}
	if r.Newer {
		notes = append(notes, r.newerNote())
	}
	return notes
}

func (r Reading) writeChances(out textFormat) {
	all := r.chances()
	if len(all) == 0 {
		return
	}
	out.heading(r.Say("chances.heading"))
	out.para(r.Say("chances.caption"))
	var rows [][]string
	for _, c := range all {
		name := c.name
		if c.place != "" {
			name += " (" + c.place + ")"
		}
		rows = append(rows, []string{name, c.shown})
	}
	out.table([]string{r.Say("table.role"), r.Say("chances.in_hundred")}, rows)
}

func (r Reading) writeReasons(out textFormat) {
	out.heading(r.whyHeading())
	if len(r.Score.Ledger()) == 0 {
		out.para(r.Say("why.none"))
		return
	}
	pro, con := r.Score.Reasons()
	if r.many() {
		out.para(r.whyTwo())
	}
	r.writeSide(out, r.pointsToward(1), pro)
	r.writeSide(out, r.pointsToward(-1), con)
	out.subheading(r.addUp())
	var rows [][]string
	for _, d := range r.scored() {
		rows = append(rows, []string{d.Name, d.leans(), signed(d.Points)})
	}
	out.para(r.pointsCaption())
	out.table([]string{r.Say("table.dimension"), r.Say("table.leans"), r.Say("table.points")}, rows)
	out.subheading(r.Say("why.every"))
	rows = nil
	for _, e := range r.Score.Ledger() {
		rows = append(rows, []string{r.Version.Questions[e.Question].Text, r.said(e.Question), signed(e.Points)})
	}
	out.table([]string{r.Say("table.question"), r.Say("table.answer"), r.Say("table.points")}, rows)
}

func (r Reading) writeSide(out textFormat, heading string, reasons []score.Reason) {
	out.subheading(heading)
	if len(reasons) == 0 {
		out.para(r.Say("why.no_answer"))
	}
	for _, x := range reasons {
		out.item(r.reasonPole(x)+": "+r.pointsTo(x.Points, r.toward(x.Points)),
			r.quote(r.Version.Questions[x.Question].Text), r.Say("answer.answered", "answer", r.said(x.Question)))
	}
}

func (r Reading) writeChange(out textFormat) {
	if !r.changeable() {
		return
	}
	out.heading(r.Say("change.heading"))
	out.para(r.robustness())
	if r.overtold() {
		out.para(r.sayFor("change.same_limits"))
	}
	out.para(r.changeLead())
	for _, c := range r.Turn.Changes {
		q := r.Version.Questions[c.Question]
		out.item(r.quote(q.Text), r.Say("answer.instead", "answer", said(r.Language, q, c.To)), r.Say("answer.answered", "answer", r.said(c.Question)))
	}
}

func (r Reading) writeRoles(out textFormat) {
	places := r.worthReading()
	if len(places) == 0 {
		return
	}
	out.heading(r.rolesHeading())
	for _, i := range places {
		role := r.Version.Roles[i]
		out.subheading(role.Name)
		out.para(role.Content.Subtitle)
		out.para(role.Content.Tagline)
		for _, fact := range [][2]string{
			{r.Say("roles.focus"), role.Content.Focus},
			{r.Say("roles.days"), role.Content.Environment},
			{r.Say("roles.suits"), role.Content.Suits},
			{r.Say("roles.salary"), r.salaryLine(role.Content.Salary)},
		} {
			if fact[1] != "" {
				out.item(fact[0] + ": " + fact[1])
			}
		}
	}
}

func (r Reading) salaryLine(salary quiz.Salary) string {
	if salary.Amount == 0 || !r.Jobs() {
		return ""
	}
	return fmt.Sprintf("%s (%s)", salary.Label, salary.Source)
}

// HTML is the error page.
func (p ErrorProps) HTML() templ.Component { return Error(p) }

// Text is the error page as plain text.
func (p ErrorProps) Text() string { return p.writeOn(&plainFormat{}) }

// Markdown is Text in Markdown.
func (p ErrorProps) Markdown() string { return p.writeOn(&markdownFormat{}) }

func (p ErrorProps) writeOn(out textFormat) string {
	out.para(p.Say("error.number", "status", p.Status))
	out.title(p.Title)
	out.para(p.Message)
	if p.ID != "" {
		out.para(p.Say("error.code") + " " + p.ID)
	}
	return out.String()
}

// problem is an error for programs, as RFC 9457 has it.
type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Code   string `json:"code,omitempty"` // finds the log line
}

// Problem is the error page for programs.
func (p ErrorProps) Problem() any {
	return problem{Title: p.Title, Status: p.Status, Detail: p.Message, Code: p.ID}
}
