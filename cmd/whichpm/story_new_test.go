package main

import (
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

func TestAQuizFromNothingIsPublishedAndTakenWithScriptsAndWithout(t *testing.T) {
	for _, script := range []bool{false, true} {
		t.Run(fmt.Sprintf("scripts %v", script), func(t *testing.T) {
			db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
			url, _ := start(t, db)
			if code, _, complained := manage(t, adminPassword, "create", "mira@example.org", "--password-stdin", db); code != 0 {
				t.Fatal(complained)
			}
			admin := browser.Open(t, browser.Options{Script: script})
			admin.Goto(url + "/admin")
			fillSignIn(admin)
			admin.Follow("New quiz")
			expect(t, admin, http.StatusOK, "people keep taking it until you publish")
			admin.Follow("Start from nothing")
			expect(t, admin, http.StatusOK, "Step 1 of 5: Title", "5 things are missing")
			typeInto(admin, "title", "Which garden suits you?")
			admin.Follow("Save and continue")
			expect(t, admin, http.StatusOK, "Step 2 of 5: Language", "4 things are missing")
			admin.Follow("Save and continue")
			typeInto(admin, "new.0.name", "Meadow", "new.0.content.tagline", "Wild.", "new.1.name", "Courtyard", "new.1.content.tagline", "Quiet.")
			admin.Follow("Save and add more rows")
			expect(t, admin, http.StatusOK, "Step 3 of 5: Roles", "2 things are missing")
			admin.Follow("Save and continue")
			typeInto(admin, "new.0.name", "Order", "new.0.positive_pole", "Order", "new.0.negative_pole", "Surprise", "new.0.from", "a guess by Mira")
			choose(admin, "new.0.place.meadow", "-0.6")
			choose(admin, "new.0.place.courtyard", "0.6")
			admin.Follow("Save and continue")
			typeInto(admin, "new.order.positive.0", "I like straight edges.", "new.order.positive.1", "Each thing needs its own place.",
				"new.order.negative.0", "I am glad when a seed lands by itself.", "new.order.negative.1", "I let things grow where they want.")
			admin.Follow("Save and see the checks")
			if admin.Path() != "/admin/checks" || strings.Contains(admin.Text("main"), "block") && !strings.Contains(admin.Text("main"), "Nothing blocks publishing") {
				t.Fatalf("after the last step %s says %s", admin.Path(), admin.Text("main"))
			}
			admin.Goto(url + "/admin/publication")
			admin.Fill("Why this version", "From nothing")
			admin.Follow("Publish the draft")
			taker := browser.Open(t, browser.Options{Script: script})
			taker.Goto(url)
			expect(t, taker, http.StatusOK, "Which garden suits you?")
			taker.Follow("Start")
			answer(taker)
			taker.Follow("See my result")
			expect(t, taker, http.StatusOK, "Courtyard", "Surprise")
		})
	}
}

// typeInto writes texts into controls by their names: name, text, …
func typeInto(p *browser.Page, typed ...string) {
	for i := 0; i < len(typed); i += 2 {
		browser.Eval[bool](p, fmt.Sprintf(`(() => {
			const field = document.getElementById(%q);
			field.focus();
			field.select();
			return document.execCommand("insertText", false, %q);
		})()`, typed[i], typed[i+1]))
	}
}

// choose takes an entry of a list.
func choose(p *browser.Page, name, value string) {
	browser.Eval[string](p, fmt.Sprintf(`document.getElementById(%q).value = %q`, name, value))
}
