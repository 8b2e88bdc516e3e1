package content

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"whichpm/internal/quiz"
)

// Located is a problem of a content file and where it is.
type Located struct {
	Line int // from 1
	quiz.Problem
}

// located takes the values of the format with their names.
func located(line int, field, code string, values ...any) Located {
	return Located{line, quiz.NewProblem(field, code, values...)}
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
		return []Located{tooLarge(body)}
	}
	if found := badText(body); len(found) > 0 {
		return atMost(found)
	}
	body = withoutComments(body)
	lines := newLines(body)
	if wrong := checkSyntax(body); wrong != nil {
		return []Located{{lines.at(wrong.offset), wrong.Problem}}
	}
	w := newWalk(body, lines)
	w.value("", fileShape)
	w.findOlder()
	found := w.problems
	if len(found) == 0 {
		found = versionProblems(body, w)
	}
	slices.SortStableFunc(found, func(a, b Located) int { return cmp.Compare(a.Line, b.Line) })
	return atMost(found)
}

func tooLarge(body []byte) Located {
	return located(1, "", "file_large", "n", MaxFile>>20, "has", math.Round(float64(10*len(body))/(1<<20))/10)
}

// atMost keeps a report short enough to read.
func atMost(found []Located) []Located {
	if more := len(found) - maxReported; more > 0 {
		found = append(found[:maxReported:maxReported],
			located(found[maxReported].Line, "", "file_more", "n", more))
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
		return []Located{{1, quiz.Problem{Message: err.Error()}}}
	}
	var found []Located
	for _, p := range problems[:min(len(problems), 10*maxReported)] {
		called, line := w.find(p.Field)
		p.Field = called
		found = append(found, Located{line, p})
	}
	return found
}

// syntaxProblem is where the file stops being JSON.
type syntaxProblem struct {
	offset int64
	quiz.Problem
}

func syntax(offset int64, code string, values ...any) *syntaxProblem {
	return &syntaxProblem{offset, quiz.NewProblem("", code, values...)}
}

const ends = "Complete the file: it ends in the middle of the JSON"

func checkSyntax(body []byte) *syntaxProblem {
	var whole json.RawMessage
	decoder := json.NewDecoder(bytes.NewReader(body))
	err := decoder.Decode(&whole)
	if fault, ok := errors.AsType[*json.SyntaxError](err); ok {
		return plainly(fault, body)
	}
	switch {
	case errors.Is(err, io.EOF):
		return syntax(0, "file_empty")
	case err != nil:
		return syntax(int64(len(body)), "file_ends", ends)
	}
	after := decoder.InputOffset()
	if rest := bytes.TrimLeft(body[after:], " \t\r\n"); len(rest) > 0 {
		return syntax(int64(len(body)-len(rest)+1), "file_goes_on")
	}
	return nil
}

// plainly says what is wrong with the JSON, without the words of the decoder.
func plainly(fault *json.SyntaxError, body []byte) *syntaxProblem {
	at := min(int(fault.Offset)-1, len(body))
	if at < 0 || strings.Contains(fault.Error(), "max depth") {
		return syntax(fault.Offset, "file_deep")
	}
	letter, size := utf8.DecodeRune(body[at:])
	switch {
	case size == 0:
		return syntax(fault.Offset, "file_ends", ends)
	case letter == '\n' || letter == '\r':
		return syntax(fault.Offset, "file_line")
	case !unicode.IsPrint(letter) || letter == utf8.RuneError:
		return syntax(fault.Offset, "file_character", "sign", fmt.Sprintf("%#x", letter))
	}
	return syntax(fault.Offset, "file_letter", "sign", string(letter))
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
