package takerview

import (
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/web/words"
)

func TestThePageOfTheOpenDataSaysWhatTheCodebookDoes(t *testing.T) {
	v := content.First()
	english := DataProps{Version: v}
	german := DataProps{Version: v.In("de"), Language: words.German}
	for _, row := range insight.Codebook(v)[1:] {
		if row[4] != "" { // an answer: the page has the question
			continue
		}
		if got := english.meaning(row[0], row[1]); got != row[2] {
			t.Errorf("%s %q is %q, in the codebook %q", row[0], row[1], got, row[2])
		}
		if got := german.meaning(row[0], row[1]); got == "" || got == row[2] {
			t.Errorf("%s %q is %q in German", row[0], row[1], got)
		}
	}
}
