package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
)

// serve is a site of one page.
func serve(t *testing.T, status int, policy, body string) string {
	t.Helper()
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if policy != "" {
			w.Header().Set("Content-Security-Policy", policy)
		}
		if r.URL.Path != "/" {
			status = http.StatusNotFound
		}
		w.WriteHeader(status)
		fmt.Fprint(w, "<!DOCTYPE html><title>One page</title><link rel=\"icon\" href=\"data:,\"><main>"+body+"</main>")
	}))
	t.Cleanup(site.Close)
	return site.URL
}

func TestWithoutScriptsAPageCanStillBeUsedAndRead(t *testing.T) {
	url := serve(t, http.StatusGone, "", `<p id="said">plain</p><label>Yes<input type="radio" name="r"></label>
		<label for="n">Name</label><input id="n"><button onclick="document.title='ran'">Run</button><a href="/?again">Again</a>
		<script>document.getElementById("said").textContent = "scripted"</script>`)
	p := Open(t, Options{})
	p.Goto(url)
	p.Click("Run")
	p.Choose("Yes")
	p.Fill("Name", "Ada")
	if p.Status() != http.StatusGone || p.Text("#said") != "plain" || p.Title() != "One page" || p.Value("Name") != "Ada" || p.Count(":checked") != 1 {
		t.Errorf("%d %q %q %q %d", p.Status(), p.Text("#said"), p.Title(), p.Value("Name"), p.Count(":checked"))
	}
	p.Follow("Again")
	if !strings.HasSuffix(p.URL(), "/?again") {
		t.Errorf("the link leads to %s", p.URL())
	}
}

func TestMistakesOfAPageAreNoticed(t *testing.T) {
	p := Open(t, Options{Script: true})
	for name, test := range map[string]struct{ policy, body, notices string }{
		"a request to another machine": {"", `<img src="http://192.0.2.1/x.png" alt="">`, "http://192.0.2.1/x.png"},
		"a part that is missing":       {"", `<img src="/missing.png" alt="">`, "404 for"},
		"a script the policy refuses":  {"script-src 'none'", `<script>1</script>`, "security error"},
		"an error in a script":         {"", `<script>nothing.here()</script>`, "ReferenceError"},
		"an error it reports itself":   {"", `<script>console.error("oh", 1)</script>`, "console.error"},
	} {
		t.Run(name, func(t *testing.T) {
			p.watch.seen = nil
			p.Goto(serve(t, http.StatusOK, test.policy, test.body))
			got := strings.Join(p.watch.Troubles(), "\n")
			if !strings.Contains(got, test.notices) {
				t.Errorf("it notices %q, not %q", got, test.notices)
			}
		})
	}
	p.watch.seen = nil
}

func TestABrowserThatCrashesOnAWalkIsOpenedAgain(t *testing.T) {
	url := serve(t, http.StatusOK, "", "<p>here</p>")
	visits := []int{0, 0, 0}
	Walk(t, Options{}, len(visits), func(p *Page, i int) {
		p.Goto(url)
		visits[i]++
		if visits[1] == 1 && i == 1 {
			p.do("crash", set(browser.Crash, cdp.Empty{}))
		}
		if p.Text("p") != "here" {
			t.Errorf("place %d says %q", i, p.Text("p"))
		}
	})
	if visits[0] != 1 || visits[1] != 2 || visits[2] != 1 {
		t.Errorf("the places were visited %v times", visits)
	}
}
