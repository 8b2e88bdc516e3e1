package server_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
)

// addTakers adds n results of a day long over, told apart by their number, and
// has their day counted again.
func (h *testSite) addTakers(t testing.TB, first, n int, change ...func(*quiz.Result)) {
	t.Helper()
	for i := first; i < first+n; i++ {
		r := storetest.Result(i)
		r.Hurried, r.Verdict, r.Top = false, quiz.Clear, product
		for _, c := range change {
			c(&r)
		}
		if err := errors.Join(h.store.AddResult(t.Context(), r), h.store.MarkStale(t.Context(), quiz.DayOf(r.FinishedAt))); err != nil {
			t.Fatal(err)
		}
	}
}

func gets(verdict quiz.Verdict, role string) func(*quiz.Result) {
	return func(r *quiz.Result) { r.Verdict, r.Top = verdict, role }
}

func TestTheOwnerIsToldWhereOthersStandFromFiftyPeopleOn(t *testing.T) {
	h := open(t)
	h.addTakers(t, 0, 49)
	h.addTakers(t, 100, 9, func(r *quiz.Result) { r.Hurried = true })
	h.count(t)
	now := h.restartedWith(t, false)
	v := now.visitor(t)
	owner := v.finish()
	silent := v.get(owner).body
	for _, told := range []string{"people so far", "stand further", "where most people stand", `class="others"`, "Other people"} {
		if strings.Contains(silent, told) {
			t.Errorf("of 49 people the page says %q", told)
		}
	}
	h.addTakers(t, 200, 1)
	h.count(t)
	h.restartedWith(t, false).visitor(t).get(owner).says(t, "Of the 50 people so far, more than 9 in 10 got product management.", "not a random sample", "Other people")
}

func TestAResultFewGotIsToldWithoutCountingThem(t *testing.T) {
	h := open(t)
	owner := h.visitor(t).finish()
	h.addTakers(t, 0, 26, gets(quiz.Leaning, product))
	h.addTakers(t, 100, 20, gets(quiz.Clear, project))
	h.addTakers(t, 200, 4, gets(quiz.Balanced, project))
	h.count(t)
	page := h.restartedWith(t, false).visitor(t).get(owner)
	page.says(t, "Of the 50 people so far, 5 in 10 got product management and 4 in 10 got project management.")
	if strings.Contains(page.text("main"), "got “balanced”") {
		t.Error("four people are a group")
	}
}

func TestWhereOthersStandIsSaidInWordsAndDrawnBehindEachBar(t *testing.T) {
	h := open(t)
	owner := h.visitor(t).finish()
	h.addTakers(t, 0, 60)
	h.count(t)
	page := h.restartedWith(t, false).visitor(t).get(owner)
	bars, strips := strings.Count(page.body, `class="trk"`), strings.Count(page.body, `class="others"`)
	if bars == 0 || strips != 2*bars {
		t.Errorf("%d bars have %d strips", bars, strips)
	}
	said := strings.Count(page.body, "in 10 stand further towards “") + strings.Count(page.body, "in 10 stands further towards “") + strings.Count(page.body, "where most people stand")
	if said < 2*bars {
		t.Errorf("%d bars and rows have %d sentences", 2*bars, said)
	}
}

func TestWhatIsSaidOfOthersChangesOnceADayAndInGroupsOfFive(t *testing.T) {
	h := open(t)
	tomorrow := (quiz.DayOf(h.now()) + 1).Start().Add(12 * time.Hour)
	h.wait(tomorrow.Sub(h.now()))
	h.addTakers(t, 0, 60)
	h.count(t)
	site := h.restartedWith(t, false)
	v := site.visitor(t)
	owner := v.finish()
	look := func(want string) {
		t.Helper()
		if err := site.takers.Measure(t.Context()); err != nil {
			t.Fatal(err)
		}
		v.get(owner).says(t, "Of the "+want+" people so far")
	}
	look("60")
	h.addTakers(t, 200, 3, func(r *quiz.Result) { r.FinishedAt = h.now() })
	h.addTakers(t, 300, 5) // finished long ago
	h.count(t)
	look("60")
	for _, day := range []struct {
		more int
		want string
	}{{0, "65"}, {1, "65"}, {1, "65"}, {0, "70"}} {
		site.wait(24 * time.Hour)
		h.wait(site.now().Sub(h.now()))
		h.addTakers(t, 400+int(quiz.DayOf(h.now()))%100, day.more, func(r *quiz.Result) { r.FinishedAt = h.now() })
		h.count(t)
		look(day.want)
	}
}

func TestWhoDeletesTheirResultStandsNowhereTheDayAfter(t *testing.T) {
	h := open(t)
	owner := h.visitor(t).finish()
	h.addTakers(t, 0, 51)
	h.count(t)
	h.restartedWith(t, false).visitor(t).get(owner).says(t, "Of the 51 people so far")
	if err := h.store.DeleteResult(t.Context(), storetest.ResultID(7), h.now()); err != nil {
		t.Fatal(err)
	}
	h.count(t)
	h.restartedWith(t, false).visitor(t).get(owner).says(t, "Of the 50 people so far")
}

// What a link shows was made when it was passed on, and no day changes it.
func TestNothingThatIsSharedTellsOfOthers(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	owner, shared := v.shares("answers", "Ada")
	_, other := h.visitor(t).shares("profile", "")
	id := func(link string) string { return strings.TrimPrefix(link, "/r/") }
	paths := []string{shared, shared + ".json", shared + "/card.png", "/compare/" + id(shared) + "/" + id(other), owner + "/download"}
	before := map[string]string{}
	for _, path := range paths {
		before[path] = withoutHost(v.get(path))
	}
	before["text"] = withoutHost(v.getAs(shared, "Accept", "text/plain"))
	h.addTakers(t, 0, 60)
	h.count(t)
	later := h.restartedWith(t, false).visitor(t)
	later.get(owner).says(t, "Of the 60 people so far")
	for _, path := range paths {
		if withoutHost(later.get(path)) != before[path] {
			t.Errorf("%s is another", path)
		}
	}
	if withoutHost(later.getAs(shared, "Accept", "text/plain")) != before["text"] {
		t.Error("the text of the link is another")
	}
}
