package attack_test

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/test/authenticator"
	"whichpm/internal/test/storetest"
)

// scene is a site in which something can be lost: an owner's browser that has
// a result, a share, a quiz in progress and a draft, and another admin.
type scene struct {
	*testSite

	v      *visitor
	p      posting
	path   string                // where the form is sent
	fill   *strings.Replacer     // what a posting names → what it is here
	device *authenticator.Device // with the owner's passkeys
	secret string                // of the owner's second factor, "" for none
	form   url.Values            // as it would be accepted
}

const owner = "olga@example.org"

// scene prepares all that the form of a pattern needs to be accepted.
func (h *testSite) scene(t *testing.T, pattern string) *scene {
	t.Helper()
	sc := &scene{testSite: h, v: h.visitor(t), p: postings[pattern], device: device()}
	result := sc.v.finish()
	share := sc.v.share(result, "profile", "Ada")
	h.admin(t, owner, auth.Owner)
	other := h.admin(t, "eve@example.org", auth.Editor)
	sc.v.signIn(owner, password).want(t, http.StatusSeeOther)
	sc.v.post("/admin/draft").want(t, http.StatusSeeOther)
	sc.v.post("/start", "form", "short").want(t, http.StatusSeeOther)
	sc.prepare(t, other, result)
	organiser, member := h.group(t, "Class")
	group := h.invitation(t, organiser)
	if sc.p.before == "joined" {
		sc.v.post(result+"/groups/"+group, "name", "Ada", "consent", "on").want(t, http.StatusSeeOther)
	}
	play := sc.v.post("/admin/play", "form", "short").to()
	_, token, _ := strings.Cut(strings.TrimPrefix(play, "/admin/play/"), "/")
	draft, revision := "", ""
	if d, _, err := h.store.Draft(t.Context()); err == nil {
		draft, revision = sc.v.get("/admin/export/draft.json").body, strconv.FormatInt(d.Revision, 10)
	}
	id := other.ID
	if waiting, err := h.store.WaitingDrafts(t.Context()); err == nil && len(waiting) > 0 {
		id = strconv.FormatInt(waiting[0].ID, 10)
	}
	sc.fill = strings.NewReplacer("{owner}", strings.TrimPrefix(result, "/result/"), "{share}", strings.TrimPrefix(share, "/r/"),
		"{id}", id, "{n}", "1", "{version}", "1", "{key}", sc.p.key, "{organiser}", organiser, "{member}", member, "{group}", group, "{option}", "0", "{language}/{part}", "de/"+sc.p.key, "{play}", play, "{revision}/{token}", revision+"/"+token,
		"{revision}", revision, "{token}", sc.v.cookie("whichpm_quiz").Value, "{file}", strings.Replace(draft, "work", "toil", 1))
	sc.path = sc.fill.Replace(pattern) + sc.p.query
	sc.form = sc.read(t)
	return sc
}

// prepare makes so what has to be so before.
func (sc *scene) prepare(t *testing.T, other auth.Admin, result string) {
	t.Helper()
	switch sc.p.before {
	case "answered":
		sc.v.answerAll("short")
	case "told":
		sc.v.post(result+"/outcome", "role", "other", "years", "3", "suits", "4", "consent", "on").want(t, http.StatusSeeOther)
	case "jobs":
		storetest.TellJobs(t, sc.store, 60, storetest.Shifted())
	case "no draft":
		sc.v.submit("/admin/versions/draft/removal", "/admin/versions/draft/removal")
	case "changed":
		sc.v.submit("/admin/settings", "/admin/settings", "title", "Another title")
	case "kept":
		sc.v.post("/admin/kept?to=/admin/settings&on=/admin/settings", "title", "Another").want(t, http.StatusNoContent)
	case "set aside":
		sc.v.submit("/admin/versions/draft/aside", "/admin/versions/draft/aside", "name", "Autumn")
	case "undone":
		sc.v.submit("/admin/settings", "/admin/settings", "title", "Another title")
		sc.v.submit("/admin/draft/changes", "/admin/draft/changes/undo")
	case "former":
		storetest.PublishFormer(t, sc.store, entry(sc.testSite))
	case "third role":
		sc.v.submit("/admin/roles", "/admin/roles", "name", "Another")
	case "second factor", "code":
		const factor = "/admin/account/second-factor"
		sc.secret = sc.v.get(factor).want(t, http.StatusOK).form(factor).Get("secret")
		sc.v.post(factor, "secret", sc.secret, "code", sc.v.code(sc.secret), "current", password).want(t, http.StatusOK)
		if sc.p.before == "code" {
			sc.jump(2 * 30e9)
			sc.v.signIn(owner, password).want(t, http.StatusSeeOther)
		}
	case "branded":
		sc.v.submit("/admin/brand", "/admin/brand", "name", "Ada")
	case "passkey":
		sc.v.addPasskey(sc.device)
	case "away":
		if err := sc.store.SetAdminDisabled(t.Context(), auth.Admin{}, other.ID, true, entry(sc.testSite)); err != nil {
			t.Fatal(err)
		}
	}
}

// group makes a group with names, and a member with the same name. It returns the
// parts of the addresses of its organiser and of the member.
func (h *testSite) group(t *testing.T, name string) (organiser, member string) {
	t.Helper()
	form := quiz.NewGroupForm("")
	form.Name, form.Kind = name, string(quiz.Named)
	g, o, err := quiz.NewGroup(form, quiz.LeastLeast, h.now())
	if err != nil {
		t.Fatal(err)
	}
	r := storetest.Result(4711)
	m, err := quiz.NewMember(g, r, quiz.JoinForm{Name: name, Consent: true}, h.now())
	for _, err := range []error{err, h.store.AddGroup(t.Context(), g), h.store.AddResult(t.Context(), r), h.store.JoinGroup(t.Context(), m, h.now())} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return o.String(), m.ID().String()
}

// invitation is the invitation of an organiser's group, as addresses have it.
func (h *testSite) invitation(t *testing.T, organiser string) string {
	t.Helper()
	o, err := quiz.ParseOrganiser(organiser)
	if err != nil {
		t.Fatal(err)
	}
	g, err := h.store.OrganisedGroup(t.Context(), o.ID())
	if err != nil {
		t.Fatal(err)
	}
	return g.Invitation.String()
}

// read fills the form in, from its page where there is one.
func (sc *scene) read(t *testing.T) url.Values {
	t.Helper()
	form := url.Values{}
	if sc.p.page != "" {
		page := sc.v.get(sc.fill.Replace(sc.p.page)).want(t, http.StatusOK)
		action := sc.path
		if form = page.form(action); form == nil { // a preview is another button of the form
			form = page.form(strings.TrimSuffix(action, "/preview"))
		}
		if form == nil {
			t.Fatalf("%s has no form for %s", sc.p.page, action)
		}
	}
	for i := 0; i < len(sc.p.typed); i += 2 {
		value := sc.fill.Replace(sc.p.typed[i+1])
		switch value {
		case "{code}":
			value = sc.v.code(cmp.Or(sc.secret, form.Get("secret")))
		case "{proof}":
			value = sc.v.proof(sc.device)
		case "{new passkey}":
			value = sc.v.newPasskey(sc.device)
		case "{passkey}":
			value = base64.RawURLEncoding.EncodeToString(sc.device.Last())
		}
		form.Set(sc.p.typed[i], value)
	}
	return form
}

// request is the form, as it would be accepted but for the headers.
func (sc *scene) request(form url.Values, headers ...string) *http.Request {
	sc.v.t.Helper()
	if !sc.p.file {
		return sc.v.request(http.MethodPost, sc.path, form.Encode(), headers...)
	}
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	for name, values := range form {
		for _, value := range values {
			_ = parts.WriteField(name, value) // into memory
		}
	}
	_ = parts.Close()
	return sc.v.request(http.MethodPost, sc.path, body.String(), append([]string{"Content-Type", parts.FormDataContentType()}, headers...)...)
}

// accepted is the status of the form when nothing is wrong with it.
func (sc *scene) accepted() int { return cmp.Or(sc.p.status, http.StatusSeeOther) }

// submit sends the form of a page as it stands there, with what is typed.
func (v *visitor) submit(page, action string, typed ...string) reply {
	v.t.Helper()
	form := v.get(page).want(v.t, http.StatusOK).form(action)
	for i := 0; i < len(typed); i += 2 {
		form.Set(typed[i], typed[i+1])
	}
	return v.send(action, form).want(v.t, http.StatusSeeOther)
}

// code is what an app shows now.
func (v *visitor) code(secret string) string {
	v.t.Helper()
	code, err := auth.TOTPCode(secret, v.site.now())
	if err != nil {
		v.t.Fatal(err)
	}
	return code
}
