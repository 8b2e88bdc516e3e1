package ui_test

import (
	"strings"
	"testing"
	"time"

	"whichpm/web/ui"
	"whichpm/web/words"
)

func TestADayIsSaidInUTCAndHoldsItsMoment(t *testing.T) {
	at := time.Date(2026, time.March, 4, 23, 30, 0, 0, time.FixedZone("", -3600))
	for _, tt := range []struct {
		language words.Language
		text     string
		want     string
	}{
		{words.English, ui.DayHere, `<time data-day datetime="2026-03-05T00:30:00Z">5 March 2026 (UTC)</time>`},
		{words.German, "am " + ui.DayHere + " & mehr", `am <time data-day datetime="2026-03-05T00:30:00Z">5. März 2026 (UTC)</time> &amp; mehr`},
		{words.English, "<none>", "&lt;none&gt;"},
	} {
		var got strings.Builder
		if err := ui.Dated(tt.language, tt.text, at).Render(t.Context(), &got); err != nil || got.String() != tt.want {
			t.Errorf("got %s, %v", got.String(), err)
		}
	}
}
