package insight

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"whichpm/internal/quiz"
)

// earlierNote is what withNote wrote in an earlier round.
var earlierNote = regexp.MustCompile(`(^|; )[Mm]oved by \d+ reports?, [A-Z][a-z]+ \d{4}`)

// withNote says at the end of a source what moved the mean, in place of what
// an earlier round said. A source that would get too long loses the end of
// what it said, at a word.
func withNote(source string, n int, at time.Time) string {
	source = strings.TrimPrefix(earlierNote.ReplaceAllString(source, ""), "; ")
	reports := "reports"
	if n == 1 {
		reports = "report"
	}
	note := fmt.Sprintf("moved by %d %s, %s", n, reports, at.UTC().Format("January 2006"))
	if strings.TrimSpace(source) == "" {
		return strings.ToUpper(note[:1]) + note[1:]
	}
	note = "; " + note
	return cutTo(source, quiz.TextFor("roles.*.profile.*.source").Most-utf8.RuneCountInString(note)) + note
}

// longestWord is how far back cutTo looks for the end of a word.
const longestWord = 40

// cutTo shortens a text to so many characters.
func cutTo(text string, most int) string {
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	kept := string(letters[:most-1])
	if space := strings.LastIndexAny(kept, " \n"); space >= len(string(letters[:most-longestWord])) {
		kept = kept[:space]
	}
	return strings.TrimRight(kept, " \r\n,;:.…") + "…"
}
