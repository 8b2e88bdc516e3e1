package main

import (
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/internal/test/browser"
)

func TestAnAdminEditsAQuestionAndPublishesIt(t *testing.T) {
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	url, _ := start(t, db)
	if code, _, complained := manage(t, adminPassword, "create", "mira@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(complained)
	}

	taker := browser.Open(t, browser.Options{})
	taker.Goto(url)
	taker.Follow("Start")
	key := browser.Eval[string](taker, `document.querySelector("input[name=question]").value`)
	answer(taker)
	taker.Follow("See my result")
	taker.Click("Share or compare")
	taker.Follow("Make a share link")
	link := taker.Value("Share link")
	before := bodyOf(t, link)

	admin := browser.Open(t, browser.Options{})
	admin.Goto(url + "/admin")
	fillSignIn(admin)
	admin.Follow("Content")
	admin.Follow("Start a draft")
	admin.Goto(url + "/admin/questions/" + key)
	admin.Fill("Text", "As of today: ")
	was := retypeLoading(admin, "-0,1")
	admin.Follow("Save draft")
	expect(t, admin, http.StatusOK)
	if stored := retypeLoading(admin, was); stored != "-0.1" {
		t.Errorf("a typed -0,1 is stored as %s", stored)
	}
	admin.Follow("Save draft")
	expect(t, admin, http.StatusOK)
	admin.Follow("Publish")
	admin.Follow("Publication")
	expect(t, admin, http.StatusOK, "Effect of this draft", "As of today:", "No errors")
	admin.Follow("Publish the draft")
	expect(t, admin, http.StatusUnprocessableEntity, "There is a problem")
	admin.Fill("Why this version", "Says when")
	admin.Follow("Publish the draft")
	expect(t, admin, http.StatusOK, "Published. Whoever starts the quiz from now on gets the new version.", "Says when")

	other := browser.Open(t, browser.Options{})
	other.Goto(url)
	other.Follow("Start")
	for range quiz.MaxQuestions { // which question comes when is drawn by lot
		if other.Path() == "/review" || strings.Contains(other.Text("main"), "As of today:") {
			break
		}
		other.Follow("Skip this question")
	}
	expect(t, other, http.StatusOK, "As of today:")
	if after := bodyOf(t, link); after != before {
		t.Error("an old share link looks different now")
	}
}

// retypeLoading types another number for the first loading of a question and
// returns the one before.
func retypeLoading(admin *browser.Page, number string) string {
	return browser.Eval[string](admin, `(() => {
		for (const fold of document.querySelectorAll("details")) fold.open = true;
		const field = document.querySelector("table input[name*='.loadings.']"), was = field.value;
		field.focus();
		field.select();
		document.execCommand("insertText", false, "`+number+`");
		return was;
	})()`)
}

// bodyOf is what somebody who opens the link is sent.
func bodyOf(t *testing.T, link string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, link, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // it was read to the end
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK || !strings.HasPrefix(string(body), "<!doctype html>") {
		t.Fatalf("%s answers %s with %.80q (%v)", link, response.Status, body, err)
	}
	return string(body)
}
