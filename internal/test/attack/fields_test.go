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

	"whichpm/internal/test/long"
)

// hostileText is a text, what it must be refused with (0: anything under 500),
// and what of it must not be found in the database afterwards.
type hostileText struct {
	name, text string
	status     int
	never      string
}

var hostileTexts = []hostileText{
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

// byEach are the patterns whose fields the short form tries on PostgreSQL too:
// one for each way into the database.
var byEach = []string{
	"/result/{owner}/share", "/result/{owner}/share/removal", "/result/{owner}/outcome", "/admin/sign-in", "/admin/account/password",
	"/admin/admins", "/admin/settings", "/admin/scenarios", "/admin/roles/{key}", "/admin/publication",
}

func TestNoFieldOfAnyFormStoresForbiddenText(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		for pattern := range postings {
			if s.postgres && !long.Asked() && !slices.Contains(byEach, pattern) {
				continue
			}
			t.Run(pattern, func(t *testing.T) {
				t.Parallel()
				sc := open(t, s).scene(t, pattern)
				if sc.p.file {
					return // a file is no field: see the tests of imports
				}
				for i, bad := range hostileTexts {
					for j, name := range tried(sc.form) {
						if long.Asked() || bad.status > 0 && j < 2 || bad.status == 0 && (i+j)%every == 0 {
							sc.try(t, name, bad)
						}
					}
					if after := sc.stored(t); bad.never != "" && !sc.p.keeps && strings.Contains(after, bad.never) || !strings.Contains(after, owner) {
						t.Fatalf("after %s the database holds it, or has lost something", bad.name)
					}
				}
			})
		}
	})
}

// every is how many fields the short form passes over after each: none has all
// nasty texts, and each text meets fields of every form. What one rule refuses
// for all fields is tried on two.
const every = 3

// try sends the form with one field, and its name, made bad.
func (sc *scene) try(t *testing.T, name string, bad hostileText) {
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
