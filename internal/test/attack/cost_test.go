//go:build !race

package attack_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"time"

	"whichpm/internal/quiz"
)

// processor is how much of it this program has had.
func processor() time.Duration {
	var used syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// mostProcessorTime is what a request may take that is not limited: a
// millisecond where docs/performance.md was measured, and as much again for a
// slower machine.
const mostProcessorTime = 2 * time.Millisecond

// repeated is a request of a stranger, another each time.
type repeated struct {
	path, body, cookie string
	kind               string // of the body, "" for a form
	headers            http.Header
}

// repeat sends requests from one address, until it is clear that they are cheap
// or limited. It returns what one took of the processor. The limit comes before
// a form is read, so that forms nobody reads use it up as well, and sooner.
func (h *testSite) repeat(t *testing.T, method, from string, next func(n int) repeated) (each time.Duration, limited bool) {
	t.Helper()
	const few, many = 40, 300
	h.serve(t, method, from, next(-1)) // what is made once is made
	began := processor()
	for n := range many {
		asked := next(n)
		switch {
		case n < few:
			each = (processor() - began) / time.Duration(max(n, 1))
		case each < mostProcessorTime:
			return each, false
		case method == http.MethodPost:
			asked.kind = "text/plain"
		}
		if status := h.serve(t, method, from, asked); status == http.StatusTooManyRequests {
			return each, h.serve(t, method, from, next(n)) == http.StatusTooManyRequests
		}
	}
	return each, false
}

// serve is the status of a request, which goes through no network.
func (h *testSite) serve(t *testing.T, method, from string, asked repeated) int {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, asked.path, strings.NewReader(asked.body))
	r.RemoteAddr = "127.0.0.1:4711"
	r.Header = http.Header{"X-Forwarded-For": {from}, "Cookie": {asked.cookie}, "Accept-Encoding": {"gzip, br, zstd"}}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", cmp.Or(asked.kind, urlencoded))
	}
	for name, values := range asked.headers {
		r.Header[name] = values
		if name == "Host" {
			r.Host = values[0]
		}
	}
	w := httptest.NewRecorder()
	h.Config.Handler.ServeHTTP(w, r)
	if w.Code >= http.StatusInternalServerError {
		t.Fatalf("%s %s answers %d", method, asked.path, w.Code)
	}
	return w.Code
}

// variants are what a stranger may change from one request to the next, so
// that what is kept does not help.
var variants = map[string]func(n int) http.Header{
	"the same":      func(int) http.Header { return nil },
	"another host":  func(n int) http.Header { return http.Header{"Host": {fmt.Sprintf("host%d.example", n+1)}} },
	"long headers":  func(int) http.Header { return http.Header{"Accept": {strings.Repeat("a/b,", 3700)}} },
	"long packings": func(int) http.Header { return http.Header{"Accept-Encoding": {strings.Repeat("a,", 7400)}} },
	"long tags":     func(int) http.Header { return http.Header{"If-None-Match": {strings.Repeat(`"a",`, 3700)}} },
	"other languages": func(n int) http.Header {
		return http.Header{"Accept-Language": {fmt.Sprintf("a%d,", n+1) + strings.Repeat("aa-b,", 30) + "de"}}
	},
}

func TestEveryRequestAVisitorMayRepeatIsCheapOrLimited(t *testing.T) {
	h := open(t, siteOptions{open: true})
	v := h.visitor(t)
	result := v.finish()
	for n := range 49 {
		v.post(result+"/share", "scope", "answers", "name", fmt.Sprint("Ada ", n)).want(t, http.StatusSeeOther)
	}
	share := strings.TrimPrefix(v.share(result, "answers", "Ada"), "/r/")
	gone := h.visitor(t).finish()
	var people []string
	for range quiz.MostCompared {
		other := h.visitor(t)
		people = append(people, strings.TrimPrefix(other.share(other.finish(), "answers", ""), "/r/"))
	}
	version, err := h.store.Version(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	organiser, member := h.group(t, "Class")
	fill := strings.NewReplacer("{organiser}", organiser, "{member}", member, "{group}", h.invitation(t, organiser), "{owner}", strings.TrimPrefix(result, "/result/"), "{earlier}", strings.TrimPrefix(result, "/result/"),
		"{share}", share, "{n}", "9", "{page}", "home", "{language}", "en", "/compare/*", "/compare/"+strings.Join(people, "/"), "{token}", journey(t, version).Token())
	address := 0
	for _, route := range h.routes(t) {
		if strings.HasPrefix(route.pattern, "/admin/") && route.pattern != "/admin/sign-in" || strings.HasPrefix(route.pattern, "/static") ||
			route.method != http.MethodGet && route.method != http.MethodPost {
			continue // a stranger is sent to sign in; files are made once
		}
		path := fill.Replace(route.pattern)
		if strings.HasSuffix(path, "/removal") && route.method == http.MethodPost && strings.HasPrefix(path, "/result/") && !strings.Contains(path, "/share") && !strings.Contains(path, "/outcome") {
			path = gone + "/removal"
		}
		if strings.ContainsAny(path, "{*") {
			t.Fatalf("%s: say here what stands for its parts", route.pattern)
		}
		for what, variant := range variants {
			address++
			each, limited := h.repeat(t, route.method, fmt.Sprintf("10.1.%d.%d", address/256, address%256), func(n int) repeated {
				j := journey(t, version)
				asked := repeated{path: path, cookie: "whichpm_quiz=" + j.Token(), headers: variant(n)}
				if route.method == http.MethodPost {
					asked.body = formOf(version, route.pattern, j)
				}
				return asked
			})
			if testing.Verbose() {
				t.Logf("%s %s, %s: %s, limited: %v", route.method, route.pattern, what, each, limited)
			}
			if !limited && each > mostProcessorTime {
				t.Errorf("%s %s with %s takes %s of the processor and is not limited", route.method, route.pattern, what, each)
			}
			if what == "the same" && each > 8*mostProcessorTime {
				t.Errorf("%s %s takes %s of the processor, and is the same each time", route.method, route.pattern, each)
			}
		}
	}
}

// journey is another one each time, half way through the quiz.
func journey(t *testing.T, v *quiz.Version) quiz.Journey {
	t.Helper()
	var seed quiz.Seed
	for i := range seed {
		seed[i] = byte(rand.Uint32())
	}
	j := quiz.Begin(v, seed, time.Now(), true)
	for n, question := range rand.Perm(len(v.Questions))[:10] {
		j = j.Ask(question)
		var err error
		if j, err = j.Answer(v, n+1, rand.IntN(len(v.Questions[question].Options)), time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	return j
}

// formOf is what is sent to a public page.
func formOf(v *quiz.Version, pattern string, j quiz.Journey) string {
	switch pattern {
	case "/q/{n}":
		return "answer=0&question=" + v.Questions[j.Steps[8].Question].Key
	case "/resume":
		return "token=" + j.Token()
	}
	return "role=product_manager&years=3&suits=4&consent=on&scope=verdict&link=x&email=a@example.org&password=x&from=" + strings.Repeat("x", 60_000)
}
