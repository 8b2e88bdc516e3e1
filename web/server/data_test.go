package server_test

import (
	"encoding/csv"
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
)

// rows reads a reply that is a CSV file.
func (r reply) rows(t testing.TB) [][]string {
	t.Helper()
	if kind := r.Header.Get("Content-Type"); kind != "text/csv; charset=utf-8" {
		t.Errorf("%s is %s", r.Request.URL, kind)
	}
	rows, err := csv.NewReader(strings.NewReader(r.body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestOpenDataIsThereOnlyIfTheHostWantsIt(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	for _, path := range []string{"/data", "/data.csv", "/data/codebook.csv", "/data?version=1"} {
		v.get(path).want(t, http.StatusNotFound)
	}
	for _, path := range []string{"/method", "/privacy", result} {
		if page := v.get(path); strings.Contains(page.body, `"/data`) || strings.Contains(page.text("main"), "open data") {
			t.Errorf("%s speaks of open data", path)
		}
	}
	v.post(result+"/outcome", with("open", "on")...).want(t, http.StatusSeeOther)
	if o, err := h.store.Outcome(t.Context(), resultOf(t, result)); err != nil || o.Open {
		t.Errorf("somebody agreed to what was not offered: %+v, %v", o, err)
	}
	on := h.restartedWith(t, true).visitor(t)
	on.get("/data").want(t, http.StatusOK).says(t, "Open data", "no rows yet", "Ask whoever runs this site")
	on.get("/method").says(t, "Open data")
	on.get("/privacy").says(t, "cannot be called back")
}

func TestPublishingAnAnswerNeedsItsOwnConsent(t *testing.T) {
	h := open(t).restartedWith(t, true)
	v := h.visitor(t)
	result := v.finish()
	page := v.get(result).says(t, "cannot be called back", "What is published")
	if strings.Contains(page.body, `name="open" type="checkbox" checked`) {
		t.Error("the box is ticked beforehand")
	}
	v.post(result+"/outcome", theirJob...).want(t, http.StatusSeeOther)
	v.post(result+"/outcome", with("open", "on")...).want(t, http.StatusConflict)
	if o, err := h.store.Outcome(t.Context(), resultOf(t, result)); err != nil || o.Open {
		t.Errorf("it may be published: %+v, %v", o, err)
	}
	v.post(result + "/outcome/removal")
	v.post(result+"/outcome", with("open", "on")...).want(t, http.StatusSeeOther)
	v.get(result).says(t, "May be published")
}

func TestOpenDataHoldsGroupsOfFiveWhoAgreed(t *testing.T) {
	h := open(t)
	h.addPeople(t, 0, 5, product, product)
	h.addPeople(t, 20, 4, project, project)
	h.addPeople(t, 40, 1, project, project, func(_ *quiz.Result, o *quiz.Outcome) { o.Open = false })
	h.addPeople(t, 60, 1, project, project, func(r *quiz.Result, _ *quiz.Outcome) { r.Hurried = true })
	h.count(t)
	site := h.restartedWith(t, true)
	v := site.visitor(t)
	file := v.get("/data.csv").want(t, http.StatusOK)
	for header, want := range map[string]string{
		"Content-Disposition": `attachment; filename="whichpm-data-version-1.csv"`,
		"Cache-Control":       "public, max-age=300",
	} {
		if got := file.Header.Get(header); got != want {
			t.Errorf("%s is %q, want %q", header, got, want)
		}
	}
	rows := file.rows(t)
	if len(rows) != 6 || rows[0][0] != "month" || rows[1][2] != product || rows[5][2] != product {
		t.Errorf("the file holds %v", rows)
	}
	v.get("/data").says(t, "the answers of 5 people")
	if again := v.get("/data.csv?version=1").rows(t); len(again) != 6 {
		t.Errorf("the same by its number holds %d rows", len(again))
	}

	if err := h.store.DeleteResult(t.Context(), storetest.ResultID(3), h.now()); err != nil {
		t.Fatal(err)
	}
	if n := len(v.get("/data.csv").rows(t)); n != 6 {
		t.Errorf("the file was made again at once: %d rows", n)
	}
	site.wait(6 * time.Minute)
	if n := len(v.get("/data.csv").rows(t)); n != 1 {
		t.Errorf("after a while it has %d rows", n)
	}
}

func TestAMonthIsPublishedOnceItIsOver(t *testing.T) {
	h := open(t)
	h.addPeople(t, 0, 6, product, product, func(_ *quiz.Result, o *quiz.Outcome) {
		o.SaidAt = h.thisMonth(int(o.SaidAt.Sub(storetest.Now) / time.Hour))
	})
	h.count(t)
	v := h.restartedWith(t, true).visitor(t)
	if rows := v.get("/data.csv").rows(t); len(rows) != 1 {
		t.Errorf("%d rows of this month", len(rows)-1)
	}
	h.wait(h.thisMonth(0).AddDate(0, 1, 0).Sub(h.now()))
	h.count(t)
	if rows := h.restartedWith(t, true).visitor(t).get("/data.csv").rows(t); len(rows) != 1 {
		t.Errorf("%d rows before everybody's clock says that it is over", len(rows)-1)
	}
	h.wait(time.Hour)
	h.count(t)
	if rows := h.restartedWith(t, true).visitor(t).get("/data.csv").rows(t); len(rows) != 7 {
		t.Errorf("%d rows once it is over", len(rows)-1)
	}
}

// thisMonth is so many hours after the month began.
func (h *testSite) thisMonth(hours int) time.Time {
	return quiz.MonthOf(h.now()).Start().Add(time.Duration(hours) * time.Hour)
}

// observer keeps what the open data was before and finds what gives somebody
// away when it changes.
type observer struct {
	h      *testSite
	months map[string]map[string]int // month → row → how often
}

func (s *observer) look(t *testing.T, doing string) {
	t.Helper()
	s.h.count(t)
	months := map[string]map[string]int{}
	for _, row := range s.h.restartedWith(t, true).visitor(t).get("/data.csv").rows(t)[1:] { // a restart each time
		if months[row[0]] == nil {
			months[row[0]] = map[string]int{}
		}
		months[row[0]][strings.Join(row, " ")]++
	}
	for month, now := range months {
		before, was := s.months[month]
		for row, n := range now {
			if was && n > before[row] {
				t.Errorf("%s adds a row to %s: %.60s", doing, month, row)
			}
		}
	}
	for month, before := range s.months {
		gone := 0
		for row, n := range before {
			gone += n - months[month][row]
		}
		if gone > 0 && gone < 5 {
			t.Errorf("%s takes %d rows out of %s", doing, gone, month)
		}
	}
	s.months = months
}

func TestNobodyIsFoundByComparingTheFileOverTime(t *testing.T) {
	h := open(t)
	h.addPeople(t, 0, 23, product, product)
	h.addPeople(t, 40, 17, project, project)
	s := &observer{h: h}
	s.look(t, "the first look")
	if len(s.months) != 1 || len(s.months["2026-03"]) == 0 {
		t.Fatalf("it shows %v", s.months)
	}
	v := h.visitor(t)
	result := v.finish()
	late := func(i int) func(*quiz.Result, *quiz.Outcome) { // finished in March, said now
		return func(_ *quiz.Result, o *quiz.Outcome) { o.SaidAt = h.thisMonth(i) }
	}
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"somebody who finished in a month that is published says their job", func() { h.addPeople(t, 70, 1, product, product, late(1)) }},
		{"somebody says their job today", func() { v.post(result+"/outcome", with("open", "on")...).want(t, http.StatusSeeOther) }},
		{"four more do", func() {
			for i := range 4 {
				h.addPeople(t, 71+i, 1, product, product, late(2+i))
			}
		}},
		{"the end of the month", func() { h.wait(h.thisMonth(2).AddDate(0, 1, 0).Sub(h.now())) }},
		{"a row that comes in with a time of a month that is published", func() { h.addPeople(t, 36, 1, product, product) }},
		{"somebody takes back what they said", func() {
			if err := h.store.RemoveOutcome(t.Context(), storetest.ResultID(5)); err != nil {
				t.Error(err)
			}
		}},
		{"the same person says it anew", func() {
			o := storetest.Outcome(5)
			o.Role, o.Years, o.Open, o.SaidAt = product, 2, true, h.now()
			if err := h.store.AddOutcome(t.Context(), o); err != nil {
				t.Error(err)
			}
		}},
		{"somebody deletes their result", func() {
			if err := h.store.DeleteResult(t.Context(), storetest.ResultID(44), h.now()); err != nil {
				t.Error(err)
			}
		}},
		{"four others say their job", func() {
			for i := range 4 {
				h.addPeople(t, 90+i, 1, product, product, late(1+i))
			}
		}},
		{"the end of another month", func() { h.wait(h.thisMonth(2).AddDate(0, 1, 0).Sub(h.now())) }},
	} {
		step.do()
		s.look(t, step.name)
	}
	if len(s.months) != 2 {
		t.Errorf("at the end it shows %d months", len(s.months))
	}
}

func TestTheCodebookSaysWhatEachColumnHolds(t *testing.T) {
	v := open(t).restartedWith(t, true).visitor(t)
	described := map[string]bool{}
	for _, row := range v.get("/data/codebook.csv").want(t, http.StatusOK).rows(t)[1:] {
		described[row[0]] = true
	}
	for _, column := range v.get("/data.csv").rows(t)[0] {
		if !described[column] {
			t.Errorf("the codebook does not describe %s", column)
		}
	}
}

func TestOpenDataOfAnUnknownVersionIsNotFound(t *testing.T) {
	v := open(t).restartedWith(t, true).visitor(t)
	for _, version := range []string{"2", "0", "-1", "01", "one", "99999999999999999999"} {
		for _, path := range []string{"/data", "/data.csv", "/data/codebook.csv"} {
			v.get(path+"?version="+version).want(t, http.StatusNotFound)
		}
	}
}
