package server_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// shortForm answers every question asked with what points to one role, until
// the quiz stops by itself. It returns how many were asked.
func (v *visitor) shortForm() int {
	v.t.Helper()
	v.post("/start", "form", "short").want(v.t, http.StatusSeeOther, "/q/1")
	asked, at := 0, "/q/1"
	for ; at != "/review"; asked++ {
		key := v.get(at).value("question")
		at = v.post(at, "question", key, "answer", mostPositive(v, key)).want(v.t, http.StatusSeeOther).to()
	}
	return asked
}

// mostPositive is the option that points most to the first role.
func mostPositive(v *visitor, key string) string {
	version, err := v.site.store.Version(v.t.Context(), 1)
	if err != nil {
		v.t.Fatal(err)
	}
	best, most := 0, -9.0
	for i, option := range version.Questions[version.QuestionIndex(key)].Options {
		sum := 0.0
		for _, loading := range option.Loadings {
			sum += loading
		}
		if sum > most {
			best, most = i, sum
		}
	}
	return strconv.Itoa(best)
}

func TestTheShortFormStopsWhenTheVerdictIsSettled(t *testing.T) {
	v := open(t).visitor(t)
	asked := v.shortForm()
	if asked < 13 || asked > 18 { // at least ten, and three about the workplace
		t.Errorf("it asked %d questions", asked)
	}
	v.get("/review").says(t, "Your result is ready", "in 10 people with answers like yours", "Answer the rest", "See my result")
	v.get(v.post("/result").to()).says(t, "Product management fits how you like to work")
}

func TestTheRestCanBeAnsweredForAFirmerPicture(t *testing.T) {
	v := open(t).visitor(t)
	asked := v.shortForm()
	at := v.post("/rest").want(t, http.StatusSeeOther, "/q/"+strconv.Itoa(asked+1)).to()
	for at != "/review" {
		at = v.answer(at, "0").to()
		asked++
	}
	if asked != questions {
		t.Errorf("%d questions were asked in all", asked)
	}
	v.get("/review").says(t, "Check your answers")
}

func TestTheNumberOfQuestionsOnlyFalls(t *testing.T) {
	v := open(t).visitor(t)
	v.post("/start", "form", "short")
	least := 99
	for at := "/q/1"; at != "/review"; {
		page := v.get(at)
		_, most, _ := strings.Cut(page.text("main"), "Question ")
		words := strings.Fields(most)
		n, err := strconv.Atoi(words[2])
		if err != nil {
			n, err = strconv.Atoi(words[4]) // "of at most"
		}
		if err != nil || n > least {
			t.Fatalf("%s says %q after %d", at, words[:5], least)
		}
		least = n
		at = v.post(at, "question", page.value("question"), "answer", mostPositive(v, page.value("question"))).to()
	}
}

func TestTheOrderShownNeverChanges(t *testing.T) {
	v := open(t).visitor(t)
	asked := v.shortForm()
	var before []string
	for n := 1; n <= asked; n++ {
		before = append(before, v.get("/q/"+strconv.Itoa(n)).value("question"))
	}
	v.answer("/q/3?from=review", "1")
	v.answer("/q/1", "2")
	for n := 1; n <= asked; n++ {
		if got := v.get("/q/" + strconv.Itoa(n)).value("question"); got != before[n-1] {
			t.Errorf("question %d is %s, was %s", n, got, before[n-1])
		}
	}
}

func TestAChangeThatUnsettlesTheVerdictIsSaid(t *testing.T) {
	v := open(t).visitor(t)
	asked := v.shortForm()
	for n := 1; n <= asked; n++ { // turn every answer about the role into its opposite but two
		page := v.get("/q/" + strconv.Itoa(n))
		if n%2 == 0 {
			v.post("/q/"+strconv.Itoa(n), "question", page.value("question"), "skip", "1")
		}
	}
	v.get("/review").says(t, "could still change the result", "Answer the rest")
}
