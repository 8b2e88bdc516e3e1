package takerview

import (
	"regexp"
	"strings"
)

// markdownFormat writes Markdown in which every passed word is plain text.
type markdownFormat struct{ b strings.Builder }

func (m *markdownFormat) String() string { return m.b.String() }

func (m *markdownFormat) block(mark, text string) {
	if text == "" {
		return
	}
	if m.b.Len() > 0 {
		m.b.WriteByte('\n')
	}
	m.b.WriteString(mark + opening.ReplaceAllString(escaped(text), `$1\$2`) + "\n")
}

func (m *markdownFormat) title(text string)      { m.block("# ", text) }
func (m *markdownFormat) heading(text string)    { m.block("## ", text) }
func (m *markdownFormat) subheading(text string) { m.block("### ", text) }
func (m *markdownFormat) para(text string)       { m.block("", text) }

func (m *markdownFormat) item(lead string, rest ...string) {
	m.block("- ", lead)
	for _, line := range rest {
		m.block("  ", line)
	}
}

func (m *markdownFormat) table(head []string, rows [][]string) {
	m.b.WriteByte('\n')
	m.row(head)
	m.b.WriteString(strings.Repeat("| --- ", len(head)) + "|\n")
	for _, row := range rows {
		m.row(row)
	}
}

func (m *markdownFormat) row(cells []string) {
	for _, cell := range cells {
		m.b.WriteString("| " + escaped(cell) + " ")
	}
	m.b.WriteString("|\n")
}

func (m *markdownFormat) profile(r Reading) {
	var rows [][]string
	for _, d := range r.scored() {
		rows = append(rows, []string{r.Ends(d.Positive, d.Negative), d.leans(), d.position(), d.reach()})
	}
	m.para(r.sayFor("profile.caption"))
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
