package attack_test

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/long"
)

// A nasty text, what it must be refused with (0: anything under 500), and what
// of it must not be found in the database afterwards.
type nasty struct {
	name, text string
	status     int
	never      string
}

var nasties = []nasty{
	{"a NUL", "zqmark\x00zq", http.StatusBadRequest, "zqmark"},
	{"broken UTF-8", "zqmark\xff\xfe\xc0\xaf", http.StatusBadRequest, "zqmark"},
	{"a turned direction", "zq\u202egnp.zq\u2066", 0, "\u202e"},
	{"100 kB", strings.Repeat("zq", 50_000), 0, "zqzqzqzqzq"},
	{"a line end for a header", "/admin\r\nSet-Cookie: zq=1", 0, "\r"},
	{"another site", "https://evil.example/admin", 0, ""},
	{"a number without end", "9223372036854775808", 0, ""},
	{"less than nothing", "-9223372036854775809", 0, ""},
	{"no number", "NaN", 0, ""},
	{"SQL", `zq'); DROP TABLE results; DELETE FROM admins;--" OR 1=1`, 0, ""},
}

// alike are fields that differ only in a number or a key: one of them is tried
// in the short form.
var alike = regexp.MustCompile(`\.[a-z_0-9]+\.`)

// tried are the names of the fields to try.
func tried(form url.Values) (names []string) {
	seen := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(form)) {
		kind := alike.ReplaceAllString(alike.ReplaceAllString(name, ".*."), ".*.")
		if long.Asked() || !seen[kind] {
			seen[kind] = true
			names = append(names, name)
		}
	}
	if long.Asked() {
		names = append(names, "role", "state", "id", "revision")
	}
	return append(names, "zq_unknown", "next")
}

func TestNoFieldOfAnyFormTakesWhatNobodyMayStore(t *testing.T) {
	for pattern := range postings {
		t.Run(pattern, func(t *testing.T) {
			t.Parallel()
			sc := open(t, set{}).scene(t, pattern)
			if sc.p.file {
				return // a file is no field: see the tests of imports
			}
			for _, bad := range nasties {
				names := tried(sc.form)
				if !long.Asked() && bad.status > 0 { // refused by one rule for all fields
					names = names[:2]
				}
				for _, name := range names {
					sc.try(t, name, bad)
				}
				if after := sc.stored(t); bad.never != "" && strings.Contains(after, bad.never) || !strings.Contains(after, owner) {
					t.Fatalf("after %s the database holds it, or has lost something", bad.name)
				}
			}
		})
	}
}

// try sends the form with one field, and its name, made bad.
func (sc *scene) try(t *testing.T, name string, bad nasty) {
	t.Helper()
	form := maps.Clone(sc.form)
	form[name] = []string{bad.text}
	got := sc.v.do(sc.request(form))
	where := fmt.Sprintf("%s in %s", bad.name, name)
	if got.StatusCode >= 500 || bad.status > 0 && got.StatusCode != bad.status && !sc.p.blind {
		t.Errorf("%s: %d %s", where, got.StatusCode, got.gist())
	}
	if checkHeaders(t, where, got); len(got.Cookies()) > 0 && strings.Contains(got.Cookies()[0].Name, "zq") {
		t.Errorf("%s sets a cookie", where)
	}
	for _, problem := range checkPage(got) {
		t.Errorf("%s shows %s", where, problem)
	}
	if to := got.to(); to != "" && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n")) {
		t.Errorf("%s leads to %q", where, to)
	}
}
