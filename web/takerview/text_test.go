package takerview

import (
	"strings"
	"testing"
	"unicode/utf8"

	"whichpm/internal/quiz"
)

const hostile = "[x](https://evil.example) <b>*A*"

func asShared(r Reading, scope quiz.Scope, name string) SharedProps {
	return SharedProps{Reading: r, Share: quiz.Share{Scope: scope, Name: name}, Link: "https://quiz.example/r/x"}
}

func TestEveryLineOfTheTextFitsATerminal(t *testing.T) {
	for _, r := range played(50) {
		for line := range strings.SplitSeq(SharedText(asShared(r, quiz.ScopeAnswers, strings.Repeat("W", quiz.MaxName))), "\n") {
			if n := utf8.RuneCountInString(line); n > columns {
				t.Fatalf("a line has %d characters: %s", n, line)
			}
			if line != strings.TrimRight(line, " ") {
				t.Fatalf("a line ends in spaces: %q", line)
			}
		}
	}
}

func TestTheTextShowsTheProfileAsBars(t *testing.T) {
	for position, want := range map[float64]string{
		1:   "●" + strings.Repeat("━", 26) + "┃" + strings.Repeat("·", 27),
		0:   strings.Repeat("·", 27) + "●" + strings.Repeat("·", 27),
		-.5: strings.Repeat("·", 27) + "┃" + strings.Repeat("━", 13) + "●" + strings.Repeat("·", 13),
		-1:  strings.Repeat("·", 27) + "┃" + strings.Repeat("━", 26) + "●",
	} {
		if got := drawn(position); got != want {
			t.Errorf("%v is drawn\n%s, want\n%s", position, got, want)
		}
	}
}

func TestTheTextBreaksOnlyWordsThatAreTooLong(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "",
		"one two three":          "one two|three",
		"a\tlist\r\nof\x1bwords": "a list|of words",
		"abcdefghijkl m":         "abcdefgh|ijkl m",
		"a abcdefgh b":           "a|abcdefgh|b",
	} {
		if got := strings.Join(wrap(text, 8), "|"); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestNothingInMarkdownIsMarkupButItsOwn(t *testing.T) {
	r := played(1)[0]
	text := SharedMarkdown(asShared(r, quiz.ScopeAnswers, hostile))
	if want := `\[x\](https\://evil.example) \<b\>\*A\*`; strings.Count(text, want) < 1 {
		t.Errorf("the name does not stand as %s in\n%s", want, text)
	}
	for _, mark := range []string{"](https:", " <b>", " *A"} {
		if strings.Contains(text, mark) {
			t.Errorf("%q stayed markup", mark)
		}
	}
	for text, want := range map[string]string{"1. Ada": `1\. Ada`, "- Ada": `\- Ada`, "+1": `\+1`, "2) b": `2\) b`, "# a": `\# a`, "A. B": "A. B"} {
		var out markdownFormat
		if out.para(text); out.String() != want+"\n" {
			t.Errorf("%q is written %q", text, out.String())
		}
	}
}

func TestTheTextSaysWhatThePageSays(t *testing.T) {
	for _, r := range played(20) {
		props := asShared(r, quiz.ScopeAnswers, "Ada")
		text := strings.Join(strings.Fields(SharedText(props)), " ")
		for _, sentence := range []string{r.Headline("Ada"), r.Lead(), "https://quiz.example/"} {
			if !strings.Contains(text, sentence) {
				t.Errorf("it does not say %q:\n%s", sentence, text)
			}
		}
		for _, entry := range r.Score.Ledger() {
			if prompt := r.Version.Questions[entry.Question].Text; !strings.Contains(text, prompt) {
				t.Errorf("it leaves out %q", prompt)
			}
		}
	}
}
