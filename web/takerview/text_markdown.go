package takerview

import (
	"regexp"
	"strings"
)

// markdownPaper writes Markdown in which every passed word is plain text.
type markdownPaper struct{ b strings.Builder }

func (m *markdownPaper) String() string { return m.b.String() }

func (m *markdownPaper) block(mark, text string) {
	if text == "" {
		return
	}
	if m.b.Len() > 0 {
		m.b.WriteByte('\n')
	}
	m.b.WriteString(mark + opening.ReplaceAllString(escaped(text), `$1\$2`) + "\n")
}

func (m *markdownPaper) title(text string)      { m.block("# ", text) }
func (m *markdownPaper) heading(text string)    { m.block("## ", text) }
func (m *markdownPaper) subheading(text string) { m.block("### ", text) }
func (m *markdownPaper) para(text string)       { m.block("", text) }

func (m *markdownPaper) item(lead string, rest ...string) {
	m.block("- ", lead)
	for _, line := range rest {
		m.block("  ", line)
	}
}

func (m *markdownPaper) table(head []string, rows [][]string) {
	m.b.WriteByte('\n')
	m.row(head)
	m.b.WriteString(strings.Repeat("| --- ", len(head)) + "|\n")
	for _, row := range rows {
		m.row(row)
	}
}

func (m *markdownPaper) row(cells []string) {
	for _, cell := range cells {
		m.b.WriteString("| " + escaped(cell) + " ")
	}
	m.b.WriteString("|\n")
}

func (m *markdownPaper) profile(r Reading) {
	var rows [][]string
	for _, d := range r.scored() {
		rows = append(rows, []string{r.Ends(d.Positive, d.Negative), d.leans(), d.position(), d.reach()})
	}
	m.para(r.Say("profile.caption"))
	m.table([]string{r.Say("table.dimension"), r.Say("table.leans"), r.Say("table.position"), r.Say("table.range")}, rows)
}

// escaped keeps text from becoming markup, HTML, mathematics or a link.
func escaped(text string) string { return marks.Replace(oneLine(text)) }

var marks = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "~", `\~`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"|", `\|`, "&", `\&`, "#", `\#`, "$", `\$`, "://", `\://`, "www.", `www\.`, "@", `\@`,
)

// opening finds what would make a list or a line of the text after it.
var opening = regexp.MustCompile(`^(\d*)([-+=.)])`)
