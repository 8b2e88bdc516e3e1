package content

import (
	"bytes"
	"strings"

	"whichpm/internal/quiz"
)

// Read makes a version of a file that somebody changed elsewhere: a content file, a
// table of the questions, or the texts in another language as a table or as XLIFF.
// All but a content file change base only in what they are about. It returns what
// keeps the file from becoming a draft, by line.
func Read(body []byte, base *quiz.Version) (*quiz.Version, []Located) {
	switch {
	case !Elsewhere(body):
		if found := Report(body); len(found) > 0 {
			return nil, found
		}
		v, err := ParseOver(body, base)
		if err != nil {
			return nil, []Located{{1, quiz.Problem{Message: err.Error()}}}
		}
		return v, nil
	case base == nil:
		return nil, []Located{located(1, "", "table_base")}
	case len(body) > MaxFile:
		return nil, []Located{tooLarge(body)}
	case begins(body) == '<':
		return xliffOver(body, base)
	}
	t, found := readTable(body)
	switch {
	case len(found) > 0:
		return nil, found
	case t.has("field"):
		return translationsOver(t, base)
	}
	return questionsOver(t, base)
}

// Elsewhere reports whether a file is no content file.
func Elsewhere(body []byte) bool {
	first := begins(body)
	return first != 0 && !inUTF16(body) && !strings.ContainsRune("{[/\"", rune(first)) && (first == '<' || bytes.ContainsAny(firstLine(body), ",;\t"))
}

// begins is the first sign of a file, 0 for none.
func begins(body []byte) byte {
	if body = bytes.TrimSpace(bytes.TrimPrefix(body, mark)); len(body) > 0 {
		return body[0]
	}
	return 0
}

func firstLine(body []byte) []byte {
	line, _, _ := bytes.Cut(bytes.TrimSpace(bytes.TrimPrefix(body, mark)), []byte("\n"))
	return line
}

// over is a version as it is read from its content file, in the place of base.
func over(v, base *quiz.Version) (*quiz.Version, []Located) {
	body, err := Format(v)
	if err == nil {
		v, err = Parse(body)
	}
	if err != nil {
		return nil, []Located{{1, quiz.Problem{Message: err.Error()}}}
	}
	v.Follow(base)
	return v, nil
}
