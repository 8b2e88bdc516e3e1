package takerview

import "github.com/a-h/templ"

// HTML is the error page.
func (p ErrorProps) HTML() templ.Component { return Error(p) }

// Text is the error page as plain text.
func (p ErrorProps) Text() string { return p.writeOn(&plainFormat{}) }

// Markdown is Text in Markdown.
func (p ErrorProps) Markdown() string { return p.writeOn(&markdownFormat{}) }

func (p ErrorProps) writeOn(out textFormat) string {
	out.para(p.Say("error.number", "status", p.Status))
	out.title(p.Title)
	out.para(p.Message)
	if p.ID != "" {
		out.para(p.Say("error.code") + " " + p.ID)
	}
	return out.String()
}

// problem is an error for programs, as RFC 9457 has it.
type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Code   string `json:"code,omitempty"` // finds the log line
}

// Problem is the error page for programs.
func (p ErrorProps) Problem() any {
	return problem{Title: p.Title, Status: p.Status, Detail: p.Message, Code: p.ID}
}
