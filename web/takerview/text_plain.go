package takerview

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// columns is how wide plain text is, so that it fits a terminal and a quoted
// letter.
const columns = 76

// plainFormat writes for people without a browser: no markup, lines of at most
// columns characters, no control characters.
type plainFormat struct{ b strings.Builder }

func (p *plainFormat) String() string { return p.b.String() }

// apart leaves a line empty, but not at the top.
func (p *plainFormat) apart() {
	if p.b.Len() > 0 {
		p.b.WriteByte('\n')
	}
}

func (p *plainFormat) title(text string)      { p.underlined(text, "=") }
func (p *plainFormat) heading(text string)    { p.underlined(text, "-") }
func (p *plainFormat) subheading(text string) { p.para(text + ":") }

func (p *plainFormat) underlined(text, line string) {
	p.para(text)
	p.b.WriteString(strings.Repeat(line, min(utf8.RuneCountInString(oneLine(text)), columns)) + "\n")
}

func (p *plainFormat) para(text string) {
	if text == "" {
		return
	}
	p.apart()
	p.hang("", text)
}

func (p *plainFormat) item(lead string, rest ...string) {
	p.apart()
	p.hang("- ", lead)
	for _, line := range rest {
		p.hang("  ", line)
	}
}

// table writes a row as an item: beside a long question no column is left.
func (p *plainFormat) table(head []string, rows [][]string) {
	for _, row := range rows {
		named := make([]string, 0, len(row))
		for i, cell := range row[1:] {
			named = append(named, head[i+1]+": "+cell)
		}
		p.item(row[0], strings.Join(named, " · "))
	}
}

// hang writes text after a mark, its further lines under its first.
func (p *plainFormat) hang(mark, text string) {
	for _, line := range wrap(text, columns-len(mark)) {
		p.b.WriteString(mark + line + "\n")
		mark = strings.Repeat(" ", len(mark))
	}
}

func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)), " ")
}

// wrap breaks text into lines of at most so many characters, within words
// only where a word is longer than a line.
func wrap(text string, width int) []string {
	var lines []string
	line := []rune{}
	for word := range strings.FieldsSeq(oneLine(text)) {
		if len(line) > 0 && len(line)+1+utf8.RuneCountInString(word) > width {
			lines, line = append(lines, string(line)), nil
		}
		if len(line) > 0 {
			line = append(line, ' ')
		}
		line = append(line, []rune(word)...)
		for len(line) > width {
			lines, line = append(lines, string(line[:width])), line[width:]
		}
	}
	return append(lines, string(line))
}

const barWidth = 55 // odd, so that there is a middle; the numbers stand behind it

func (p *plainFormat) profile(r Reading) {
	for _, d := range r.scored() {
		p.apart()
		gap := barWidth - utf8.RuneCountInString(d.Positive) - utf8.RuneCountInString(d.Negative)
		if gap < 2 {
			p.hang("", r.Ends(d.Positive, d.Negative))
		} else {
			p.b.WriteString(oneLine(d.Positive) + strings.Repeat(" ", gap) + oneLine(d.Negative) + "\n")
		}
		if d.Score.Info == 0 {
			p.hang("", r.Say("bar.no_answer"))
			continue
		}
		fmt.Fprintf(&p.b, "%s  %4s (%s)\n", drawn(d.Score.Position), d.position(), d.reach())
	}
	p.para(r.sayFor("profile.caption") + " " + r.Say("text.brackets"))
}

// drawn is a bar from the middle to the position, the positive end on the left.
func drawn(position float64) string {
	line := []rune(strings.Repeat("·", barWidth))
	middle := barWidth / 2
	at := middle - int(math.Round(position*float64(middle)))
	for i := min(at, middle); i <= max(at, middle); i++ {
		line[i] = '━'
	}
	line[middle] = '┃'
	line[at] = '●'
	return string(line)
}
