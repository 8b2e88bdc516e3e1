package takerview

// ErrorText is the error page as plain text, ErrorMarkdown as Markdown.
func ErrorText(p ErrorProps) string { return p.writeOn(&plainFormat{}) }

// ErrorMarkdown is ErrorText in Markdown.
func ErrorMarkdown(p ErrorProps) string { return p.writeOn(&markdownFormat{}) }

func (p ErrorProps) writeOn(out textFormat) string {
	out.para(p.Say("error.number", "status", p.Status))
	out.title(p.Title)
	out.para(p.Message)
	if p.ID != "" {
		out.para(p.Say("error.code") + " " + p.ID)
	}
	return out.String()
}

// Problem is an error for programs, as RFC 9457 has it.
type Problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Code   string `json:"code,omitempty"` // finds the log line
}

// ErrorProblem is the error page for programs.
func ErrorProblem(p ErrorProps) Problem {
	return Problem{Title: p.Title, Status: p.Status, Detail: p.Message, Code: p.ID}
}
