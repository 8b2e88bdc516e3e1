package server_test

import (
	"net/http"
	"net/http/httputil"
	"testing"

	"whichpm/web/site"
	"whichpm/web/static"
)

// mostOfAFirstVisit is how many bytes a browser receives that opens the first
// question with nothing kept, but for the font: what fits into the first packets
// of a connection.
const mostOfAFirstVisit = 14 * 1024

func TestTheFirstQuestionFitsIntoTheFirstPacketsOfAConnection(t *testing.T) {
	v := open(t).visitor(t)
	v.post(site.Start).want(t, http.StatusSeeOther, site.Question(1))
	total := 0
	for _, path := range []string{site.Question(1), static.URL("app.css"), static.URL("app.js"), static.URL("favicon.svg")} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, v.site.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Accept", "text/html")
		request.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
		answer, err := v.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := httputil.DumpResponse(answer, true)
		if err != nil {
			t.Fatal(err)
		}
		if err := answer.Body.Close(); err != nil {
			t.Fatal(err)
		}
		if answer.StatusCode != http.StatusOK {
			t.Fatalf("%s answers %d", path, answer.StatusCode)
		}
		t.Logf("%s: %d bytes", path, len(whole))
		total += len(whole)
	}
	if total > mostOfAFirstVisit {
		t.Errorf("the first question is %d bytes on the wire: %d over the limit of %d", total, total-mostOfAFirstVisit, mostOfAFirstVisit)
	}
}
