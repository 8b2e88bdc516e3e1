package server_test

import (
	"encoding/csv"
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
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
	on := h.over(t, true).visitor(t)
	on.get("/data").want(t, http.StatusOK).says(t, "Open data", "no rows yet", "Ask whoever runs this site")
	on.get("/method").says(t, "Open data")
	on.get("/privacy").says(t, "cannot be called back")
}

func TestPublishingIsAgreedToApart(t *testing.T) {
	h := open(t).over(t, true)
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
	v.get(result).says(t, "It may be published")
}

func TestOpenDataHoldsGroupsOfFiveWhoAgreed(t *testing.T) {
	h := open(t)
	h.people(t, 0, 5, product, product)
	h.people(t, 20, 4, project, project)
	h.people(t, 40, 1, project, project, func(_ *quiz.Result, o *quiz.Outcome) { o.Open = false })
	h.people(t, 60, 1, project, project, func(r *quiz.Result, _ *quiz.Outcome) { r.Hurried = true })
	site := h.over(t, true)
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

	h.people(t, 80, 1, project, project) // the fifth of them
	if n := len(v.get("/data.csv").rows(t)); n != 6 {
		t.Errorf("the file was made again at once: %d rows", n)
	}
	site.wait(6 * time.Minute)
	if n := len(v.get("/data.csv").rows(t)); n != 11 {
		t.Errorf("after a while it has %d rows", n)
	}
}

func TestAMonthIsPublishedOnceItIsOver(t *testing.T) {
	h := open(t)
	h.people(t, 0, 6, product, product, func(r *quiz.Result, _ *quiz.Outcome) { r.FinishedAt = h.now() })
	v := h.over(t, true).visitor(t)
	if rows := v.get("/data.csv").rows(t); len(rows) != 1 {
		t.Errorf("%d rows of this month", len(rows)-1)
	}
	h.wait(32 * 24 * time.Hour)
	if rows := h.over(t, true).visitor(t).get("/data.csv").rows(t); len(rows) != 7 {
		t.Errorf("%d rows once it is over", len(rows)-1)
	}
}

func TestTheCodebookSaysWhatEachColumnHolds(t *testing.T) {
	v := open(t).over(t, true).visitor(t)
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
	v := open(t).over(t, true).visitor(t)
	for _, version := range []string{"2", "0", "-1", "01", "one", "99999999999999999999"} {
		for _, path := range []string{"/data", "/data.csv", "/data/codebook.csv"} {
			v.get(path+"?version="+version).want(t, http.StatusNotFound)
		}
	}
}
