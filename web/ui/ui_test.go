package ui_test

import (
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

func render(t *testing.T, c templ.Component) string {
	t.Helper()
	var b strings.Builder
	if err := c.Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheHashAllowsExactlyTheInlineScript(t *testing.T) {
	scripts := regexp.MustCompile(`(?s)<script>(.*?)</script>`).FindAllStringSubmatch(render(t, ui.Frame(ui.FrameProps{})), -1)
	if len(scripts) != 1 {
		t.Fatalf("%d inline scripts", len(scripts))
	}
	sum := sha256.Sum256([]byte(scripts[0][1]))
	if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; ui.InlineScriptHash != want {
		t.Errorf("hash is %s, the page needs %s", ui.InlineScriptHash, want)
	}
}

func TestATitleSaysFirstThatThereIsAProblem(t *testing.T) {
	for _, c := range []struct {
		props ui.FrameProps
		want  string
	}{
		{ui.FrameProps{}, "WhichPM"},
		{ui.FrameProps{Title: "Privacy"}, "Privacy – WhichPM"},
		{ui.FrameProps{Title: "Questions", Area: "admin"}, "Questions – WhichPM admin"},
		{ui.FrameProps{Title: "Question 2", Problems: quiz.Problems{{Field: "answer", Message: "Choose"}}}, "Error: Question 2 – WhichPM"},
	} {
		if html := render(t, ui.Frame(c.props)); !strings.Contains(html, "<title>"+c.want+"</title>") {
			t.Errorf("no title %q", c.want)
		}
	}
}

func TestTheErrorSummaryLinksToTheFieldItNames(t *testing.T) {
	problems := quiz.Problems{{Field: "answer", Message: "Choose one of the answers shown"}}
	if html := render(t, ui.ErrorSummary(words.English, problems)); !strings.Contains(html, `href="#answer"`) {
		t.Error(html)
	}
	radios := render(t, ui.Radios(ui.RadiosProps{
		Name: "answer", Legend: "Which?", Problem: problems.For("answer"),
		Options: []ui.RadioOption{{Value: "0", Label: "This"}, {Value: "1", Label: "That"}},
	}))
	for _, want := range []string{`id="answer"`, `aria-describedby="answer-error"`, `id="answer-error"`} {
		if !strings.Contains(radios, want) {
			t.Errorf("no %s in %s", want, radios)
		}
	}
	if strings.Contains(radios, "checked") {
		t.Error("something is chosen already")
	}
}

func TestNoProblemShowsNoSummary(t *testing.T) {
	if html := render(t, ui.ErrorSummary(words.English, nil)); html != "" {
		t.Error(html)
	}
}

func TestABarSaysInWordsWhatItShows(t *testing.T) {
	bar := ui.DimensionBarProps{Positive: "Setting direction", Negative: "Making the plan work"}
	for _, c := range []struct {
		position, low, high float64
		want                string
	}{
		{.56, .42, .7, "Setting direction or making the plan work: 56 of 100 towards “Setting direction”; likely range 42 to 70 of 100"},
		{-.2, -.4, -.1, "Setting direction or making the plan work: 20 of 100 towards “Making the plan work”; likely range 10 to 40 of 100"},
		{-.2, -.4, 0, "Setting direction or making the plan work: 20 of 100 towards “Making the plan work”; likely range from the middle to 40 of 100 towards “Making the plan work”"},
		{0, 0, 0, "Setting direction or making the plan work: the middle"},
		{7, 7, 7, "Setting direction or making the plan work: 100 of 100 towards “Setting direction”"},
	} {
		bar.Position, bar.Low, bar.High = c.position, c.low, c.high
		if got := bar.Description(); got != c.want {
			t.Errorf("%v: %s", c, got)
		}
		if html := render(t, ui.DimensionBar(bar)); strings.Contains(html, "style=") || strings.Contains(html, "NaN") {
			t.Error(html)
		}
	}
	bar.Unknown = true
	if got := bar.Description(); got != "Setting direction or making the plan work: not answered" {
		t.Error(got)
	}
}

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
