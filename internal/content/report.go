package content

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"whichpm/internal/quiz"
)

// Located is a problem of a content file and where it is.
type Located struct {
	Line    int    // from 1
	Field   string // "questions.h1.strength", or the place in the JSON
	Message string // what to do
}

// String names the field, where there is one.
func (l Located) String() string {
	if l.Field == "" {
		return l.Message
	}
	return l.Field + ": " + l.Message
}

// MaxFile is how large a content file may be, in bytes.
const MaxFile = 2 << 20

// maxReported is how many problems are told at once.
const maxReported = 100

// Report lists what keeps a content file from becoming a draft, by line. It is
// empty for a file that Parse reads; and Parse, which takes the last of two
// values with one name, reads some that Report does not let pass.
func Report(body []byte) []Located {
	body = bytes.TrimPrefix(body, mark)
	if len(body) > MaxFile {
		return []Located{{1, "", fmt.Sprintf("Use a file of at most %d MB; it has %.1f", MaxFile>>20, float64(len(body))/(1<<20))}}
	}
	lines := newLines(body)
	if syntax := checkSyntax(body); syntax != nil {
		return []Located{{lines.at(syntax.offset), "", syntax.message}}
	}
	w := newWalk(body, lines)
	w.value("", fileShape)
	found := w.problems
	if len(found) == 0 {
		found = versionProblems(body, w)
	}
	slices.SortStableFunc(found, func(a, b Located) int { return cmp.Compare(a.Line, b.Line) })
	if more := len(found) - maxReported; more > 0 {
		found = append(found[:maxReported:maxReported], Located{
			found[maxReported].Line, "", fmt.Sprintf("Mend these first; there are %d more problems", more),
		})
	}
	return found
}

// versionProblems are those of a file in good form.
func versionProblems(body []byte, w *walk) []Located {
	_, err := Parse(body)
	if err == nil {
		return nil
	}
	problems, ok := errors.AsType[quiz.Problems](err)
	if !ok {
		return []Located{{1, "", err.Error()}}
	}
	var found []Located
	for _, p := range problems[:min(len(problems), 10*maxReported)] {
		found = append(found, Located{w.line(p.Field), inFile(p.Field), p.Message})
	}
	return found
}

// syntaxProblem is where the file stops being JSON.
type syntaxProblem struct {
	offset  int64
	message string
}

func checkSyntax(body []byte) *syntaxProblem {
	var whole json.RawMessage
	decoder := json.NewDecoder(bytes.NewReader(body))
	err := decoder.Decode(&whole)
	if fault, ok := errors.AsType[*json.SyntaxError](err); ok {
		return &syntaxProblem{fault.Offset, plainly(fault, body)}
	}
	switch {
	case errors.Is(err, io.EOF):
		return &syntaxProblem{0, "Choose a content file; this one is empty"}
	case err != nil:
		return &syntaxProblem{int64(len(body)), "Complete the file: it ends in the middle of the JSON"}
	}
	after := decoder.InputOffset()
	if rest := bytes.TrimLeft(body[after:], " \t\r\n"); len(rest) > 0 {
		return &syntaxProblem{int64(len(body) - len(rest) + 1), "Take out what comes after the end of the JSON"}
	}
	return nil
}

// plainly says what is wrong with the JSON, without the words of the decoder.
func plainly(fault *json.SyntaxError, body []byte) string {
	at := min(int(fault.Offset)-1, len(body))
	if at < 0 || strings.Contains(fault.Error(), "max depth") {
		return "This is not JSON that can be read: there are too many brackets within each other"
	}
	letter, size := utf8.DecodeRune(body[at:])
	switch {
	case size == 0:
		return "Complete the file: it ends in the middle of the JSON"
	case letter == '\n' || letter == '\r':
		return "This is not JSON: the line ends here before it should"
	case !unicode.IsPrint(letter) || letter == utf8.RuneError:
		return fmt.Sprintf("This is not JSON: there is an unexpected character here, number %#x", letter)
	}
	return fmt.Sprintf("This is not JSON: there is an unexpected “%c” here", letter)
}

// lines finds the line of a byte.
type lines []int64 // offset of each line's end

func newLines(body []byte) lines {
	var ends lines
	for i, c := range body {
		if c == '\n' {
			ends = append(ends, int64(i))
		}
	}
	return ends
}

// at takes how many bytes were read, as the JSON decoder counts them.
func (l lines) at(read int64) int {
	line, _ := slices.BinarySearch(l, max(read-1, 0))
	return line + 1
}
