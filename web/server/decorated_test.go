package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

// saved is the path of the link to go on later.
func (v *visitor) saved() string {
	v.t.Helper()
	_, link, _ := strings.Cut(v.get("/save").want(v.t, http.StatusOK).body, v.site.URL+"/resume/")
	token, _, _ := strings.Cut(link, `"`)
	return "/resume/" + token
}

func TestAnUnknownParameterIsIgnored(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, shared := v.shares("profile", "Ada")
	v.start()
	for _, path := range []string{shared, shared + ".json", shared + "/card.png", result, "/", "/q/1", "/guide", "/method.json", "/compare", "/healthz"} {
		for _, query := range []string{"?utm_campaign=50%off", "?x=%ff", "?x=%00", "?%", "?;", "?a;b=%zz&%ff=1", "?=", "?utm=\u2019"} {
			v.get(path+query).want(t, http.StatusOK)
		}
	}
	v.post("/start?utm_campaign=50%off", "form", "full").want(t, http.StatusSeeOther, "/q/1")
}

func TestAParameterIsReadAmongUnknownOnes(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, ada := v.shares("profile", "Ada")
	_, ben := h.visitor(t).shares("profile", "Ben")
	v.get(result+"?elsewhere=1&utm_campaign=50%off").says(t, "another device")
	v.get(result+"?utm_campaign=50%off&elsewhere=1").says(t, "another device")
	to := "/compare/" + id(ada) + "/" + id(ben)
	v.get("/compare?utm_campaign=50%off&link="+id(ada)+"&link="+id(ben)).want(t, http.StatusSeeOther, to)
	v.get("/compare?link="+id(ada)+";&link="+id(ben)).want(t, http.StatusSeeOther, to)
	v.get("/compare?link=%ff").want(t, http.StatusUnprocessableEntity).says(t, "full share link")
	v.get(result+"?matter=%ff").want(t, http.StatusUnprocessableEntity).says(t, "from the list")
	v.get("/guide?lang=de&x=50%off").want(t, http.StatusSeeOther, "/guide?x=50%25off")
}

func TestALinkWithSomethingAddedStillOpens(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, ada := v.shares("profile", "Ada")
	_, ben := h.visitor(t).shares("profile", "Ben")
	v.start()
	v.answer("/q/1", "1")
	saved := v.saved()
	links := []string{
		ada, ada + ".json", ada + "/card.png", result, result + "/removal", result + "/download", "/compare/" + id(ada) + "/" + id(ben), saved,
		"/guide", "/method.json", "/compare",
	}
	for _, link := range links {
		v.get(link).want(t, http.StatusOK)
		for _, behind := range []string{".", ")", ",", "%E2%80%9D", "%20", "%E2%80%8B", "%29.", "%3E", "*", "_", "...", "%94", "/", "%00", "%2f"} {
			switch {
			case len(link) < 20 && (behind == "%94" || behind == "%00"): // no text: guessed at in links only
				continue
			case strings.HasPrefix(link, "/compare/") && behind == "/": // another spelling of it
				continue
			}
			got := v.getAs(link+behind, "Accept", "text/plain").want(t, http.StatusSeeOther, link)
			if got.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("%s may be kept: %q", link+behind, got.Header.Get("Cache-Control"))
			}
		}
	}
	for _, link := range []string{"/result/AAAAAAAAAAAAAAAAAAAAAAA-", "/result/AAAAAAAAAAAAAAAAAAAAAA__/removal", "/r/AAAAAAAAAAAAAAAAAAAAAAA_"} {
		v.get(link+"/").want(t, http.StatusSeeOther, link) // the mark before the slash is the link's own
	}
	v.send(http.MethodHead, ada+".", "", nil).want(t, http.StatusSeeOther, ada)
	v.get("/R"+ada[2:]).want(t, http.StatusSeeOther, ada)
	v.get(ada+".?utm_campaign=50%off").want(t, http.StatusSeeOther, ada)
	for _, path := range []string{ada + "x", ada + ".txt", "/r/" + strings.Repeat("A", 24), "/r/short.", "/r//evil.example.", ada + ".//evil.example", "/resume/AAAA----"} {
		if got := v.get(path); got.StatusCode != http.StatusNotFound && got.StatusCode != http.StatusBadRequest {
			t.Errorf("%s answers %d and leads to %q", path, got.StatusCode, got.to())
		}
	}
	v.post(ada+"./invitation").want(t, http.StatusNotFound)
	for _, secret := range []string{id(ada), strings.TrimPrefix(result, "/result/"), strings.TrimPrefix(saved, "/resume/")} {
		if strings.Contains(h.log.String(), secret) {
			t.Error("the log holds a link")
		}
	}
}

func TestTheCompareFormFindsTheLinkInWhatWasPasted(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, ada := v.shares("profile", "Ada")
	_, ben := h.visitor(t).shares("profile", "Ben")
	v.start()
	v.answer("/q/1", "1")
	saved := v.saved()
	for _, text := range []string{
		"(" + h.URL + ada + ")", "Look: " + h.URL + ada + ", or not", "https://scan.example/?url=" + url.QueryEscape(h.URL+ada) + "&x=1", "HTTP://HOST/R/" + id(ada) + "\u200b",
	} {
		query := url.Values{"link": {text, ben}}
		v.get("/compare?"+query.Encode()).want(t, http.StatusSeeOther, "/compare/"+id(ada)+"/"+id(ben))
		v.post(result+"/comparison", "link", text).want(t, http.StatusSeeOther)
	}
	for _, private := range []string{h.URL + result, "my link (" + h.URL + saved + ")"} {
		refused := v.get("/compare?"+url.Values{"link": {ben, private}}.Encode()).want(t, http.StatusUnprocessableEntity)
		refused.says(t, "This is a private link", "Keep it to yourself")
		if refused.Header.Get("Cache-Control") != "no-store" {
			t.Error("the page with the private link may be kept")
		}
		page := v.post(result+"/comparison", "link", private).want(t, http.StatusUnprocessableEntity).says(t, "This is a private link")
		if page.value("link") != private {
			t.Errorf("what was typed became %q", page.value("link"))
		}
	}
}

func TestABotThatOpensASharedPageIsNotCounted(t *testing.T) {
	h := open(t)
	_, shared := h.visitor(t).shares("profile", "Ada")
	other := h.visitor(t)
	other.getAs(shared, "Sec-Purpose", "prefetch;prerender").want(t, http.StatusOK)
	other.getAs(shared, "User-Agent", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)").want(t, http.StatusOK)
	other.getAs(shared+".", "User-Agent", "Mozilla/5.0").want(t, http.StatusSeeOther)
	if n := h.counted(t)[quiz.EventShareOpened]; n != 0 {
		t.Errorf("%d readers are counted", n)
	}
	other.getAs(shared, "User-Agent", "Mozilla/5.0").want(t, http.StatusOK)
	if n := h.counted(t)[quiz.EventShareOpened]; n != 1 {
		t.Errorf("%d readers are counted", n)
	}
}
