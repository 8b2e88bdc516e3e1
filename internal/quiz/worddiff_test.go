package quiz_test

import (
	"slices"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

func TestAChangeOfWordingIsToldWordByWord(t *testing.T) {
	const same, added, removed = quiz.Same, quiz.Added, quiz.Removed
	for _, c := range []struct {
		before, after string
		want          []quiz.Span
	}{
		{"", "", nil},
		{"I like maps.", "I like maps.", []quiz.Span{{same, "I like maps."}}},
		{"", "new", []quiz.Span{{added, "new"}}},
		{"old", "", []quiz.Span{{removed, "old"}}},
		{"I like maps.", "I like old maps.", []quiz.Span{{same, "I like "}, {added, "old "}, {same, "maps."}}},
		{"a big red ball", "a small blue ball", []quiz.Span{{same, "a "}, {removed, "big red"}, {added, "small blue"}, {same, " ball"}}},
		{"one two three", "one three two", []quiz.Span{{same, "one "}, {removed, "two "}, {same, "three"}, {added, " two"}}},
		{"a b", "a  b", []quiz.Span{{same, "a"}, {removed, " "}, {added, "  "}, {same, "b"}}},
	} {
		if got := quiz.WordDiff(c.before, c.after); !slices.Equal(got, c.want) {
			t.Errorf("%q to %q: got %v, want %v", c.before, c.after, got, c.want)
		}
	}
}

// spells puts the two texts together again.
func spells(s []quiz.Span) [2]string {
	var before, after strings.Builder
	for _, span := range s {
		if span.Op != quiz.Added {
			before.WriteString(span.Text)
		}
		if span.Op != quiz.Removed {
			after.WriteString(span.Text)
		}
	}
	return [2]string{before.String(), after.String()}
}

func TestHugeTextsAreComparedInOneBite(t *testing.T) {
	before, after := strings.Repeat("a b ", 250_000), strings.Repeat("c a ", 250_000)
	if got := spells(quiz.WordDiff(before, after)); got != [2]string{before, after} {
		t.Error("the texts are not those that were compared")
	}
	if got := quiz.WordDiff(before+"old end", before+"new end"); len(got) != 4 || got[1].Text != "old" {
		t.Errorf("%d spans", len(got))
	}
}

func FuzzWordDiff(f *testing.F) {
	f.Add("a big red ball", "a small blue ball")
	f.Add("", "\x00 \n\t é")
	f.Add("\xff\xfe a", "a \xff")
	f.Fuzz(func(t *testing.T, before, after string) {
		spans := quiz.WordDiff(before, after)
		if spells(spans) != [2]string{before, after} {
			t.Fatalf("%v does not spell %q and %q", spans, before, after)
		}
		for i, span := range spans {
			if span.Text == "" || i > 0 && spans[i-1].Op == span.Op {
				t.Fatalf("span %d of %v says nothing of its own", i, spans)
			}
		}
		if before == after && len(spans) > 1 {
			t.Fatal("the same text differs")
		}
	})
}
