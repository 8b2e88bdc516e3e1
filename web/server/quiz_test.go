package server_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestATakerGoesFromStartToASharedLink(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.get("/").want(t, http.StatusOK).says(t, "Start", "no account")
	result := v.finish()
	v.get(result).want(t, http.StatusOK).says(t, "would both suit you", "Your profile", "Every answer and its points", "Which kind of company", "What to do next")
	v.post(result+"/share", "scope", "profile", "name", "Ada").want(t, http.StatusSeeOther, result+"#link-1")
	shared := sharedLink(t, h, v.get(result).body)
	h.visitor(t).get(shared).want(t, http.StatusOK).says(t, "Ada’s result", "would both suit Ada", "Take the quiz yourself")
}

// sharedLink finds the newest share link on the owner's page.
func sharedLink(t testing.TB, h *testSite, page string) string {
	t.Helper()
	_, rest, found := strings.Cut(page, h.URL+"/r/")
	if !found {
		t.Fatal("there is no share link on the page")
	}
	return "/r/" + rest[:24]
}

func TestThereIsNoCookieBeforeStart(t *testing.T) {
	v := open(t).visitor(t)
	for _, path := range []string{"/", "/guide", "/method", "/privacy", "/q/1", "/review", "/r/AAAAAAAAAAAAAAAAAAAAAAAA"} {
		if cookies := v.get(path).Cookies(); len(cookies) > 0 {
			t.Errorf("%s sets %v", path, cookies)
		}
	}
	v.post("/start")
	v.get("/q/1").want(t, http.StatusOK)
}

func TestAChoiceLeadsToTheNextQuestionAndIsKept(t *testing.T) {
	v := open(t).visitor(t)
	v.start()
	v.answer("/q/1", "3").want(t, http.StatusSeeOther, "/q/2")
	if got := v.get("/q/1").checked(); got != "3" {
		t.Errorf("going back shows %q chosen, want 3", got)
	}
	if got := v.get("/q/2").checked(); got != "" {
		t.Errorf("a new question has %q chosen already", got)
	}
}

func TestSendingAnAnswerTwiceIsHarmless(t *testing.T) {
	v := open(t).visitor(t)
	v.start()
	v.answer("/q/1", "1").want(t, http.StatusSeeOther, "/q/2")
	v.answer("/q/1", "1").want(t, http.StatusSeeOther, "/q/2")
	v.get("/").says(t, counted("1 of {n} answered"))
}

func TestContinueWithoutAChoiceSaysWhatToDo(t *testing.T) {
	v := open(t).visitor(t)
	v.start()
	page := v.answer("/q/1", "").want(t, http.StatusUnprocessableEntity)
	page.says(t, "There is a problem", "Choose the answer that fits you best, or skip this question")
	if !strings.HasPrefix(page.text("title"), "Error:") {
		t.Errorf("the title is %q", page.text("title"))
	}
}

func TestASkippedQuestionComesFirstInTheReview(t *testing.T) {
	v := open(t).visitor(t)
	v.start()
	v.answer("/q/1", "0")
	key := v.get("/q/2").value("question")
	v.post("/q/2", "question", key, "skip", "1").want(t, http.StatusSeeOther, "/q/3")
	review := v.get("/review").want(t, http.StatusOK).text("dl")
	skipped, answered := strings.Index(review, "question 2:"), strings.Index(review, "question 1:")
	if !strings.Contains(review, "Skipped") || skipped < 0 || skipped > answered {
		t.Errorf("the review lists %s", review)
	}
}

func TestAChangeFromTheReviewReturnsThere(t *testing.T) {
	v := open(t).visitor(t)
	v.start()
	v.answer("/q/1", "0")
	page := v.get("/q/1?from=review").want(t, http.StatusOK)
	v.post("/q/1", "question", page.value("question"), "answer", "2", "from", page.value("from")).want(t, http.StatusSeeOther, "/review?said=1#answer-1")
	v.get("/review?said=1").want(t, http.StatusOK).says(t, "Your new answer counts from now on")
	if got := v.get("/q/1").checked(); got != "2" {
		t.Errorf("the answer is %q, want 2", got)
	}
}

func TestTheTakerGoesOnInTheSameBrowser(t *testing.T) {
	v := open(t).visitor(t)
	v.start()
	for n := 1; n <= 6; n++ {
		v.answer("/q/"+strconv.Itoa(n), "1")
	}
	v.get("/").says(t, counted("6 of {n} answered"), "Continue")
	v.get("/q/20").want(t, http.StatusSeeOther, "/q/7")
}

func TestTheTakerGoesOnOnAnotherDevice(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	v.answer("/q/1", "2")
	before := v.get("/q/2").text("form")
	link := strings.TrimPrefix(v.get("/save").want(t, http.StatusOK).says(t, "You have answered 1").body, "")
	_, link, _ = strings.Cut(link, h.URL+"/resume/")
	token, _, _ := strings.Cut(link, `"`)

	other := h.visitor(t)
	page := other.get("/resume/"+token).want(t, http.StatusOK).says(t, "This link holds 1")
	if len(page.Cookies()) > 0 {
		t.Error("looking at the link changes the browser")
	}
	other.post("/resume", "token", token).want(t, http.StatusSeeOther, "/q/2")
	if got := other.get("/q/1").checked(); got != "2" {
		t.Errorf("the first answer is %q, want 2", got)
	}
	if after := other.get("/q/2").text("form"); after != before {
		t.Errorf("the other device shows\n%s\ninstead of\n%s", after, before)
	}
}

func TestFinishingTwiceGivesOneResult(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	v.post("/result").want(t, http.StatusSeeOther, result)
	v.get("/review").want(t, http.StatusSeeOther, result)
	v.get("/").says(t, "You have finished the quiz")
	v.get("/q/1").want(t, http.StatusSeeOther, result)
	v.post("/q/1", "question", "c4", "answer", "2").want(t, http.StatusSeeOther, result)
}

func TestTheSameJourneyFinishedOnTwoDevicesIsOneResult(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	for n := 1; n <= questions; n++ {
		v.answer("/q/"+strconv.Itoa(n), "0")
	}
	other := h.visitor(t)
	_, link, _ := strings.Cut(v.get("/save").body, h.URL+"/resume/")
	token, _, _ := strings.Cut(link, `"`)
	other.post("/resume", "token", token)
	result := v.post("/result").want(t, http.StatusSeeOther).to()
	h.wait(72 * time.Hour)
	other.post("/result").want(t, http.StatusConflict).says(t, "finished in another browser")
	v.post("/result").want(t, http.StatusSeeOther, result)
	if n, err := h.store.CountResults(t.Context()); n != 1 || err != nil {
		t.Errorf("there are %d results: %v", n, err)
	}
}

func TestAResultNeedsAnAnswer(t *testing.T) {
	v := open(t).visitor(t)
	v.start()
	for at := "/q/1"; at != "/review"; {
		key := v.get(at).value("question")
		at = v.post(at, "question", key, "skip", "1").want(t, http.StatusSeeOther).to()
	}
	v.post("/result").want(t, http.StatusUnprocessableEntity).says(t, "Answer at least one question")
}

func TestAFewAnswersGiveNoVerdictButAResult(t *testing.T) {
	v := open(t).visitor(t)
	v.start()
	at := v.answer("/q/1", "0").to()
	for at != "/review" {
		key := v.get(at).value("question")
		at = v.post(at, "question", key, "skip", "1").to()
	}
	v.get("/review").says(t, "A result needs at least 8")
	result := v.post("/result").want(t, http.StatusSeeOther).to()
	v.get(result).want(t, http.StatusOK).says(t, "There are not enough answers for a result")
}

func TestALinkThatIsOlderThanThisBrowsersAnswersSaysSo(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	v.answer("/q/1", "0")
	_, link, _ := strings.Cut(v.get("/save").body, h.URL+"/resume/")
	token, _, _ := strings.Cut(link, `"`)
	h.wait(time.Minute)
	v.answer("/q/2", "0")
	v.get("/resume/"+token).says(t, "another unfinished quiz, with 2 answers")
}

func TestFinishingACopyOfADeletedResultDoesNotBringItBack(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	for n := 1; n <= questions; n++ {
		v.answer("/q/"+strconv.Itoa(n), "0")
	}
	_, link, _ := strings.Cut(v.get("/save").body, h.URL+"/resume/")
	token, _, _ := strings.Cut(link, `"`)
	other := h.visitor(t)
	other.post("/resume", "token", token)
	result := v.post("/result").to()
	v.post(result + "/removal")
	other.post("/result").want(t, http.StatusGone).says(t, "This result was deleted")
	other.get("/").says(t, "Start")
}

func TestNoProxyCachesAPersonalPage(t *testing.T) {
	v := open(t).visitor(t)
	v.start()
	result := v.finish()
	for path, want := range map[string]string{"/": "private, no-cache", "/q/1": "private, no-cache", result: "no-store"} {
		if got := v.get(path).Header.Get("Cache-Control"); got != want {
			t.Errorf("%s: Cache-Control is %q, want %q", path, got, want)
		}
	}
}
