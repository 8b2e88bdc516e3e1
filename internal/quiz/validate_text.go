package quiz

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// some asks for a text.
func (p *problemList) some(field, text string) {
	if strings.TrimSpace(text) == "" {
		p.add(field, "draft_some")
	}
}

// texts holds what is known of texts against what they say.
func (p *problemList) texts(texts []TextAt) {
	for _, t := range texts {
		if t.Form == Lines {
			p.lines(t.Text, t.Field, t.lines())
		} else {
			p.text(t.Text, t.Field, t.String())
		}
	}
}

func (p *problemList) text(t Text, field, text string) {
	if t.Required() && !t.Later() {
		p.some(field, text)
	}
	p.Problems = append(p.Problems, LimitedText(field, text, t.Most, t.Form == Prose)...)
}

// LimitedText returns what is wrong with a text that may have so many characters, and
// several lines or only one.
func LimitedText(field, text string, most int, lines bool) (problems Problems) {
	if n := utf8.RuneCountInString(text); n > most {
		problems = append(problems, NewProblem(field, "draft_long", "n", most, "has", n))
	}
	if at, r := findHidden(text, lines); at > 0 {
		if r == '\n' {
			return append(problems, NewProblem(field, "draft_one_line"))
		}
		problems = append(problems, NewProblem(field, "draft_hidden", "sign", fmt.Sprintf("%U", r), "at", at))
	}
	return problems
}

// findHidden returns the first character that cannot be seen or that changes
// how its neighbours are shown, and its number from 1, or 0 if there is none.
func findHidden(text string, lines bool) (at int, found rune) {
	n := 0
	for i, r := range text {
		n++
		_, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case lines && (r == '\n' || r == '\t'):
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == utf8.RuneError && size == 1,
			r == '\u2028', r == '\u2029', r == '\ufeff':
			return n, r
		}
	}
	return 0, 0
}

func (p *problemList) lines(t Text, field string, lines []string) {
	if len(lines) > MaxLines {
		p.add(field, "draft_lines", "most", MaxLines, "n", len(lines))
	}
	for i, line := range lines {
		n := utf8.RuneCountInString(line)
		at, r := findHidden(line, false)
		switch {
		case strings.TrimSpace(line) == "":
			p.add(field, "draft_line_empty", "line", i+1)
		case n > t.Most:
			p.add(field, "draft_line_long", "line", i+1, "n", t.Most, "has", n)
		case at > 0:
			p.add(field, "draft_line_hidden", "sign", fmt.Sprintf("%U", r), "at", at, "line", i+1)
		}
	}
}

func (p *problemList) content(r *Role) {
	p.texts(r.ContentTexts())
	p.lists(r.lists())
	at := "roles." + r.Key + ".content"
	p.within(at+".salary.amount", float64(r.Content.Salary.Amount), 0, 1e9)
	p.year(at+".salary.year", r.Content.Salary.Year)
	for i, h := range r.Content.Hours {
		p.within(nth(HoursField(r.Key), i)+"hours", h.Hours, LeastHours, MostHours)
	}
	for i, pay := range r.Content.Pay {
		p.year(nth(PayField(r.Key), i)+"year", pay.Year)
	}
}

// year may be missing, which is 0.
func (p *problemList) year(field string, year int) {
	if year != 0 {
		p.within(field, float64(year), 1900, 2200)
	}
}

// lists holds how many entries there are and what they say.
func (p *problemList) lists(all []numberedList) {
	for _, list := range all {
		p.count(list.path, list.n, 0, MaxListed)
		for i := range list.n {
			p.texts(list.texts(i))
		}
	}
}

func (p *problemList) guide(g *Guide, dimensions, roles map[string]bool) {
	p.texts(g.Texts())
	p.count("guide.set_ups", len(g.Companies), 0, MaxListed)
	keys := map[string]bool{}
	for i := range g.Companies {
		c := &g.Companies[i]
		at := "guide.set_ups." + c.Key
		p.key(at, c.Key, keys)
		p.texts(c.Texts())
		if d := c.dimension(); !dimensions[d] || c.Pole != d+"+" && c.Pole != d+"-" {
			p.add(at+".pole", "draft_pole", "it", Quoted(c.Pole))
		}
	}
	p.lists(g.lists())
	for i, d := range g.Decisions {
		p.decision(nth(DecisionsField, i)+"parts.", d, roles)
	}
}

// decision refuses roles that are not there, and parts that nobody can have.
func (p *problemList) decision(at string, d Decision, roles map[string]bool) {
	named := map[string]bool{}
	for _, r := range d.Parts {
		switch {
		case !roles[r.Role]:
			p.add(at+r.Role, "draft_decision_role", "it", Quoted(r.Role))
		case named[r.Role]:
			p.add(at+r.Role, "draft_key_twice", "it", Quoted(r.Role))
		}
		named[r.Role] = true
		if !slices.Contains(EveryPart(), r.Part) {
			p.add(at+r.Role+".part", "draft_part", "it", Quoted(r.Part))
		}
	}
}

func (p *problemList) scenarios(v *Version) {
	keys := map[string]bool{}
	for i := range v.Scenarios {
		s := &v.Scenarios[i]
		at := "scenarios." + s.Key
		p.key(at, s.Key, keys)
		p.texts(s.Texts())
		for _, key := range slices.Sorted(maps.Keys(s.Answers)) {
			q, here := v.QuestionIndex(key), at+".answers."+key
			if q < 0 {
				p.add(here, "draft_question", "it", Quoted(key))
			} else if last := len(v.Questions[q].Options) - 1; s.Answers[key] < 0 || s.Answers[key] > last {
				p.add(here, "draft_option", "last", last, "it", s.Answers[key])
			}
		}
		if !slices.Contains(VerdictsFor(len(v.Roles)), s.Verdict) {
			p.add(at+".verdict", "draft_verdict", "it", Quoted(s.Verdict))
		}
		if s.Role != "" && v.RoleIndex(s.Role) < 0 {
			p.add(at+".role", "draft_role", "it", Quoted(s.Role))
		}
	}
}
