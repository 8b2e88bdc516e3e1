package takerview

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// guidePart is a part of the guide that its list of contents leads to.
type guidePart struct{ id, heading string }

// guideParts are those that have something, in the order of the page.
func guideParts(p GuideProps) []guidePart {
	g := p.Version.Guide
	var parts []guidePart
	add := func(there bool, id, heading string) {
		if there {
			parts = append(parts, guidePart{id, heading})
		}
	}
	places := p.beside()
	add(len(places) > 0, "roles", p.Say("roles.side_by_side"))
	add(len(aspectsOf(p.Language, rolesAt(p.Version, places), careerAspects)) > 0, "career", p.Say("guidepage.career"))
	add(p.chooses(), "every", p.Say("guidepage.every", "n", len(p.Version.Roles)))
	add(len(g.Decisions) > 0, "decisions", p.Say("guidepage.decisions"))
	add(g.WorkingTogether != "", "together", p.Say("guidepage.together"))
	add(p.Jobs() && len(g.Companies) > 0, "companies", p.Say("company.heading"))
	add(len(g.CloseRoles) > 0, "close", p.Say("guidepage.close_roles"))
	add(len(g.FAQ) > 0, "asked", p.Say("guidepage.asked"))
	add(len(g.Myths) > 0, "myths", p.Say("guidepage.myths"))
	add(len(withSteps(p.Version, places)) > 0, "next", p.Say("roles.next"))
	add(len(g.Glossary) > 0, "words", p.Say("guidepage.glossary"))
	add(len(g.Sources) > 0, "from", p.Say("guidepage.sources"))
	return parts
}

// guideHas reports whether the guide has one of these parts.
func guideHas(p GuideProps, ids ...string) bool {
	return slices.ContainsFunc(guideParts(p), func(part guidePart) bool { return slices.Contains(ids, part.id) })
}

// dated is a source with its year, where one is known.
func dated(source string, year int) string {
	if year == 0 {
		return source
	}
	return source + ", " + strconv.Itoa(year)
}

// figureOf is a figure with what it measures.
func figureOf(l words.Language, p quiz.Pay) string {
	if p.Measure == "" {
		return p.Figure
	}
	return l.Say("guidepage.measured", "figure", p.Figure, "measure", p.Measure)
}

// stripWidth is the width of the drawing of a day, in its own units.
const stripWidth = 320.0

// stripPart is a part of the day at its place in the drawing.
type stripPart struct {
	quiz.Hours

	number   int // from 1
	x, width float64
}

// strip places the parts of a day one after the other.
func strip(day []quiz.Hours) []stripPart {
	total := 0.0
	for _, h := range day {
		total += h.Hours
	}
	parts, x := make([]stripPart, len(day)), 0.0
	for i, h := range day {
		width := stripWidth * h.Hours / total
		parts[i] = stripPart{h, i + 1, x, width}
		x += width
	}
	return parts
}

// dark reports whether the part is filled; every other one is.
func (s stripPart) dark() bool { return s.number%2 == 1 }

// numbered reports whether its number fits into it.
func (s stripPart) numbered() bool { return s.width >= 7*float64(len(strconv.Itoa(s.number)))+4 }

// closeNames are the names of the close roles.
func closeNames(roles []quiz.CloseRole) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = r.Name
	}
	return strings.Join(names, " · ")
}

// termNames are the words that are explained.
func termNames(terms []quiz.Term) string {
	names := make([]string, len(terms))
	for i, t := range terms {
		names[i] = t.Word
	}
	return strings.Join(names, " · ")
}

func units(x float64) string { return fmt.Sprintf("%.1f", x) }
