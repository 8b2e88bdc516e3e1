package taker

import (
	"net/http"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// countNothing is for a site that does not measure the way through the quiz.
func countNothing(int64, quiz.Event, int) {}

// countSteps counts what a move led to: questions asked, and those no longer
// open for the first time. A journey without steps before has just begun.
// Looking at a page or changing an answer counts nothing, nor does a move sent
// again, whatever it says this time.
func (t *Taker) countSteps(ed *edition, before, after quiz.Journey) {
	counted := t.progress.record(after.Origin(), howFar(after))
	if len(before.Steps) == 0 && counted.asked == 0 {
		t.count(after.Version, quiz.EventStarted, 0)
		if ed.Settings.AsksAll(after) {
			t.count(after.Version, quiz.EventLotStarted, 0)
		}
	}
	for i, step := range after.Steps {
		if i >= len(before.Steps) {
			if i >= int(counted.asked) {
				t.count(after.Version, quiz.EventReached, i+1)
				t.count(after.Version, quiz.EventAsked, step.Question)
			}
			continue
		}
		if before.Steps[i].Answer != quiz.Open || step.Answer == quiz.Open || i < int(counted.settled) {
			continue
		}
		event := quiz.EventAnswered
		if step.Answer == quiz.Skipped {
			event = quiz.EventSkipped
		}
		t.count(after.Version, event, step.Question)
	}
}

// countResumed counts a journey that goes on from its link, also if the link
// is used again.
func (t *Taker) countResumed(j quiz.Journey) {
	is := howFar(j)
	is.resumed = true
	if !t.progress.record(j.Origin(), is).resumed {
		t.count(j.Version, quiz.EventResumed, 0)
	}
}

// countFinished counts what became of a journey the lot fell on, once.
func (t *Taker) countFinished(ed *edition, j quiz.Journey, form quiz.Form) {
	is := howFar(j)
	is.finished = true
	if !ed.Settings.AsksAll(j) || t.progress.record(j.Origin(), is).finished {
		return
	}
	event := quiz.EventLotEnded
	if form.Whole() {
		event = quiz.EventLotFinished
	}
	t.count(j.Version, event, 0)
}

// howFar is how far a journey is. Only its last question can be open.
func howFar(j quiz.Journey) reached {
	settled := len(j.Steps)
	if j.Current() > 0 {
		settled--
	}
	return reached{asked: int16(len(j.Steps)), settled: int16(settled)} //nolint:gosec // at most MaxQuestions
}

// openedByPerson reports whether a person opened a page, as far as the request
// tells: no browser that fetches it in advance, and no program that says what
// it is.
func openedByPerson(r *http.Request) bool {
	return r.Method != http.MethodHead && !prefetched(r.Header) && !isBot(r.UserAgent())
}

// prefetched reports whether a browser said that nobody may ever see the page.
func prefetched(h http.Header) bool {
	return slices.ContainsFunc([]string{"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"}, func(name string) bool {
		said := strings.ToLower(strings.Join(h[http.CanonicalHeaderKey(name)], ","))
		return strings.Contains(said, "prefetch") || strings.Contains(said, "prerender") || strings.Contains(said, "preview")
	})
}

// botMarks are what crawlers, link previews and mail scanners call themselves.
// Most name a page about them, which no browser does.
var botMarks = []string{
	"http://", "https://", "bot", "crawl", "spider", "slurp", "preview", "scanner", "safebrowsing", "linkcheck", "imageproxy",
	"externalhit", "whatsapp/", "viber/", "iframely/", "embedly",
}

func isBot(agent string) bool {
	agent = strings.ReplaceAll(strings.ToLower(agent), "cubot", "") // a maker of telephones
	return slices.ContainsFunc(botMarks, func(name string) bool { return strings.Contains(agent, name) })
}
