package card

import (
	"image"
	"strings"
)

// Where things stand, in pixels. Everything keeps to the margins.
const (
	stripe   = 12
	margin   = 72
	inner    = Width - 2*margin
	markTop  = 52
	markSize = 44

	contentTop    = markTop + markSize
	contentBottom = 546
	footerLine    = 590
)

// The least room between the parts.
const (
	aboveHeadline = 28
	aboveLead     = 16
	aboveBars     = 22
)

// card draws the whole picture. What the parts leave free goes above the
// headline, the lead and the bars.
func (p *pen) card(c Card) {
	p.stripe(c.Stripe)
	p.mark(margin, markTop, markSize)
	p.kicker(c.Kicker, p.legend(c.Legend[:min(len(c.Legend), 2)]))

	lead, leadFace := p.oneLine(p.sentences(c.Lead, inner, 24), inner, 30, 24)
	leadHeight := 0.0
	if lead != "" {
		leadHeight = aboveLead + leadFace.size*capHeight
	}
	rows := newRows(len(c.Bars))
	free := float64(contentBottom-contentTop-aboveHeadline) - leadHeight - rows.room()
	lines, f := p.headline(c.Headline, inner, free, largest(len(c.Bars)))
	free -= headlineHeight(len(lines), f.size)

	y := contentTop + aboveHeadline + free*.4 + f.size*capHeight
	for i, line := range lines {
		p.write(line, f, margin, y+f.size*leading*float64(i), inks.ink)
	}
	y += headlineHeight(len(lines), f.size) - f.size*capHeight + leadHeight + free*.1
	p.write(lead, leadFace, margin, y, inks.muted)
	p.bars(c.Bars, rows, contentBottom-rows.height())

	footer, footerFace := p.oneLine(c.Footer, inner, 25, 21)
	p.write(footer, footerFace, margin, footerLine, inks.muted)
}

// largest is the size a headline may have beside so many bars.
func largest(bars int) float64 {
	if bars == 0 {
		return 76
	}
	return 70
}

// oneLine sets a text as large as fits in one line, from the largest size to
// the smallest, and shortens it if even that is too wide.
func (p *pen) oneLine(text string, width, largest, smallest float64) (string, face) {
	f := line(largest)
	for f.size > smallest && p.width(text, f) > width {
		f.size--
	}
	return p.shorten(text, f, width), f
}

// sentences leaves out whole sentences from the end until the rest fits in
// one line of that size, or only one is left.
func (p *pen) sentences(text string, width, size float64) string {
	for p.width(text, line(size)) > width {
		end := strings.LastIndex(strings.TrimSuffix(text, "."), ". ")
		if end < 0 {
			return text
		}
		text = text[:end+1]
	}
	return text
}

// line is the face of a line on its own. At these sizes letters may stand a
// little closer than in running text.
func line(size float64) face { return face{font: regular, size: size, tight: .008} }

// stripe is as many parts side by side as the headline names roles.
func (p *pen) stripe(tones []int) {
	if len(tones) == 0 {
		tones = []int{Both}
	}
	for i, tone := range tones {
		p.fill(image.Rect(Width*i/len(tones), 0, Width*(i+1)/len(tones), stripe), inks.tone(tone))
	}
}

// kicker ends where something else begins.
func (p *pen) kicker(text string, end float64) {
	const left = margin + markSize + 16
	text, f := p.oneLine(text, end-left, 29, 24)
	p.write(text, f, left, markTop+(markSize+f.size*capHeight)/2, inks.muted)
}

// mark draws the site's icon: two roles either side of a line.
func (p *pen) mark(left, top, size float32) {
	part := func(x0, y0, x1, y1, radius float32, ink paint) {
		u := size / 32
		p.box(box{left + x0*u, top + y0*u, left + x1*u, top + y1*u, radius * u, radius * u}, ink)
	}
	part(0, 0, 32, 32, 8, inks.ink)
	part(4, 8, 18, 12, 2, inks.markRoleOne)
	part(8.5, 14, 18, 18, 2, inks.markRoleOne)
	part(15, 14, 23.5, 18, 2, inks.markRoleTwo)
	part(15, 20, 28, 24, 2, inks.markRoleTwo)
	part(15.5, 4.75, 17, 27.25, .75, inks.markSeparator)
}
