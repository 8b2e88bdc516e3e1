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

// keep sends what is typed into a form, as the script does.
func (v *visitor) keep(on, to string, typed ...string) reply {
	v.t.Helper()
	form := v.get(on).want(v.t, http.StatusOK).filled(to)
	for i := 0; i < len(typed); i += 2 {
		form.Set(typed[i], typed[i+1])
	}
	return v.keepForm(on, to, form)
}

func (v *visitor) keepForm(on, to string, form url.Values) reply {
	v.t.Helper()
	query := url.Values{"to": {to}, "on": {on}}.Encode()
	return v.send(http.MethodPost, "/admin/kept?"+query, urlEncoded, strings.NewReader(form.Encode()))
}

func TestWhatWasTypedAndNotSavedComesBackWithTheForm(t *testing.T) {
	h, v := openWithNewDraft(t)
	before := h.draft(t)
	const settings = "/admin/settings"
	v.keep(settings, settings, "title", "Typed and not saved").want(t, http.StatusNoContent)
	if after := h.draft(t); after.Revision != before.Revision {
		t.Error("it is in the draft")
	}
	page := v.get(settings).want(t, http.StatusOK).says(t, "was not saved", "Title of the quiz", "Typed and not saved", before.Title, "Forget it", "Save what I typed")
	if got := page.filled(settings).Get("title"); got != "Typed and not saved" || !strings.Contains(page.body, "data-unsaved") {
		t.Errorf("the form holds %q", got)
	}
	h.signedIn(t, "mira@example.org", auth.Owner).get(settings).want(t, http.StatusOK).lacks(t, "Typed and not saved")
	v.sendForm(settings, page.filled(settings)).want(t, http.StatusSeeOther)
	v.get(settings).want(t, http.StatusOK).lacks(t, "was not saved")
	if got := h.draft(t).Title; got != "Typed and not saved" {
		t.Errorf("it is called %q", got)
	}
	h.wantAudit(t, "jonas@example.org", quiz.ActionSaveDraft, quiz.ActionStartDraft, auth.ActionSignIn)
}

func TestWhatWasTypedIsForgottenOnRequest(t *testing.T) {
	h, v := openWithNewDraft(t)
	const question = "/admin/questions/h1"
	v.keep(question, question, "questions.h1.text", "Typed and not saved").want(t, http.StatusNoContent)
	v.get(question).want(t, http.StatusOK).says(t, "was not saved", "Typed and not saved")
	v.submit(question, "/admin/kept/removal").want(t, http.StatusSeeOther, question)
	v.get(question).want(t, http.StatusOK).lacks(t, "Typed and not saved")
	if draft := h.draft(t); draft.Questions[draft.QuestionIndex("h1")].Text == "Typed and not saved" {
		t.Error("it was saved")
	}
}

func TestWhatWasTypedInASessionThatEndedComesBackAfterSigningIn(t *testing.T) {
	h, v := openWithNewDraft(t)
	const guide = "/admin/guide"
	v.keep(guide, guide, "guide.credit", "Typed before the session ended").want(t, http.StatusNoContent)
	h.wait(13 * time.Hour)
	if late := v.keepForm(guide, guide, url.Values{"guide.credit": {"Too late"}}); late.StatusCode == http.StatusNoContent {
		t.Error("somebody who is signed out keeps something")
	}
	v.signIn("jonas@example.org", password).want(t, http.StatusSeeOther)
	v.get(guide).want(t, http.StatusOK).says(t, "Typed before the session ended").lacks(t, "Too late")
}

func TestWhatWasTypedConflictsWithWhatOthersSavedMeanwhile(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	const settings = "/admin/settings"
	jonas.keep(settings, settings, "title", "By Jonas").want(t, http.StatusNoContent)
	mira.retitled("By Mira")
	page := jonas.get(settings).says(t, "was not saved", "mira@example.org changed what you are editing", "By Mira", "By Jonas", "Forget it")
	jonas.sendForm(settings, page.filled(settings)).want(t, http.StatusSeeOther)
	if got := h.draft(t).Title; got != "By Jonas" {
		t.Errorf("once seen it is called %q", got)
	}
}

func TestWhatIsKeptAlreadyIsNotSaidToBeUnsaved(t *testing.T) {
	_, v := openWithNewDraft(t)
	const settings = "/admin/settings"
	v.keep(settings, settings).want(t, http.StatusNoContent)
	v.get(settings).want(t, http.StatusSeeOther, settings)
	v.get(settings).want(t, http.StatusOK).lacks(t, "was not saved")
}

func TestADraftThatEndsTakesWhatWasTypedWithIt(t *testing.T) {
	h, v := openWithNewDraft(t)
	const settings = "/admin/settings"
	v.keep(settings, settings, "title", "Typed and not saved").want(t, http.StatusNoContent)
	v.post("/admin/versions/draft/removal", "revision", h.revision(t)).want(t, http.StatusSeeOther)
	v.get(settings).want(t, http.StatusOK).lacks(t, "Typed and not saved")
}

func TestOnlyFormsOfTheDraftAreKeptAndNoSecret(t *testing.T) {
	_, v := openWithNewDraft(t)
	typed := url.Values{"title": {"x"}}
	for _, to := range []string{"/admin/account/password", "/admin/admins", "/admin/publication", "/admin/sign-in", "/start", "//evil.example", ""} {
		v.keepForm("/admin/settings", to, typed).want(t, http.StatusNotFound)
	}
	v.keepForm("https://evil.example/", "/admin/settings", typed).want(t, http.StatusNotFound)
	v.keepForm("/admin/settings", "/admin/settings", url.Values{"password": {"x"}}).want(t, http.StatusNotFound)
	v.keepForm("/admin/settings", "/admin/settings", url.Values{"title": {strings.Repeat("x", 257<<10)}}).want(t, http.StatusRequestEntityTooLarge)
	last := 0
	for range 70 {
		last = v.keepForm("/admin/settings", "/admin/settings", typed).StatusCode
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("the seventieth in a minute answers %d", last)
	}
}
