package quiz

import (
	"strings"
	"unicode"
)

// Op says what became of a piece of text.
type Op string

// What becomes of text.
const (
	Same    Op = "same"
	Added   Op = "added"
	Removed Op = "removed"
)

// Span is a piece of text and what became of it.
type Span struct {
	Op   Op
	Text string
}

// mostCompared bounds the work: words of one text times words of the other.
// Texts that differ in more are told as removed and added whole.
const mostCompared = 1 << 20

// WordDiff says word by word how before became after. The spans that are not
// Added spell before, those that are not Removed spell after, and of two that
// replace each other Removed comes first.
func WordDiff(before, after string) []Span {
	a, b := wordsOf(before), wordsOf(after)
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var s spans
	s.add(Same, a[:head]...)
	s.compare(a[head:len(a)-tail], b[head:len(b)-tail])
	s.add(Same, a[len(a)-tail:]...)
	return s.merged()
}

// wordsOf splits a text into words and the space between them.
func wordsOf(text string) []string {
	var words []string
	start, space := 0, false
	for i, r := range text {
		if i > start && unicode.IsSpace(r) != space {
			words = append(words, text[start:i])
			start = i
		}
		space = unicode.IsSpace(r)
	}
	if start < len(text) {
		words = append(words, text[start:])
	}
	return words
}

type spans []Span

func (s *spans) add(op Op, words ...string) {
	if len(words) > 0 {
		*s = append(*s, Span{op, strings.Join(words, "")})
	}
}

// compare finds the longest common subsequence.
func (s *spans) compare(a, b []string) {
	if len(a)*len(b) > mostCompared {
		s.add(Removed, a...)
		s.add(Added, b...)
		return
	}
	width := len(b) + 1
	longest := make([]uint32, (len(a)+1)*width) // from a[i] and b[j] on
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i*width+j] = longest[(i+1)*width+j+1] + 1
			} else {
				longest[i*width+j] = max(longest[(i+1)*width+j], longest[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			s.add(Same, a[i])
			i, j = i+1, j+1
		case longest[(i+1)*width+j] >= longest[i*width+j+1]:
			s.add(Removed, a[i])
			i++
		default:
			s.add(Added, b[j])
			j++
		}
	}
	s.add(Removed, a[i:]...)
	s.add(Added, b[j:]...)
}

// merged joins neighbours. Space between two changes counts as changed with
// them: "big red" became "small blue" reads better than word for word.
func (s spans) merged() []Span {
	var out []Span
	var gone, come []string
	gap := "" // space that may turn out to lie between two changes
	flush := func() {
		out = append(out, Span{Removed, strings.Join(gone, "")}, Span{Added, strings.Join(come, "")}, Span{Same, gap})
		gone, come, gap = nil, nil, ""
	}
	for _, span := range s {
		switch blank := strings.TrimSpace(span.Text) == ""; {
		case span.Op == Same && blank && gap == "" && len(gone)+len(come) > 0:
			gap = span.Text
		case span.Op == Same:
			flush()
			out = append(out, span)
		default:
			if gap != "" {
				gone, come, gap = append(gone, gap), append(come, gap), ""
			}
			if span.Op == Removed {
				gone = append(gone, span.Text)
			} else {
				come = append(come, span.Text)
			}
		}
	}
	flush()
	return joined(out)
}

// joined drops empty spans and makes one of neighbours with the same fate.
func joined(s []Span) []Span {
	var out []Span
	for _, span := range s {
		if n := len(out); n > 0 && out[n-1].Op == span.Op {
			out[n-1].Text += span.Text
		} else if span.Text != "" {
			out = append(out, span)
		}
	}
	return out
}
