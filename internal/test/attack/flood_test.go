package attack_test

import (
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/test/long"
)

// onBothAlone makes an attack on a site with either database while no other test
// runs, so that what it takes can be measured.
func onBothAlone(t *testing.T, attack func(t *testing.T, s siteOptions)) {
	t.Helper()
	for name, s := range map[string]siteOptions{"SQLite": {}, "PostgreSQL": {postgres: true}} {
		t.Run(name, func(t *testing.T) { attack(t, s) })
	}
}

// held is how much memory is in use.
func held() int64 {
	runtime.GC()
	runtime.GC() // what the first one only set free for reuse
	return int64(heap())
}

func TestAFloodOfHostsTakesNoMemory(t *testing.T) {
	onBothAlone(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		v := h.visitor(t)
		shared := v.share(v.finish(), "answers", "Ada")
		for what, c := range map[string]struct {
			host   string
			passes int
		}{
			"no name of a host": {"%08d." + strings.Repeat("x", 14_000), 0},
			"a name":            {"%08d." + strings.Repeat("x.", 118) + "example", 2 * 240}, // a minute may end meanwhile
		} {
			flood := h.visitor(t)
			flood.from = "192.0.2." + fmt.Sprint(len(what))
			before, passed := held(), 0
			for n := range long.Pick(1000, 24_000) {
				if flood.get(shared+".json", "Host", fmt.Sprintf(c.host, n)).want(t, http.StatusOK, http.StatusBadRequest, http.StatusTooManyRequests).StatusCode == http.StatusOK {
					passed++
				}
			}
			grown := held() - before
			t.Logf("%s: %d pass, memory grows by %d KB", what, passed, grown>>10)
			if passed > c.passes || grown > 10<<20 {
				t.Errorf("with %s as host %d pass, and memory grows by %d MB", what, passed, grown>>20)
			}
		}
	})
}

func TestPagesFromMemoryAreServedWithoutALimit(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{})
	v := h.visitor(t)
	shared := v.share(v.finish(), "answers", "Ada")
	class := h.visitor(t)
	class.from = "192.0.2.7"
	for range 400 {
		for _, path := range []string{shared, shared + ".json", shared + "/card.png", "/guide", "/"} {
			class.get(path).want(t, http.StatusOK)
		}
	}
}

func TestStartsOutcomesAndLooksFromOneAddressAreLimited(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		v := h.visitor(t)
		result := v.finish()
		share := v.share(result, "profile", "Ada")
		told := []string{"role", "product_manager", "years", "3", "suits", "4", "consent", "on"}
		for n, c := range []struct {
			what string
			most int
			send func(v *visitor) reply
		}{
			{"a start", 240, func(v *visitor) reply { return v.post("/start", "form", "short") }},
			{"an invitation", 240, func(v *visitor) reply { return h.newVisitorAtSameAddress(t, v).post(share + "/invitation") }},
			{"an outcome", 30, func(v *visitor) reply { return v.post(result+"/outcome", told...) }},
			{"a result", 240, func(v *visitor) reply { return v.get(result) }},
			{"a download", 240, func(v *visitor) reply { return v.get(result + "/download") }},
			{"a comparison", 240, func(v *visitor) reply {
				return v.get("/compare" + strings.TrimPrefix(share, "/r") + strings.TrimPrefix(share, "/r"))
			}},
			{"a page to save", 240, func(v *visitor) reply { return v.get("/save") }},
		} {
			one := h.visitor(t)
			one.from = fmt.Sprintf("192.0.2.%d", n+1)
			passed := 0
			for range c.most + 20 {
				if c.send(one).StatusCode != http.StatusTooManyRequests {
					passed++
				}
			}
			if passed < c.most || passed > c.most+10 { // time goes on meanwhile
				t.Errorf("%s: %d pass, want %d", c.what, passed, c.most)
			}
			if other := c.send(h.visitor(t)).StatusCode; other == http.StatusTooManyRequests {
				t.Errorf("%s of another address is refused too", c.what)
			}
		}
	})
}

// newVisitorAtSameAddress is a visitor at the same address without a cookie.
func (h *testSite) newVisitorAtSameAddress(t *testing.T, v *visitor) *visitor {
	t.Helper()
	fresh := h.visitor(t)
	fresh.from = v.from
	return fresh
}

func TestAnAddressNobodyCanUseIsLoggedOnceAndWithoutIt(t *testing.T) {
	t.Parallel()
	const secret = "203.0.113.9"
	for says, c := range map[string]struct {
		s    siteOptions
		sent string
	}{
		"who is not among the trusted proxies":       {siteOptions{alone: true}, secret},
		"names no address of a visitor":              {siteOptions{}, secret + ":4711"},
		"missing or names no address of a visitor: ": {siteOptions{}, ""},
	} {
		h := open(t, c.s)
		v := h.visitor(t)
		for range 3 {
			v.do(v.request(http.MethodPost, "/start", "form=full", "X-Forwarded-For", c.sent)).want(t, http.StatusSeeOther)
		}
		if log := h.log.String(); strings.Count(log, says) != 1 || strings.Contains(log, secret) {
			t.Errorf("X-Forwarded-For: %q is logged so:\n%s", c.sent, log)
		}
	}
	h := open(t, siteOptions{})
	h.visitor(t).post("/start", "form", "full").want(t, http.StatusSeeOther)
	if log := h.log.String(); strings.Contains(log, "X-Forwarded-For") {
		t.Errorf("one that can be used is logged:\n%s", log)
	}
}

// slow are texts that take long to read as Markdown, over and over.
var slow = []string{"[a](", "[", "![", "*a **b ", "`a``", "> ", "- ", "1. ", "<a", "[a]: b\n\n", "**a*", "_a__", "\\", "<http:", "a\n> "}

func TestATextThatIsTooLongIsRefusedBeforeItIsRendered(t *testing.T) {
	onBothAlone(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		v := h.visitor(t)
		h.admin(t, owner, auth.Owner)
		v.signIn(owner, password).want(t, http.StatusSeeOther)
		v.post("/admin/draft").want(t, http.StatusSeeOther)
		const role = "/admin/roles/product_manager"
		for _, f := range []struct{ page, action, field string }{
			{role, role, "roles.product_manager.content.summary"},
			{role, role + "/statements", "new.0.text"},
			{"/admin/guide", "/admin/guide", "guide.working_together"},
			{"/admin/translations/de/guide", "/admin/translations/de/guide", "translations.de.guide.working_together"},
			{"/admin/questions/h1", "/admin/questions/h1", "questions.h1.text"},
		} {
			form := v.get(f.page).want(t, http.StatusOK).form(strings.TrimSuffix(f.action, "/preview"))
			for _, piece := range slow {
				form.Set(f.field, strings.Repeat(piece, 300_000/len(piece)))
				began := time.Now()
				if len(form.Encode()) > 1<<20 {
					form.Set(f.field, strings.Repeat(piece, 100_000/len(piece)))
				}
				v.send(f.action, form).want(t, http.StatusUnprocessableEntity)
				if took := time.Since(began); took > 2*time.Second {
					t.Errorf("%s: %q takes %s", f.action, piece, took)
				}
			}
		}
	})
}
