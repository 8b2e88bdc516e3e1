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
		p.add(field, "draft_some", "Write something here")
	}
}

// text holds the limit of a place.
func (p *problemList) text(field, place, text string) {
	l := limits[place]
	if l.Required {
		p.some(field, text)
	}
	if n := utf8.RuneCountInString(text); n > l.Most {
		p.add(field, "draft_long", "Shorten this to %d characters; it has %d", "n", l.Most, "has", n)
	}
	if at, r := findHidden(text, l.Lines); at > 0 {
		if r == '\n' {
			p.add(field, "draft_one_line", "Write this on one line")
		} else {
			p.add(field, "draft_hidden", "Take out the hidden character %s, number %d here", "sign", fmt.Sprintf("%U", r), "at", at)
		}
	}
}

// limits are Limits by place.
var limits = func() map[string]Limit {
	byPlace := map[string]Limit{}
	for _, l := range Limits {
		byPlace[l.Field] = l
	}
	return byPlace
}()

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

// lines holds the limit of a list of lines.
func (p *problemList) lines(field, place string, lines []string) {
	l := limits[place]
	if len(lines) > MaxLines {
		p.add(field, "draft_lines", "Keep at most %d lines; there are %d", "most", MaxLines, "n", len(lines))
	}
	for i, line := range lines {
		n := utf8.RuneCountInString(line)
		at, r := findHidden(line, false)
		switch {
		case strings.TrimSpace(line) == "":
			p.add(field, "draft_line_empty", "Write something on line %d, or take it out", "line", i+1)
		case n > l.Most:
			p.add(field, "draft_line_long", "Shorten line %d to %d characters; it has %d", "line", i+1, "n", l.Most, "has", n)
		case at > 0:
			p.add(field, "draft_line_hidden", "Take out the hidden character %s, number %d of line %d", "sign", fmt.Sprintf("%U", r), "at", at, "line", i+1)
		}
	}
}

func (p *problemList) content(at string, c RoleContent) {
	const place = "roles.*.content."
	for _, t := range c.texts() {
		p.text(at+"."+t.name, place+t.name, *t.body)
	}
	for _, l := range c.lists() {
		p.lines(at+"."+l.name, place+l.name, *l.lines)
	}
	p.within(at+".salary.amount", float64(c.Pay.Amount), 0, 1e9)
	if c.Pay.Year != 0 {
		p.within(at+".salary.year", float64(c.Pay.Year), 1900, 2200)
	}
}

func (p *problemList) guide(g Guide, dimensions map[string]bool) {
	for _, t := range g.texts() {
		p.text("guide."+t.name, "guide."+t.name, *t.body)
	}
	for _, l := range g.lists() {
		p.lines("guide."+l.name, "guide."+l.name, *l.lines)
	}
	p.count("guide.set_ups", len(g.SetUps), 0, MaxListed)
	keys := map[string]bool{}
	for _, s := range g.SetUps {
		at := "guide.set_ups." + s.Key
		p.key(at, s.Key, keys)
		p.text(at+".name", "guide.set_ups.*.name", s.Name)
		p.text(at+".text", "guide.set_ups.*.text", s.Text)
		if d := s.dimension(); !dimensions[d] || s.Pole != d+"+" && s.Pole != d+"-" {
			p.add(at+".pole", "draft_pole", "Name a dimension of this quiz and its side, such as setting+; it is %s", "it", Quoted(s.Pole))
		}
	}
	p.count("guide.questions_people_ask", len(g.Asked), 0, MaxListed)
	for i, a := range g.Asked {
		at := fmt.Sprintf("guide.questions_people_ask.%d", i)
		p.text(at+".question", "guide.questions_people_ask.*.question", a.Question)
		p.text(at+".answer", "guide.questions_people_ask.*.answer", a.Answer)
	}
}

func (p *problemList) scenarios(v *Version) {
	keys := map[string]bool{}
	for _, s := range v.Scenarios {
		at := "scenarios." + s.Key
		p.key(at, s.Key, keys)
		p.text(at+".name", "scenarios.*.name", s.Name)
		for _, key := range slices.Sorted(maps.Keys(s.Answers)) {
			q, here := v.QuestionIndex(key), at+".answers."+key
			if q < 0 {
				p.add(here, "draft_question", "Name a question of this quiz; %s is none", "it", Quoted(key))
			} else if last := len(v.Questions[q].Options) - 1; s.Answers[key] < 0 || s.Answers[key] > last {
				p.add(here, "draft_option", "Choose an option from 0 to %d; it is %d", "last", last, "it", s.Answers[key])
			}
		}
		if !slices.Contains([]Verdict{NotEnough, Balanced, Leaning, Clear}, s.Verdict) {
			p.add(at+".verdict", "draft_verdict", "Use not_enough, balanced, leaning or clear; it is %s", "it", Quoted(s.Verdict))
		}
		if s.Role != "" && v.RoleIndex(s.Role) < 0 {
			p.add(at+".role", "draft_role", "Name a role of this quiz, or none; %s is none", "it", Quoted(s.Role))
		}
	}
}
