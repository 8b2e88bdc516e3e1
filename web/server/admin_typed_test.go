package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

const anyQuestion = "/admin/questions/h1"

// sendAfterSessionEnded sends a form after its session was ended elsewhere, and
// returns the answer.
func sendAfterSessionEnded(t *testing.T, h *testSite, v *visitor, to string, typed ...string) reply {
	t.Helper()
	form := v.openForm(to, to, typed...)
	elsewhere := h.visitor(t)
	elsewhere.signIn("jonas@example.org", password)
	elsewhere.post("/admin/account/sessions/removal")
	return v.sendForm(to, form)
}

// signInFrom fills in the page one signs in with.
func (v *visitor) signInFrom(page reply, email, password string) reply {
	v.t.Helper()
	form := page.filled("/admin/sign-in")
	form.Set("email", email)
	form.Set("password", password)
	return v.sendForm("/admin/sign-in", form)
}

func TestSigningInAgainReturnsToTheEditorWithWhatWasTyped(t *testing.T) {
	h, v := openWithNewDraft(t)
	before := h.draft(t)
	long := strings.Repeat("Ü & <b> ", 30)
	page := sendAfterSessionEnded(t, h, v, anyQuestion, "questions.h1.text", "What Jonas wrote", "questions.h1.source", "Two\nlines "+long).
		want(t, http.StatusUnauthorized).says(t, "Your session has ended", "sign in here and continue with it", "Email")
	page = v.signInFrom(page, "jonas@example.org", "not the password").want(t, http.StatusUnprocessableEntity).says(t, "Your session has ended")
	editor := v.signInFrom(page, "jonas@example.org", password).want(t, http.StatusOK).
		says(t, "You are signed in. Continue where you were", "not saved yet", "Question 2", "What Jonas wrote")
	if after := h.draft(t); after.Revision != before.Revision {
		t.Error("it was saved by itself")
	}
	form := editor.filled(anyQuestion)
	if form.Get("revision") != h.revision(t) || form.Get("questions.h1.source") != "Two\nlines "+long {
		t.Errorf("the editor holds %v", form)
	}
	v.sendForm(anyQuestion, form).want(t, http.StatusSeeOther, anyQuestion+"?outdated=questions.h1.text")
	if got := h.draft(t).Questions[1].Text; got != "What Jonas wrote" {
		t.Errorf("the draft asks %q", got)
	}
}

func TestEveryEditorFormContinuesAfterSigningInAgain(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	role, dimension, scenario := draft.Roles[0].Key, draft.Dimensions[0].Key, draft.Scenarios[0].Key
	for _, f := range []struct{ page, to, field string }{
		{anyQuestion, anyQuestion, "questions.h1.text"},
		{"/admin/dimensions", "/admin/dimensions", "name"},
		{"/admin/dimensions/" + dimension, "/admin/dimensions/" + dimension, "dimensions." + dimension + ".question"},
		{"/admin/roles", "/admin/roles", "name"},
		{"/admin/roles", "/admin/priors", "roles." + role + ".prior"},
		{"/admin/roles/" + role, "/admin/roles/" + role, "roles." + role + ".short"},
		{"/admin/roles/" + role, "/admin/roles/" + role, "roles." + role + ".content.suits"},
		{"/admin/roles/" + role, "/admin/roles/" + role + "/statements", "new.0.text"},
		{"/admin/questions/h1/mirror", "/admin/questions/h1/mirror", "questions.h1.text"},
		{"/admin/settings", "/admin/settings", "title"},
		{"/admin/guide", "/admin/guide", "guide.credit"},
		{"/admin/scenarios", "/admin/scenarios", "name"},
		{"/admin/scenarios/" + scenario, "/admin/scenarios/" + scenario, "scenarios." + scenario + ".name"},
		{"/admin/translations/de/title", "/admin/translations/de/title", titleField},
	} {
		form := v.openForm(f.page, f.to, f.field, "4711")
		stranger := h.visitor(t)
		page := stranger.sendForm(f.to, form).want(t, http.StatusUnauthorized)
		if got := stranger.signInFrom(page, "jonas@example.org", password).want(t, http.StatusOK).filled(f.to).Get(f.field); got != "4711" {
			t.Errorf("%s of %s holds %q", f.field, f.to, got)
		}
	}
	if after := h.draft(t); after.Revision != draft.Revision {
		t.Error("something was saved by itself")
	}
}

func TestTheFormsOfOwnersContinueAfterSigningInAgainToo(t *testing.T) {
	h, _ := openWithNewDraft(t)
	h.admin(t, "mira@example.org", auth.Owner)
	h.reword(t, "jonas@example.org", "Another wording")
	for to, typed := range map[string][]string{
		"/admin/publication": {"note", "Plainer words", "revision", h.revision(t)},
		"/admin/admins":      {"email", "ada@example.org", "role", "editor"},
	} {
		stranger := h.visitor(t)
		page := stranger.post(to, typed...).want(t, http.StatusUnauthorized)
		if got := stranger.signInFrom(page, "mira@example.org", password).want(t, http.StatusOK).filled(to); got.Get(typed[0]) != typed[1] {
			t.Errorf("%s holds %v", to, got)
		}
		h.visitor(t).signInFrom(page, "jonas@example.org", password).want(t, http.StatusForbidden) // an editor
	}
	if _, err := h.store.AdminByEmail(t.Context(), "ada@example.org"); err == nil || h.draft(t).State != quiz.Draft {
		t.Error("something was done by itself")
	}
}

func TestWhatWasTypedSurvivesTheSecondFactor(t *testing.T) {
	h, v := openWithNewDraft(t)
	secret, _ := v.secondFactor()
	form := v.openForm(anyQuestion, anyQuestion, "questions.h1.text", "What Jonas wrote")
	h.wait(time.Minute) // for the next code
	stranger := h.visitor(t)
	page := stranger.sendForm(anyQuestion, form).want(t, http.StatusUnauthorized)
	page = stranger.signInFrom(page, "jonas@example.org", password).want(t, http.StatusOK).says(t, "Enter your code", "Your session has ended")
	code := page.filled("/admin/sign-in/code")
	code.Set("code", "000000")
	code = stranger.sendForm("/admin/sign-in/code", code).want(t, http.StatusUnprocessableEntity).filled("/admin/sign-in/code")
	code.Set("code", v.code(secret))
	stranger.sendForm("/admin/sign-in/code", code).want(t, http.StatusOK).says(t, "Continue where you were", "What Jonas wrote")
	stranger.get("/admin").want(t, http.StatusOK)
	h.visitor(t).sendForm("/admin/sign-in/code", code).want(t, http.StatusUnauthorized).says(t, "Your session has ended") // nobody waits for a code
}

func TestWhatWasTypedSurvivesChoosingAPassword(t *testing.T) {
	h, v := openWithNewDraft(t)
	hash, err := h.hasher.Hash(t.Context(), "temporary password")
	if err != nil {
		t.Fatal(err)
	}
	form := v.openForm(anyQuestion, anyQuestion, "questions.h1.text", "What Jonas wrote")
	if err := h.store.ResetAdmin(t.Context(), h.admin(t, "mira@example.org", auth.Owner), h.idOf(t, "jonas@example.org"), hash, true, entry(auth.ActionResetAdmin)); err != nil {
		t.Fatal(err)
	}
	page := v.sendForm(anyQuestion, form).want(t, http.StatusUnauthorized)
	page = v.signInFrom(page, "jonas@example.org", "temporary password").want(t, http.StatusOK).says(t, "Your session has ended")
	page = v.choosePassword(page, "typed wrongly").want(t, http.StatusUnprocessableEntity).says(t, "Your session has ended")
	page = v.choosePassword(page, "gravel lantern otter").want(t, http.StatusOK).says(t, "Continue where you were", "What Jonas wrote")
	if h.draft(t).Questions[1].Text == "What Jonas wrote" {
		t.Error("it was saved by itself")
	}
	v.sendForm(anyQuestion, page.filled(anyQuestion)).want(t, http.StatusSeeOther)
}

// choosePassword replaces a temporary password, typed the second time as given.
func (v *visitor) choosePassword(page reply, again string) reply {
	v.t.Helper()
	form := page.filled("/admin/account/password")
	form.Set("current", "temporary password")
	form.Set("password", "gravel lantern otter")
	form.Set("again", again)
	return v.sendForm("/admin/account/password", form)
}

func TestSigningInAgainShowsWhatChangedMeanwhile(t *testing.T) {
	for name, c := range map[string]struct {
		meanwhile func(t *testing.T, h *testSite)
		says      string
	}{
		"changed": {func(t *testing.T, h *testSite) {
			v := h.signedIn(t, "mira@example.org", auth.Owner)
			v.submit(anyQuestion, anyQuestion, "questions.h1.text", "What Mira wrote").want(t, http.StatusSeeOther)
		}, "The same was changed in the meantime"},
		"deleted": {func(t *testing.T, h *testSite) {
			h.signedIn(t, "mira@example.org", auth.Owner).post(anyQuestion+"/removal", "revision", h.revision(t)).want(t, http.StatusSeeOther)
		}, "What you edited was deleted"},
		"discarded": {func(t *testing.T, h *testSite) { h.discard(t, "mira@example.org") }, "The draft you edited has ended"},
	} {
		t.Run(name, func(t *testing.T) {
			h, v := openWithNewDraft(t)
			page := sendAfterSessionEnded(t, h, v, anyQuestion, "questions.h1.text", "What Jonas wrote")
			c.meanwhile(t, h)
			editor := v.signInFrom(page, "jonas@example.org", password).want(t, http.StatusOK).says(t, c.says, "What Jonas wrote")
			v.sendForm(anyQuestion, editor.filled(anyQuestion)).want(t, http.StatusSeeOther)
			if d := h.draft(t); d.Questions[d.QuestionIndex("h1")].Text != "What Jonas wrote" {
				t.Error("it is not saved")
			}
		})
	}
}

func TestAnotherSiteCannotPutTextsIntoAnEditor(t *testing.T) {
	h, _ := openWithNewDraft(t)
	form := url.Values{"questions.h1.text": {"What they want"}, "revision": {h.revision(t)}}
	held := url.Values{"email": {"jonas@example.org"}, "password": {password}, "typed_to": {anyQuestion}, "typed.questions.h1.text": {"What they want"}}
	for name, headers := range map[string]map[string]string{
		"of another origin":       {"Origin": "https://evil.example"},
		"of another site":         {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
		"of a neighbour":          {"Sec-Fetch-Site": "same-site"},
		"that hides where":        {"Origin": "null"},
		"of an old browser":       {},
		"with a foreign referrer": {"Referer": "https://evil.example/"},
	} {
		for to, values := range map[string]url.Values{anyQuestion: form, "/admin/sign-in": held} {
			request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.URL+to, strings.NewReader(values.Encode()))
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Content-Type", urlEncoded)
			for header, value := range headers {
				request.Header.Set(header, value)
			}
			if got := h.visitor(t).do(request); strings.Contains(got.body, "What they want") {
				t.Errorf("a form %s to %s came into a page", name, to)
			}
		}
	}
	for _, path := range []string{"/admin/sign-in", anyQuestion} {
		if got := h.visitor(t).get(path + "?" + held.Encode()); strings.Contains(got.body, "What they want") {
			t.Errorf("a link to %s fills the editor", path)
		}
	}
}

func TestOnlyFormsOfTheEditorSurviveSigningIn(t *testing.T) {
	h, _ := openWithNewDraft(t)
	v := h.visitor(t)
	v.post("/admin/account/password", "name", "Jonas", "current", "secret one", "password", "secret two").want(t, http.StatusSeeOther)
	for _, to := range []string{"/admin/account/password", "/admin/sign-out", "/admin/import/draft", "/admin/versions/draft/removal", "//evil.example", "/admin/questions/h1/removal", "/admin/questions/../questions/h1"} {
		got := h.visitor(t).post("/admin/sign-in", "email", "jonas@example.org", "password", password, "typed_to", to, "typed.revision", h.revision(t), "typed.text", "x")
		got.want(t, http.StatusSeeOther, "/admin")
	}
	if h.draft(t).QuestionIndex("h1") < 0 {
		t.Error("the question is deleted")
	}
}
