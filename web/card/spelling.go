package card

import (
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// Drawable reports whether the picture can show every character of a text as
// it is meant. It cannot show emoji, combining marks, or scripts other than
// Latin, Greek and Cyrillic. For a name it cannot show, say something without
// the name.
func Drawable(text string) bool {
	var buffer sfnt.Buffer
	for _, r := range text {
		if !unicode.IsSpace(r) && !drawable(&buffer, r) {
			return false
		}
	}
	return true
}

// drawable reports whether both fonts have a glyph for r.
func drawable(buffer *sfnt.Buffer, r rune) bool {
	if unicode.In(r, unicode.M, unicode.C) {
		return false
	}
	for _, f := range []*sfnt.Font{regular, bold} {
		if glyph, err := f.GlyphIndex(buffer, r); err != nil || glyph == 0 {
			return false
		}
	}
	return true
}

// longest is how many characters of a text are looked at: more never fit.
const longest = 400

// spell returns the text as the fonts can write it. Marks and hidden
// characters are left out; other characters without a glyph become one
// ellipsis a run, so that a sentence still reads as one with a gap: "how …
// likes to work".
func spell(text string) string {
	var buffer sfnt.Buffer
	var out strings.Builder
	written, gap := 0, false
	for _, r := range text {
		switch {
		case written == longest:
			return out.String()
		case unicode.IsSpace(r):
			r = space(r)
		case unicode.In(r, unicode.M, unicode.C):
			continue
		case !drawable(&buffer, r):
			r = '…'
		}
		if r == '…' && gap {
			continue
		}
		gap = r == '…' || gap && (r == ' ' || r == noBreak)
		out.WriteRune(r)
		written++
	}
	return out.String()
}

const noBreak = '\u00a0'

// space is the one space the fonts have for r: no-break or ordinary.
func space(r rune) rune {
	if r == noBreak || r == '\u202f' {
		return noBreak
	}
	return ' '
}

// spelt is the card as the fonts can write it.
func (c Card) spelt() Card {
	line := func(s string) string {
		breaking := func(r rune) bool { return r == ' ' }
		return strings.Join(strings.FieldsFunc(spell(s), breaking), " ")
	}
	bars := make([]Bar, len(c.Bars))
	for i, b := range c.Bars {
		b.Positive, b.Negative = line(b.Positive), line(b.Negative)
		bars[i] = b
	}
	legend := make([]Role, len(c.Legend))
	for i, r := range c.Legend {
		r.Name = line(r.Name)
		legend[i] = r
	}
	c.Kicker, c.Headline, c.Lead, c.Footer = line(c.Kicker), line(c.Headline), line(c.Lead), line(c.Footer)
	c.Bars, c.Legend = bars, legend
	return c
}
