package quiz

import (
	"fmt"
	"strconv"
	"strings"
)

// Message is a text in English with places for values, such as "{n} of {all}",
// and the id that names it to other languages. A value may be a Message too.
type Message struct {
	ID     string
	Text   string
	Values []any // name, value, name, value
	Inside bool  // it starts small, because it follows a name
}

// Say makes a Message.
func Say(id, text string, values ...any) Message { return Message{ID: id, Text: text, Values: values} }

// String says it in English.
func (s Message) String() string {
	var b strings.Builder
	for text := s.Text; ; {
		before, rest, opened := strings.Cut(text, "{")
		b.WriteString(before)
		if !opened {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(s.value(name))
		text = after
	}
}

func (s Message) value(name string) string {
	for i := 0; i+1 < len(s.Values); i += 2 {
		if s.Values[i] == name {
			return inPlainEnglish(s.Values[i+1])
		}
	}
	return "{" + name + "}"
}

// Localize writes a value in some language: a text, a number, a Message.
type Localize func(x any) string

// PlainEnglish is the Localize of the language everything is written in first.
func PlainEnglish(x any) string { return inPlainEnglish(x) }

func inPlainEnglish(x any) string {
	switch x := x.(type) {
	case string:
		return x
	case fmt.Stringer:
		return x.String()
	}
	return fmt.Sprint(x)
}

// Number is a number in a text with that many digits after the point, -1 for
// as many as it has.
type Number struct {
	X      float64
	Digits int
	Signed bool // with a plus too
}

func (n Number) String() string {
	format := byte('f')
	if n.Digits < 0 {
		format = 'g'
	}
	text := strconv.FormatFloat(n.X, format, n.Digits, 64)
	if n.Signed && n.X >= 0 {
		text = "+" + text
	}
	return text
}

// Pick is an answer to a question in a text.
type Pick struct {
	Question Question
	Option   int
}

func (p Pick) String() string { return p.Question.Said(p.Option) }
