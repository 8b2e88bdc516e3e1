package quiz

import "strings"

// Text describes a text of a version: everything that is known of it and is
// the same in every version. What walks the texts of a version (its limits,
// differences and translations, the forms of the admins) walks Texts.
type Text struct {
	Path  string // the place, with * for a key or a number: "roles.*.name"
	Label string // names it in words: "adminlabel." and this is the id
	Most  int    // characters, of a list in each line
	Form  TextForm
	rules textRules
}

type textRules uint8

const (
	required   textRules = 1 << iota // must not be empty
	translated                       // takers read it in their own language
	later                            // is required of what takers are asked; a draft may be kept without it
)

// Required reports whether it must not be empty, at the latest when a version is
// published.
func (t Text) Required() bool { return t.rules&(required|later) != 0 }

// Later reports whether a draft may be kept before it is written.
func (t Text) Later() bool { return t.rules&later != 0 }

// Translated reports whether takers read it in their own language.
func (t Text) Translated() bool { return t.rules&translated != 0 }

// TextForm is how a text is written.
type TextForm int

// The forms of a text.
const (
	Line  TextForm = iota // one line
	Prose                 // may have several lines
	Lines                 // a list, an entry a line, at most MaxLines
)

// Name says what the text is in words that follow another name.
func (t Text) Name() Message {
	return Message{ID: "adminlabel." + t.Label, Text: strings.ReplaceAll(t.Label, "_", " "), Inside: true}
}

// Note is the text that says why a version was published.
var Note = Text{"note", "note_on_publishing", 1000, Prose, required}

// Texts are the texts of a version, in the order of the forms.
var Texts = func() []Text {
	all := []Text{Note}
	for _, list := range [][]Text{
		versionTexts.all(), aboutTexts.all(), dimensionTexts.all(), questionTexts.all(), optionTexts.all(), roleTexts.all(), profileTexts.all(), contentTexts.all(),
		hoursTexts.all(), payTexts.all(), guideTexts.all(), companyTexts.all(), decisionTexts.all(), partTexts.all(), closeRoleTexts.all(),
		mythTexts.all(), faqTexts.all(), termTexts.all(), scenarioTexts.all(),
	} {
		all = append(all, list...)
	}
	return all
}()

// textsOf are the texts that every T of a version has.
type textsOf[T any] struct {
	path string // of the T, "dimensions.*."
	rows []textRow[T]
}

// textRow is a text without the path of the T it belongs to, and where it is in
// one: a string, or the strings of Lines.
type textRow[T any] struct {
	Text
	at func(*T) any
}

var versionTexts = textsOf[Version]{"", []textRow[Version]{
	{Text{"title", "title_of_the_quiz", 120, Line, required | translated}, func(v *Version) any { return &v.Title }},
}}

var aboutTexts = textsOf[About]{"about.", []textRow[About]{
	{Text{"lead", "lead", 500, Prose, translated}, func(a *About) any { return &a.Lead }},
	{Text{"rests_on", "what_it_rests_on", 300, Line, translated}, func(a *About) any { return &a.RestsOn }},
	{Text{"limit", "how_well_it_can_do", 300, Line, translated}, func(a *About) any { return &a.Limit }},
	{Text{"roles", "word_for_roles", 40, Line, translated}, func(a *About) any { return &a.Roles }},
	{Text{"balanced", "word_for_balanced", 40, Line, translated}, func(a *About) any { return &a.Balanced }},
	{Text{"trade_words", "trade_words", 40, Lines, 0}, func(a *About) any { return &a.TradeWords }},
}}

var dimensionTexts = textsOf[Dimension]{"dimensions.*.", []textRow[Dimension]{
	{Text{"name", "name", 80, Line, required | translated}, func(d *Dimension) any { return &d.Name }},
	{Text{"positive_pole", "positive_end", 80, Line, later | translated}, func(d *Dimension) any { return &d.Positive }},
	{Text{"negative_pole", "negative_end", 80, Line, later | translated}, func(d *Dimension) any { return &d.Negative }},
	{Text{"question", "what_it_asks", 300, Line, translated}, func(d *Dimension) any { return &d.Question }},
	{Text{"positive_words", "positive_words", 200, Line, translated}, func(d *Dimension) any { return &d.PositiveWords }},
	{Text{"negative_words", "negative_words", 200, Line, translated}, func(d *Dimension) any { return &d.NegativeWords }},
	{Text{"source", "source", 1000, Prose, 0}, func(d *Dimension) any { return &d.Source }},
}}

var questionTexts = textsOf[Question]{"questions.*.", []textRow[Question]{
	{Text{"text", "text", 300, Line, later | translated}, func(q *Question) any { return &q.Text }},
	{Text{"left", "first_side", 200, Line, translated}, func(q *Question) any { return &q.Left }},
	{Text{"right", "second_side", 200, Line, translated}, func(q *Question) any { return &q.Right }},
	{Text{"source", "source", 1000, Prose, 0}, func(q *Question) any { return &q.Source }},
}}

var optionTexts = textsOf[Option]{"questions.*.options.*.", []textRow[Option]{
	{Text{"label", "option", 200, Line, later | translated}, func(o *Option) any { return &o.Label }},
}}

var roleTexts = textsOf[Role]{"roles.*.", []textRow[Role]{
	{Text{"name", "name", 80, Line, required | translated}, func(r *Role) any { return &r.Name }},
	{Text{"short", "short_name", 40, Line, required | translated}, func(r *Role) any { return &r.Short }},
}}

var profileTexts = textsOf[Profile]{"roles.*.profile.*.", []textRow[Profile]{
	{Text{"source", "source", 1000, Prose, 0}, func(p *Profile) any { return &p.Source }},
}}

var contentTexts = textsOf[RoleContent]{"roles.*.content.", []textRow[RoleContent]{
	{Text{"subtitle", "subtitle", 120, Line, translated}, func(c *RoleContent) any { return &c.Subtitle }},
	{Text{"tagline", "tagline", 200, Line, translated}, func(c *RoleContent) any { return &c.Tagline }},
	{Text{"summary", "summary", 4000, Prose, translated}, func(c *RoleContent) any { return &c.Summary }},
	{Text{"focus", "focus", 4000, Prose, translated}, func(c *RoleContent) any { return &c.Focus }},
	{Text{"responsibilities", "responsibilities", 500, Lines, translated}, func(c *RoleContent) any { return &c.Responsibilities }},
	{Text{"day_in_the_life", "a_day", 500, Lines, translated}, func(c *RoleContent) any { return &c.Day }},
	{Text{"skills", "skills", 500, Lines, translated}, func(c *RoleContent) any { return &c.Skills }},
	{Text{"challenges", "challenges", 500, Lines, translated}, func(c *RoleContent) any { return &c.Challenges }},
	{Text{"environment", "environment", 4000, Prose, translated}, func(c *RoleContent) any { return &c.Environment }},
	{Text{"suits", "whom_it_suits", 4000, Prose, translated}, func(c *RoleContent) any { return &c.Suits }},
	{Text{"ways_in", "ways_in", 4000, Prose, translated}, func(c *RoleContent) any { return &c.WaysIn }},
	{Text{"certificates", "certificates", 4000, Prose, translated}, func(c *RoleContent) any { return &c.Certificates }},
	{Text{"ladder", "ladder", 120, Lines, translated}, func(c *RoleContent) any { return &c.Ladder }},
	{Text{"first_days", "first_days", 500, Lines, translated}, func(c *RoleContent) any { return &c.FirstDays }},
	{Text{"tools", "tools", 4000, Prose, translated}, func(c *RoleContent) any { return &c.Tools }},
	{Text{"next_steps", "next_steps", 500, Lines, translated}, func(c *RoleContent) any { return &c.NextSteps }},
	{Text{"talk", "somebody_to_talk_to", 500, Line, translated}, func(c *RoleContent) any { return &c.Talk }},
	{Text{"read", "something_to_read", 500, Line, translated}, func(c *RoleContent) any { return &c.Read }},
	{Text{"salary.currency", "currency", 10, Line, 0}, func(c *RoleContent) any { return &c.Salary.Currency }},
	{Text{"salary.period", "period", 40, Line, 0}, func(c *RoleContent) any { return &c.Salary.Period }},
	{Text{"salary.label", "label_of_the_salary", 120, Line, translated}, func(c *RoleContent) any { return &c.Salary.Label }},
	{Text{"salary.source", "source_of_the_salary", 1000, Prose, translated}, func(c *RoleContent) any { return &c.Salary.Source }},
	{Text{"salary.note", "note_on_the_salary", 1000, Prose, translated}, func(c *RoleContent) any { return &c.Salary.Note }},
}}

var hoursTexts = textsOf[Hours]{"roles.*.content.hours.*.", []textRow[Hours]{
	{Text{"text", "part_of_the_day", 120, Line, required | translated}, func(h *Hours) any { return &h.Text }},
}}

var payTexts = textsOf[Pay]{"roles.*.content.pay.*.", []textRow[Pay]{
	{Text{"where", "where_it_is_paid", 80, Line, required | translated}, func(p *Pay) any { return &p.Where }},
	{Text{"figure", "figure", 120, Line, required | translated}, func(p *Pay) any { return &p.Figure }},
	{Text{"measure", "measure", 80, Line, translated}, func(p *Pay) any { return &p.Measure }},
	{Text{"source", "source", 300, Prose, translated}, func(p *Pay) any { return &p.Source }},
}}

var guideTexts = textsOf[Guide]{"guide.", []textRow[Guide]{
	{Text{"difference_in_one_line", "difference_in_one_line", 500, Line, translated}, func(g *Guide) any { return &g.Difference }},
	{Text{"level_of_responsibility", "level_of_responsibility", 4000, Prose, translated}, func(g *Guide) any { return &g.Responsibility }},
	{Text{"both_roles", "both_roles", 4000, Prose, translated}, func(g *Guide) any { return &g.BothRoles }},
	{Text{"working_together", "working_together", 4000, Prose, translated}, func(g *Guide) any { return &g.WorkingTogether }},
	{Text{"caveats", "caveats", 1000, Lines, translated}, func(g *Guide) any { return &g.Caveats }},
	{Text{"contradictions", "contradictions", 1000, Lines, translated}, func(g *Guide) any { return &g.Contradictions }},
	{Text{"profile_note", "note_on_the_profiles", 1000, Prose, translated}, func(g *Guide) any { return &g.ProfileNote }},
	{Text{"group_points", "talking_points", 300, Lines, translated}, func(g *Guide) any { return &g.GroupPoints }},
	{Text{"sources", "sources", 500, Lines, translated}, func(g *Guide) any { return &g.Sources }},
	{Text{"credit", "credit_line", 2000, Prose, 0}, func(g *Guide) any { return &g.Credit }},
}}

var companyTexts = textsOf[CompanyKind]{"guide.set_ups.*.", []textRow[CompanyKind]{
	{Text{"name", "kind_of_company", 80, Line, required | translated}, func(c *CompanyKind) any { return &c.Name }},
	{Text{"text", "advice_on_it", 4000, Prose, required | translated}, func(c *CompanyKind) any { return &c.Text }},
}}

var decisionTexts = textsOf[Decision]{"guide.decisions.*.", []textRow[Decision]{
	{Text{"decision", "decision", 120, Line, required | translated}, func(d *Decision) any { return &d.Decision }},
}}

var partTexts = textsOf[RolePart]{"guide.decisions.*.parts.*.", []textRow[RolePart]{
	{Text{"text", "note_on_the_part", 120, Line, translated}, func(r *RolePart) any { return &r.Text }},
}}

var closeRoleTexts = textsOf[CloseRole]{"guide.close_roles.*.", []textRow[CloseRole]{
	{Text{"name", "name", 80, Line, required | translated}, func(c *CloseRole) any { return &c.Name }},
	{Text{"text", "text", 500, Prose, required | translated}, func(c *CloseRole) any { return &c.Text }},
}}

var mythTexts = textsOf[Myth]{"guide.myths.*.", []textRow[Myth]{
	{Text{"claim", "claim", 200, Line, required | translated}, func(m *Myth) any { return &m.Claim }},
	{Text{"truth", "truth", 1000, Prose, required | translated}, func(m *Myth) any { return &m.Truth }},
}}

var termTexts = textsOf[Term]{"guide.glossary.*.", []textRow[Term]{
	{Text{"word", "word", 80, Line, required | translated}, func(t *Term) any { return &t.Word }},
	{Text{"meaning", "meaning", 500, Prose, required | translated}, func(t *Term) any { return &t.Meaning }},
}}

var faqTexts = textsOf[FAQ]{"guide.questions_people_ask.*.", []textRow[FAQ]{
	{Text{"question", "question_people_ask", 300, Line, required | translated}, func(f *FAQ) any { return &f.Question }},
	{Text{"answer", "answer_to_it", 4000, Prose, required | translated}, func(f *FAQ) any { return &f.Answer }},
}}

var scenarioTexts = textsOf[Scenario]{"scenarios.*.", []textRow[Scenario]{
	{Text{"name", "name", 80, Line, required}, func(s *Scenario) any { return &s.Name }},
}}

func (o textsOf[T]) all() []Text {
	all := make([]Text, len(o.rows))
	for i, row := range o.rows {
		all[i] = row.Text
		all[i].Path = o.path + row.Path
	}
	return all
}

// of are the texts of one T, which is at a place such as "dimensions.lens.".
func (o textsOf[T]) of(at string, one *T) []TextAt {
	texts := make([]TextAt, len(o.rows))
	for i, row := range o.rows {
		texts[i] = TextAt{Text: row.Text, Field: at + row.Path, in: row.at(one)}
		texts[i].Path = o.path + row.Path
	}
	return texts
}
