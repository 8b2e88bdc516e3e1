package main

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

// keyboard counts what somebody does who has no pointer: a key is one action,
// and so is a text that is typed.
type keyboard struct {
	*testing.T
	*browser.Page

	keys, texts, pages int
}

const mostKeys = 400 // of Tab on one page

// to goes on by Tab until something with that label has focus.
func (k *keyboard) to(label string) {
	k.Helper()
	for range mostKeys {
		k.Press(browser.Tab)
		k.keys++
		if strings.HasPrefix(k.Focused(), label) {
			return
		}
	}
	k.Fatalf("%s: Tab does not lead to %q", k.Path(), label)
}

// write types into what has focus, in the place of what is there.
func (k *keyboard) write(text string) {
	k.Helper()
	browser.Eval[bool](k.Page, `(document.activeElement.select(), true)`)
	k.Press(text)
	k.texts++
}

// follow goes to a link or a button and presses it.
func (k *keyboard) follow(label string) {
	k.Helper()
	k.to(label)
	k.PressToGoOn(browser.Enter)
	k.keys++
	k.pages++
}

func TestAThirdRoleWithThreeQuestionsIsPublishedByKeyboard(t *testing.T) {
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	url, _ := start(t, db)
	if code, _, complained := manage(t, adminPassword, "create", "mira@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(complained)
	}
	k := &keyboard{T: t, Page: browser.Open(t, browser.Options{Script: true, Width: 1280})}
	k.Goto(url + "/admin")
	fillSignIn(k.Page)
	k.follow("Content")
	k.follow("Roles")
	k.follow("Start a draft")
	k.to("Name")
	k.write("Agile coach")
	k.follow("Add the role")
	expect(t, k.Page, http.StatusOK, "keep the draft from being published")
	k.to("Tagline")
	k.write("You help a team to find its own way.")
	k.to("Where this comes from")
	k.write("a guess by Mira")
	for _, mean := range []string{"0.8", "-0.6", "0.7"} {
		k.to("Place, from")
		k.write(mean)
	}
	k.follow("Save draft")
	expect(t, k.Page, http.StatusOK, "Saved in the draft")
	for n, text := range []string{"I enjoy showing others where this may lead.", "I like it when a day has no plan.", "I am proud when a thing is over."} {
		k.to("Statement " + string(rune('1'+n)))
		k.write(text)
	}
	k.follow("Add these statements")
	expect(t, k.Page, http.StatusOK, "Added to the draft")
	k.follow("All checks")
	k.follow("Even out what answers speak for")
	expect(t, k.Page, http.StatusOK, "Nothing is done before you press")
	k.follow("Even out what answers speak for")
	expect(t, k.Page, http.StatusOK, "Nothing blocks publishing")
	k.follow("Publication")
	k.to("Why this version")
	k.write("A third role")
	k.follow("Publish the draft")
	expect(t, k.Page, http.StatusOK, "Published.")
	t.Logf("%d keys, %d texts and %d pages", k.keys, k.texts, k.pages)
}
