package attack_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/test/storetest"
)

// numbersPages tell what many people answered and which jobs they have.
var numbersPages = []string{
	"/admin/insight", "/admin/insight/questions", "/admin/insight/questions/h1", "/admin/insight/dimensions", "/admin/insight/outcomes",
	"/admin/insight/recalibration", "/admin/insight/days.csv", "/admin/insight/questions.csv", "/admin/insight/options.csv",
	"/admin/insight/steps.csv", "/data", "/data.csv", "/data/codebook.csv",
}

func TestTheLogAndTheMetricsRevealNothingAboutAnybody(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{open: true})
	v := h.visitor(t)
	v.from = "203.0.113.77"
	result := v.finish()
	cookie := v.cookie("whichpm_quiz").Value
	share := v.share(result, "answers", "Zaphod")
	job := []string{"role", "product_manager", "years", "37", "suits", "4", "consent", "on", "open", "on"}
	v.post(result+"/outcome", job...).want(t, http.StatusSeeOther)
	v.get(share+".json?zqquery=1").want(t, http.StatusOK)
	v.get(share+"/card.png").want(t, http.StatusOK)
	v.get("/resume/"+cookie).want(t, http.StatusSeeOther)
	v.get("/zqpath/" + cookie)
	v.get(result, "User-Agent", "zqagent", "Referer", "https://evil.example/zqreferer").want(t, http.StatusOK)
	v.do(v.request("ZQMETHOD", "/guide", "zqbody"))
	v.post(result+"/share/removal", "share", strings.TrimPrefix(share, "/r/")).want(t, http.StatusSeeOther)
	h.admin(t, owner, auth.Owner)
	v.signIn(owner, "zqwrong password")
	v.signIn(owner, password).want(t, http.StatusSeeOther)
	session := v.cookie("whichpm_admin").Value
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.submit("/admin/settings", "/admin/settings", "title", "zqtitle")
	storetest.TellJobs(t, h.store, 60, storetest.Shifted())
	v.submit("/admin/insight/recalibration", "/admin/insight/recalibration")
	for _, path := range numbersPages {
		v.get(path+"?version=1&zqquery=1").want(t, http.StatusOK)
	}
	publication := v.get("/admin/publication").form("/admin/publication")
	publication.Set("note", "zqnote")
	v.send("/admin/publication", publication).want(t, http.StatusSeeOther)
	v.post("/start", "form", "full").want(t, http.StatusSeeOther)
	v.answer("/q/1")
	v.post(result+"/outcome/removal").want(t, http.StatusSeeOther)
	v.post(result+"/removal").want(t, http.StatusSeeOther)
	v.send("/start", nil, foreign["another site"]...).want(t, http.StatusForbidden)
	v.get("/r/%ff")
	v.post("/start", "form", strings.Repeat("zqlong", 20_000))
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	v.answer("/q/2")
	v.post("/result")
	v.get(result)
	v.signIn(owner, password)
	v.get("/admin/audit")
	h.Close()

	numbers := httptest.NewRecorder()
	h.counts.Handler().ServeHTTP(numbers, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
	for name, text := range map[string]string{"log": h.log.String(), "numbers": numbers.Body.String()} {
		for _, secret := range []string{
			strings.TrimPrefix(result, "/result/"), strings.TrimPrefix(share, "/r/"), cookie, session, "Zaphod", "olga", "example.org",
			password, "zqquery", "zqpath", "zqagent", "zqreferer", "zqbody", "zqwrong", "zqtitle", "zqnote", "zqlong", "203.0.113",
			"127.0.0.1", `"/q/1`, "evil.example", "product_manager", "years", "suits", "consent", `"h1"`, "/h1",
		} {
			if at := strings.Index(text, secret); at >= 0 {
				t.Errorf("the %s hold %q: …%s", name, secret, text[max(0, at-200):min(len(text), at+200)])
			}
		}
	}
	for _, line := range []string{
		`"route":"/result/{owner}/outcome","status":303`, `"route":"/result/{owner}/outcome/removal","status":303`,
		`"method":"POST","route":"/admin/insight/recalibration","status":303`, `"route":"/data.csv","status":200`, `"route":"/result/{owner}"`, `"route":"/q/{n}"`, `"msg":"request refused"`, `"status":503`, `"status":403`, `"status":413`,
	} {
		if !strings.Contains(h.log.String(), line) {
			t.Errorf("the log does not say %s: the story was another", line)
		}
	}
	if strings.Contains(numbers.Body.String(), "ZQMETHOD") || !strings.Contains(numbers.Body.String(), "whichpm_results_finished_total 1") {
		t.Error("the numbers tell a made-up method, or not the result")
	}
}
