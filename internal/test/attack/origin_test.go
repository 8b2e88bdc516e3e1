package attack_test

import (
	"net/http"
	"testing"
)

func TestEveryFormHasAnAttack(t *testing.T) {
	h := open(t, siteOptions{})
	known := map[string]bool{}
	for _, pattern := range h.posts(t) {
		known[pattern] = true
		if _, listed := postings[pattern]; !listed {
			t.Errorf("%s takes a form and postings has no line for it", pattern)
		}
	}
	for pattern := range postings {
		if !known[pattern] {
			t.Errorf("postings has a line for %s, which takes no form", pattern)
		}
	}
}

// foreign are the headers a browser sends with a form of another place.
var foreign = map[string][]string{
	"another site":            {"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"},
	"a neighbour's host":      {"Sec-Fetch-Site", "same-site", "Origin", "https://evil.quiz.example"},
	"an opaque place":         {"Sec-Fetch-Site", "cross-site", "Origin", "null"},
	"an old browser's":        {"Origin", "https://evil.example"},
	"an old browser's opaque": {"Origin", "null"},
	"another port":            {"Origin", "http://127.0.0.1:1"},
}

// otherWays are methods that no form of the site uses, and two that only look.
var otherWays = []string{
	http.MethodGet, http.MethodHead, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodTrace, "PROPFIND",
}

func TestOnlyAFormOfOurOwnPagesChangesAnything(t *testing.T) {
	for pattern := range postings {
		t.Run(pattern, func(t *testing.T) {
			t.Parallel()
			sc := open(t, siteOptions{}).scene(t, pattern)
			before := sc.stored(t)
			for from, headers := range foreign {
				got := sc.v.do(sc.request(sc.form, headers...))
				if got.StatusCode != http.StatusForbidden || len(got.Cookies()) > 0 {
					t.Errorf("from %s: %d, cookies %v", from, got.StatusCode, got.Cookies())
				}
			}
			for _, method := range otherWays {
				got := sc.v.do(sc.disguised(method))
				looks := method == http.MethodGet || method == http.MethodHead
				if !looks && got.StatusCode != http.StatusMethodNotAllowed || got.StatusCode >= 500 {
					t.Errorf("%s answers %d", method, got.StatusCode)
				}
			}
			if sc.stored(t) != before {
				t.Error("something was stored")
			}
			sc.v.do(sc.request(sc.form)).want(t, sc.accepted()) // or nothing above was tried
			if changed := sc.stored(t) != before; changed == sc.p.silent {
				t.Errorf("the form itself stores something: %v", changed)
			}
		})
	}
}

// disguised is the form sent in another way that asks to be taken for a POST.
func (sc *scene) disguised(method string) *http.Request {
	form := sc.form.Encode()
	path := sc.path + "?_method=POST"
	if len(form) < 8<<10 {
		path += "&" + form
	}
	return sc.v.request(method, path, form+"&_method=POST", "Content-Type", urlencoded,
		"X-HTTP-Method-Override", "POST", "X-HTTP-Method", "POST", "X-Method-Override", "POST")
}
