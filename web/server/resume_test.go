package server_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
)

// answers gives the first option of the first n questions.
func (v *visitor) answers(n int) {
	v.t.Helper()
	v.start()
	for i := 1; i <= n; i++ {
		v.answer("/q/"+strconv.Itoa(i), "0").want(v.t, http.StatusSeeOther)
	}
}

// continuesFrom goes on from a link and finishes with the second option everywhere.
func (v *visitor) continuesFrom(link string) reply {
	v.t.Helper()
	at := v.post("/resume", "token", strings.TrimPrefix(link, "/resume/")).want(v.t, http.StatusSeeOther).to()
	for at != "/review" {
		at = v.answer(at, "1").want(v.t, http.StatusSeeOther).to()
	}
	return v.post("/result")
}

// journey is the journey in a browser.
func (v *visitor) journey() quiz.Journey {
	v.t.Helper()
	address, _ := url.Parse(v.site.URL)
	for _, c := range v.Jar.Cookies(address) {
		if j, err := quiz.DecodeJourney(c.Value); err == nil {
			return j
		}
	}
	v.t.Fatal("there is no journey in this browser")
	return quiz.Journey{}
}

// oldLink is the link that this browser would have made before links held no
// more than they need.
func (v *visitor) oldLink() string { return "/resume/" + v.journey().Token() }

func TestWhoMadeALinkCannotOpenWhatItsReceiverFinishes(t *testing.T) {
	h := open(t)
	for name, link := range map[string]func(*visitor) string{"a link": (*visitor).saved, "a link of before": (*visitor).oldLink} {
		mallory, ada := h.visitor(t), h.visitor(t)
		mallory.answers(1)
		hers := ada.continuesFrom(link(mallory)).want(t, http.StatusSeeOther).to()
		ada.get(hers).want(t, http.StatusOK)
		his := "/result/" + mallory.journey().Owner().String()
		if his == hers {
			t.Fatalf("%s: its maker knows the result", name)
		}
		mallory.get(his).want(t, http.StatusGone)
		mallory.post(his+"/removal").want(t, http.StatusGone)
		for at := "/q/2"; at != "/review"; {
			at = mallory.answer(at, "0").to()
		}
		refused := mallory.post("/result").want(t, http.StatusConflict).says(t, "finished in another browser")
		if id := strings.TrimPrefix(hers, "/result/"); strings.Contains(refused.body+refused.to(), id) {
			t.Errorf("%s: the page tells the result", name)
		}
		ada.get(hers).want(t, http.StatusOK)
	}
}

func TestWhoHasALinkCannotOpenWhatItsMakerFinishes(t *testing.T) {
	h := open(t)
	ada := h.visitor(t)
	ada.answers(questions)
	held, err := quiz.DecodeJourney(strings.TrimPrefix(ada.saved(), "/resume/"))
	if err != nil {
		t.Fatal(err)
	}
	result := ada.post("/result").want(t, http.StatusSeeOther).to()
	if held.Opens() || held.Seed != (quiz.Seed{}) || held.Earlier != (quiz.Owner{}) {
		t.Errorf("the link holds a key: %+v", held)
	}
	if path := "/result/" + held.Owner().String(); path == result {
		t.Error("the link leads to the result")
	}
}

func TestATokenOfALinkIsNotTakenAsACookie(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.answers(questions)
	link := strings.TrimPrefix(v.saved(), "/resume/")
	address, _ := url.Parse(h.URL)
	v.Jar.SetCookies(address, []*http.Cookie{{Name: "whichpm_quiz", Value: link, Path: "/"}})
	v.post("/result").want(t, http.StatusBadRequest).says(t, "cannot be read")
}

func TestOrderAndAnswersTravelWithALink(t *testing.T) {
	h := open(t)
	for name, link := range map[string]func(*visitor) string{"a link": (*visitor).saved, "a link of before": (*visitor).oldLink} {
		v, other := h.visitor(t), h.visitor(t)
		v.answers(3)
		other.post("/resume", "token", strings.TrimPrefix(link(v), "/resume/")).want(t, http.StatusSeeOther, "/q/4")
		for n := range 4 {
			path := "/q/" + strconv.Itoa(n+1)
			if here, there := v.get(path).text("form"), other.get(path).text("form"); here != there {
				t.Errorf("%s: %s shows\n%s\nand there\n%s", name, path, here, there)
			}
		}
		third := h.visitor(t)
		third.post("/resume", "token", strings.TrimPrefix(other.saved(), "/resume/")).want(t, http.StatusSeeOther, "/q/4")
		if third.journey().Origin() != v.journey().Origin() || third.journey().Shuffle() != v.journey().Shuffle() {
			t.Errorf("%s: the journey is another after two links", name)
		}
		if owner := third.journey().Owner(); owner == other.journey().Owner() || owner == v.journey().Owner() {
			t.Errorf("%s: two browsers have one key", name)
		}
	}
}

func TestALinkOpenedWhereItsQuizIsUnderWayKeepsTheKey(t *testing.T) {
	h := open(t)
	v, other := h.visitor(t), h.visitor(t)
	v.answers(2)
	link := strings.TrimPrefix(v.saved(), "/resume/")
	before := v.journey().Owner()
	v.answer("/q/3", "0")
	v.post("/resume", "token", link).want(t, http.StatusSeeOther, "/q/3")
	if v.journey().Owner() != before || v.journey().Answered() != 2 {
		t.Error("the key or the answers are others")
	}
	other.post("/resume", "token", link)
	before = other.journey().Owner()
	other.post("/resume", "token", link)
	if other.journey().Owner() != before {
		t.Error("a link sent twice makes two keys")
	}
}

func TestALinkWithoutAnAnswerIsRefused(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.answers(0)
	if page := v.get("/save").want(t, http.StatusOK).says(t, "Once you have answered a question"); strings.Contains(page.body, "/resume/") {
		t.Error("there is a link without an answer")
	}
	empty := v.journey().Link().Token()
	for _, token := range []string{empty, v.journey().Token()} {
		other := h.visitor(t)
		other.get("/resume/"+token).want(t, http.StatusUnprocessableEntity).says(t, "This link holds no answers", "Someone else may have made it")
		got := other.post("/resume", "token", token).want(t, http.StatusUnprocessableEntity)
		if len(got.Cookies()) > 0 {
			t.Error("the browser keeps it")
		}
	}
	v.answer("/q/1", "0")
	h.visitor(t).get(v.saved()).want(t, http.StatusOK).says(t, "Someone else may have made this link")
}

func TestALinkOfAFinishedQuizSaysSoAtOnce(t *testing.T) {
	h := open(t)
	for _, end := range []string{"here", "there"} {
		v, other, third := h.visitor(t), h.visitor(t), h.visitor(t)
		v.answers(3)
		link, old := v.saved(), v.oldLink()
		finisher, rest := v, other
		if end == "there" {
			finisher, rest = other, v
		}
		result := finisher.continuesFrom(link).want(t, http.StatusSeeOther).to()
		finisher.get(link).want(t, http.StatusSeeOther, result)
		finisher.post("/resume", "token", strings.TrimPrefix(link, "/resume/")).want(t, http.StatusSeeOther, result)
		for _, browser := range []*visitor{rest, third} {
			browser.get(link).want(t, http.StatusConflict).says(t, "This quiz is finished already", "with the private link that stands on its page")
			refused := browser.post("/resume", "token", strings.TrimPrefix(link, "/resume/")).want(t, http.StatusConflict)
			if strings.Contains(refused.body, "apart") {
				t.Error("answers of the link are offered as this browser's")
			}
		}
		if end == "here" { // whoever made it holds the key, as they were told
			third.get(old).want(t, http.StatusSeeOther, result+"?elsewhere=1")
		} else {
			third.get(old).want(t, http.StatusConflict)
		}
		finisher.post(result+"/removal").want(t, http.StatusSeeOther)
		for _, browser := range []*visitor{finisher, third} {
			browser.get(link).want(t, http.StatusGone).says(t, "This result was deleted")
			browser.get(old).want(t, http.StatusGone)
			browser.post("/resume", "token", strings.TrimPrefix(link, "/resume/")).want(t, http.StatusGone)
		}
	}
}

func TestAnswersOfAnotherBrowserCanBecomeAResultOfTheirOwn(t *testing.T) {
	h := open(t)
	v, other := h.visitor(t), h.visitor(t)
	v.answers(questions)
	other.post("/resume", "token", strings.TrimPrefix(v.saved(), "/resume/"))
	other.answer("/q/1", "1")
	result := other.post("/result").want(t, http.StatusSeeOther).to()
	h.wait(time.Hour)
	page := v.post("/result").want(t, http.StatusConflict).says(t, counted("Your {n} answers in this browser are still here"), "Make my own result")
	if page.value("apart") == "" {
		t.Fatal("nothing is sent with the button")
	}
	order := v.journey().Shuffle()
	mine := v.post("/result", "apart", "1").want(t, http.StatusSeeOther).to()
	if mine == result {
		t.Fatal("it is the result of the other browser")
	}
	v.get(mine).want(t, http.StatusOK)
	v.post("/result", "apart", "1").want(t, http.StatusSeeOther, mine)
	if v.journey().Shuffle() != order {
		t.Error("the order is another")
	}
	other.get(result).want(t, http.StatusOK)
	if n, err := h.store.CountResults(t.Context()); n != 2 || err != nil {
		t.Errorf("there are %d results: %v", n, err)
	}
}

func TestALinkGoesOnWhileTheDatabaseIsAway(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.answers(2)
	link := v.saved()
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	other := h.visitor(t)
	other.get(link).want(t, http.StatusOK)
	other.post("/resume", "token", strings.TrimPrefix(link, "/resume/")).want(t, http.StatusSeeOther, "/q/3")
}
