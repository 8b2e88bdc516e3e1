package server_test

import (
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

// counted is how often each event happened, at whatever place.
func (h *testSite) counted(t testing.TB) map[quiz.Event]int64 {
	t.Helper()
	sums := map[quiz.Event]int64{}
	for _, c := range h.steps(t) {
		sums[c.Event] += c.N
	}
	return sums
}

func (h *testSite) steps(t testing.TB) []quiz.StepCount {
	t.Helper()
	if err := h.counts.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	today := quiz.DayOf(h.now())
	var all []quiz.StepCount
	for version := range int64(3) {
		counts, err := h.store.StepTotals(t.Context(), version, today-1, today)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, counts...)
	}
	return all
}

func (h *testSite) wantCounted(t testing.TB, want map[quiz.Event]int64) {
	t.Helper()
	if got := h.counted(t); !maps.Equal(got, want) {
		t.Errorf("counted are %v, want %v", got, want)
	}
}

func TestEachStepThroughTheQuizIsCountedOnce(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.get("/")
	h.wantCounted(t, map[quiz.Event]int64{})
	v.start()
	h.wantCounted(t, map[quiz.Event]int64{quiz.EventStarted: 1, quiz.EventReached: 1, quiz.EventAsked: 1})
	v.answer("/q/1", "0")
	key := v.get("/q/2").value("question")
	v.post("/q/2", "question", key, "skip", "1").want(t, http.StatusSeeOther, "/q/3")
	want := map[quiz.Event]int64{
		quiz.EventStarted: 1, quiz.EventReached: 3, quiz.EventAsked: 3, quiz.EventAnswered: 1, quiz.EventSkipped: 1,
	}
	h.wantCounted(t, want)
	v.get("/q/3")
	v.get("/q/3")
	v.get("/review")
	v.answer("/q/1", "1")
	v.answer("/q/2", "0") // skipped before
	v.post("/q/3", "question", v.get("/q/3").value("question")).want(t, http.StatusUnprocessableEntity)
	v.post("/start", "form", "full", "from", "/embed").want(t, http.StatusSeeOther, "/") // one is under way
	h.wantCounted(t, want)
}

func TestAQuestionIsCountedUnderItsPlaceInTheVersion(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.finish()
	places := map[quiz.Event]map[int]int64{}
	for _, c := range h.steps(t) {
		if places[c.Event] == nil {
			places[c.Event] = map[int]int64{}
		}
		places[c.Event][c.Place] = c.N
	}
	every := map[int]int64{}
	for place := range questions {
		every[place] = 1
	}
	if !maps.Equal(places[quiz.EventAsked], every) || !maps.Equal(places[quiz.EventAnswered], every) {
		t.Errorf("asked and answered are %v", places)
	}
	reached := maps.Clone(every)
	delete(reached, 0)
	reached[questions] = 1
	if !maps.Equal(places[quiz.EventReached], reached) {
		t.Errorf("reached are %v", places[quiz.EventReached])
	}
}

func TestTheRestIsCountedWhenItIsAskedFor(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	asked := int64(v.shortForm())
	if n := h.counted(t)[quiz.EventAsked]; n != asked {
		t.Errorf("%d questions of %d are counted", n, asked)
	}
	v.post("/rest").want(t, http.StatusSeeOther)
	if n := h.counted(t)[quiz.EventReached]; n != asked+1 {
		t.Errorf("%d questions of %d are counted", n, asked+1)
	}
}

func TestGoingOnFromALinkIsCounted(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	v.answer("/q/1", "0")
	before := h.counted(t)
	_, link, _ := strings.Cut(v.get("/save").body, h.URL+"/resume/")
	token, _, _ := strings.Cut(link, `"`)
	token, _, _ = strings.Cut(token, "<")
	other := h.visitor(t)
	other.get("/resume/"+token).want(t, http.StatusOK)
	h.wantCounted(t, before)
	other.post("/resume", "token", token).want(t, http.StatusSeeOther, "/q/2")
	before[quiz.EventResumed] = 1
	h.wantCounted(t, before)
	other.post("/resume", "token", "damaged").want(t, http.StatusBadRequest)
	h.wantCounted(t, before)
}

func TestAnInvitationStartsOneJourney(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	v.post(result+"/share", "scope", "profile")
	shared := sharedLink(t, h, v.get(result).body)
	other := h.visitor(t)
	other.post(shared+"/invitation").want(t, http.StatusSeeOther, "/q/1")
	other.post(shared+"/invitation").want(t, http.StatusSeeOther, "/q/1")
	if n := h.counted(t)[quiz.EventStarted]; n != 2 {
		t.Errorf("%d journeys are counted", n)
	}
}

func TestASharedPageIsCountedWhenItIsRead(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	v.post(result+"/share", "scope", "profile")
	shared := sharedLink(t, h, v.get(result).body)
	other := h.visitor(t)
	for _, path := range []string{shared + ".json", shared + "/card.png"} {
		other.get(path).want(t, http.StatusOK)
	}
	other.send(http.MethodHead, shared, "", nil).want(t, http.StatusOK)
	other.get("/r/"+strings.Repeat("A", 24)).want(t, http.StatusNotFound)
	if n := h.counted(t)[quiz.EventShareOpened]; n != 0 {
		t.Errorf("%d readers are counted", n)
	}
	other.get(shared).want(t, http.StatusOK)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, h.URL+shared, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept", "text/markdown")
	other.do(request).want(t, http.StatusOK)
	if n := h.counted(t)[quiz.EventShareOpened]; n != 2 {
		t.Errorf("%d readers are counted", n)
	}
}

func TestPlayingTheDraftIsNotCounted(t *testing.T) {
	h, v := openWithNewDraft(t)
	at := v.post("/admin/play", "form", "full").want(t, http.StatusSeeOther).to()
	v.post(at, "answer", "0").want(t, http.StatusSeeOther)
	h.wantCounted(t, map[quiz.Event]int64{})
}

// postWithCookies sends a form with the cookie of an earlier moment.
func (v *visitor) postWithCookies(cookies []*http.Cookie, path string, pairs ...string) {
	v.t.Helper()
	home, err := url.Parse(v.site.URL)
	if err != nil {
		v.t.Fatal(err)
	}
	v.Jar.SetCookies(home, cookies)
	v.post(path, pairs...).want(v.t, http.StatusSeeOther)
}

func TestAMoveThatIsSentAgainIsCountedOnce(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	home, err := url.Parse(h.URL)
	if err != nil {
		t.Fatal(err)
	}
	old := v.Jar.Cookies(home)
	key := v.get("/q/1").value("question")
	for option := range 4 {
		v.postWithCookies(old, "/q/1", "question", key, "answer", strconv.Itoa(option))
		v.postWithCookies(old, "/q/1", "question", key, "skip", "1")
	}
	want := map[quiz.Event]int64{quiz.EventStarted: 1, quiz.EventReached: 2, quiz.EventAsked: 2, quiz.EventAnswered: 1}
	h.wantCounted(t, want)
	v.answer("/q/2", "0") // it goes on
	want[quiz.EventReached]++
	want[quiz.EventAsked]++
	want[quiz.EventAnswered]++
	h.wantCounted(t, want)
}

func TestALinkUsedAgainIsCountedOnce(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	v.answer("/q/1", "0")
	_, link, _ := strings.Cut(v.get("/save").body, h.URL+"/resume/")
	token := link[:strings.IndexAny(link, `"<`)]
	for range 3 {
		h.visitor(t).post("/resume", "token", token).want(t, http.StatusSeeOther, "/q/2")
	}
	if n := h.counted(t)[quiz.EventResumed]; n != 1 {
		t.Errorf("%d went on from one link", n)
	}
}
