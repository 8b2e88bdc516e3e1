package attack_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/auth"
)

func TestAFormOfTheWrongShapeIsRefusedPlainly(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		v := h.visitor(t)
		result := v.finish()
		v.post("/start", "form", "full").want(t, http.StatusSeeOther)
		first := v.get("/q/1").form("/q/1").Get("question")
		admin := h.signedIn(t, owner)
		v.Jar.SetCookies(mustURL(t, h.URL), admin.Jar.Cookies(mustURL(t, h.URL)))
		const multi = "multipart/form-data; boundary=b"
		before := h.stored(t)
		for name, tt := range map[string]struct {
			path, kind, body string
			status           int
		}{
			"JSON":                           {"/q/1", "application/json", `{"question":"` + first + `"}`, 415},
			"plain text":                     {"/q/1", "text/plain", "question=" + first, 415},
			"no type":                        {"/q/1", "", "question=" + first, 415},
			"two types":                      {"/q/1", urlencoded + ", text/plain", "question=" + first, 415},
			"XML":                            {result + "/share", "application/xml", "<scope/>", 415},
			"multipart where none is read":   {result + "/share", multi, "--b--", 415},
			"a broken escape":                {result + "/share", urlencoded, "scope=%zz", 400},
			"half an escape":                 {result + "/share", urlencoded, "scope=verdict&name=%f", 400},
			"a semicolon for an ampersand":   {result + "/share", urlencoded, "scope=verdict;name=x", 400},
			"an option of another question":  {"/q/1", urlencoded, "question=" + first + "&answer=6", 422},
			"a question nobody knows":        {"/q/1", urlencoded, "question=zz&answer=0", 422},
			"another question of the quiz":   {"/q/1", urlencoded, "question=ep&answer=0", 422},
			"an option past any number":      {"/q/1", urlencoded, "question=" + first + "&answer=9223372036854775808", 422},
			"an option below nothing":        {"/q/1", urlencoded, "question=" + first + "&answer=-1", 422},
			"an option in hexadecimal":       {"/q/1", urlencoded, "question=" + first + "&answer=0x0", 422},
			"a page past any number":         {"/q/9223372036854775808", urlencoded, "answer=0", 404},
			"a page below nothing":           {"/q/-1", urlencoded, "answer=0", 404},
			"a share of somebody else":       {result + "/share/removal", urlencoded, "share=" + strings.Repeat("A", 24), 404},
			"an import that is cut off":      {"/admin/import/draft", multi, "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{", 400},
			"an import without its boundary": {"/admin/import/draft", "multipart/form-data", "x", 400},
			"an import of many parts":        {"/admin/import/draft", multi, strings.Repeat("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n\r\n", 5000) + "--b--", 400},
			"an import of deep brackets":     {"/admin/import/draft", multi, "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n" + strings.Repeat("[", 100_000) + "\r\n--b--", 422},
			"an import with a path":          {"/admin/import/draft", multi, "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/passwd\"\r\n\r\n{}\r\n--b--", 422},
			"an import that is no UTF-8":     {"/admin/import/draft", multi, "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\"\xff\"\r\n--b--", 422},
		} {
			got := v.do(v.request(http.MethodPost, tt.path, tt.body, "Content-Type", tt.kind))
			if got.StatusCode != tt.status {
				t.Errorf("%s: %d, want %d: %s", name, got.StatusCode, tt.status, got.gist())
			}
			checkHeaders(t, name, got)
		}
		if h.stored(t) != before {
			t.Error("something was stored")
		}
	})
}

func TestRepeatedAndUnknownFieldsOfAFormAreIgnored(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		v := h.visitor(t)
		result := v.finish()
		v.send(result+"/share?scope=answers&name=Query", url.Values{
			"scope": {"verdict", "answers"}, "name": {"Ada", "Eve"}, "id": {"AAAA"}, "result": {"x"}, "created_at": {"0"},
		}).want(t, http.StatusSeeOther)
		if after := h.stored(t); !strings.Contains(after, "|verdict|Ada|") || strings.Contains(after, "Eve") || strings.Contains(after, "Query") {
			t.Error("the second of two counts, or what the address says")
		}
		h.admin(t, owner, auth.Owner)
		h.admin(t, "eve@example.org", auth.Editor)
		eve := h.visitor(t)
		eve.signIn("eve@example.org", password).want(t, http.StatusSeeOther)
		eve.post("/admin/account/password", "current", password, "password", "basket tundra velvet", "again", "basket tundra velvet",
			"role", "owner", "email", owner, "disabled", "0", "id", "x", "temporary", "1").want(t, http.StatusSeeOther)
		if a, err := h.store.AdminByEmail(t.Context(), "eve@example.org"); err != nil || a.Owner() || a.Temporary {
			t.Errorf("eve is %+v, %v", a, err)
		}
		h.visitor(t).signIn(owner, password).want(t, http.StatusSeeOther)
	})
}

func TestNoSpecialPathOpensAnything(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{})
	v := h.visitor(t)
	result := v.finish()
	share := v.share(result, "verdict", "")
	for _, path := range []string{
		"//evil.example", "//evil.example/", `/\evil.example`, "/%5cevil.example/", "/%2f%2fevil.example/", "/.//evil.example/", "/guide//",
		"/guide/%2e%2e/admin", "/static/../admin", "/static/%2e%2e/%2e%2e/etc/passwd", "/static/..%2f..%2fetc%2fpasswd", "/static/app.css%00.png",
		"/guide;/admin", "/admin;x=1", "/admin/..;/admins", "/ADMIN", "/admin%2fadmins", "/admin/%61dmins", "/./admin", "/admin/./admins",
		"/r/../result/" + strings.TrimPrefix(result, "/result/"), "/r/%2e%2e" + result, share + "%2fcard.png", share + "/../../admin",
		share + "/card.png/", share + "%00", "/q/1%2f..%2f..%2fadmin", "/result/%00", "/metrics", "/debug/pprof/", "/debug/pprof/heap",
		"/debug/vars", "/.git/config", "/whichpm.db", "/dev/gallery", "/dev/gallery/", "/admin/export/..%2f..%2fetc.json", "/admin/export/1%2e.json",
		"/https://evil.example/", "/http:/evil.example", "/?next=//evil.example", "/%09/evil.example/", "/guide/?x=//evil.example",
	} {
		got := v.get(path)
		if got.StatusCode == http.StatusOK && path != "/?next=//evil.example" || got.StatusCode >= 500 {
			t.Errorf("%s answers %d", path, got.StatusCode)
		}
		to := got.to()
		if to != "" && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\t")) {
			t.Errorf("%s leads to %q", path, to)
		}
		checkHeaders(t, path, got)
	}
}

func mustURL(t *testing.T, text string) *url.URL {
	t.Helper()
	u, err := url.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestNobodyChoosesTheHostOfALink(t *testing.T) {
	t.Parallel()
	honest := []string{ // but for what they say about the host
		"X-Forwarded-Host", "evil.example", "X-Host", "evil.example", "X-Forwarded-Proto", "https", "Forwarded", "host=evil.example",
		"X-Original-URL", "/admin", "X-Rewrite-URL", "/admin", "X-Forwarded-Server", "evil.example",
	}
	for public, host := range map[string]string{"https://quiz.example": "https://quiz.example/r/", "": "http://127.0.0.1"} {
		h := open(t, siteOptions{public: public})
		v, lies := h.visitor(t), honest
		if public != "" {
			v.Jar = plainJar{v.Jar} // the test speaks HTTP
			lies = append(slices.Clone(honest), "Host", "evil.example")
		}
		result := v.finish()
		v.post(result+"/share", "scope", "profile", "name", "Ada").want(t, http.StatusSeeOther)
		page := v.get(result, lies...).want(t, http.StatusOK)
		_, after, _ := strings.Cut(page.body, "/r/")
		id, _, _ := strings.Cut(after, `"`)
		for _, r := range []reply{page, v.get("/r/"+id, lies...), v.get("/r/"+id+".json", lies...), v.get("/", lies...), v.get("/guide/", lies...), v.get("/embed", lies...)} {
			if strings.Contains(r.body, "evil.example") || strings.Contains(r.to(), "evil.example") {
				t.Errorf("with %q as public URL %s names the host of somebody else", public, r.Request.URL.Path)
			}
		}
		if !strings.Contains(page.body, host) {
			t.Errorf("with %q as public URL the link is another", public)
		}
	}
}

// plainJar gives cookies meant for HTTPS over HTTP too.
type plainJar struct{ http.CookieJar }

func (j plainJar) Cookies(u *url.URL) []*http.Cookie {
	secure := *u
	secure.Scheme = "https"
	return j.CookieJar.Cookies(&secure)
}

func (j plainJar) SetCookies(u *url.URL, cookies []*http.Cookie) {
	secure := *u
	secure.Scheme = "https"
	j.CookieJar.SetCookies(&secure, cookies)
}
