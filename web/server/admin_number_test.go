package server_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

// As in Chromium, a field of HTML's type number would have sent -1 for this.
func TestANumberTypedInGermanIsStoredAsItIsMeant(t *testing.T) {
	h, v := openWithDraft(t, filled(t), germans)
	q, d := h.draft(t).Questions[0].Key, h.draft(t).Dimensions[0].Key
	path, at := "/admin/questions/"+q, "questions."+q
	loading := at + ".options.0.loadings." + d
	v.submit(path, path, loading, "−0,1", at+".strength", "1,5").want(t, http.StatusSeeOther)
	stored := h.draft(t).Questions[0]
	if got := stored.Options[0].Loadings[d]; got != -.1 || stored.Strength != 1.5 {
		t.Errorf("a loading of %v and a strength of %v are stored", got, stored.Strength)
	}
	shown := v.get(path)
	if a, b := shown.value(loading), shown.value(at+".strength"); a != "-0,1" || b != "1,5" {
		t.Errorf("the German page shows %q and %q", a, b)
	}
	v.Transport = asking{"en"}
	if a := v.get(path).value(loading); a != "-0.1" {
		t.Errorf("the English page shows %q", a)
	}
	v.post("/admin/questions/"+q+"/position", "revision", h.revision(t), "to", " 3 ").want(t, http.StatusSeeOther)
	v.get("/admin/preview/result?role=0&draw=one").want(t, http.StatusUnprocessableEntity)
}

func TestAnUnreadableNumberIsRefusedBesideItsField(t *testing.T) {
	h, v := openWithDraft(t, filled(t), "en")
	q, r, d := h.draft(t).Questions[0].Key, h.draft(t).Roles[0].Key, h.draft(t).Dimensions[0].Key
	before := h.draft(t)
	for _, c := range []struct{ path, field, typed, says string }{
		{"/admin/questions/" + q, "questions." + q + ".strength", "1,125", "“1,125” can mean 1125 or 1.1250: write one of those"},
		{"/admin/questions/" + q, "questions." + q + ".options.0.loadings." + d, "1e-1", "Use a number from -1 to 1; “1e-1” is not one"},
		{"/admin/roles/" + r, "roles." + r + ".profile." + d + ".mean", "", "Use a number from -3 to 3; this is empty"},
		{"/admin/roles/" + r, "roles." + r + ".content.salary.year", "2021,5", "Use a whole number from 1900 to 2200; “2021,5” is not one"},
		{"/admin/roles/" + r, "roles." + r + ".content.salary.amount", "45.000", "“45.000” can mean 45000 or 45.0"},
		{"/admin/settings", "settings.min_answers", "three", "Use a number from 1 to 200; “three” is not one"},
		{"/admin/settings", "settings.clear_from", "75 %", "“75 %” is not one"},
	} {
		refused := v.submit(c.path, c.path, c.field, c.typed).want(t, http.StatusUnprocessableEntity)
		refused.has(t, `id="`+c.field+`-error"`).says(t, c.says)
		if got := refused.filled(c.path).Get(c.field); got != c.typed {
			t.Errorf("%s holds %q instead of %q", c.field, got, c.typed)
		}
	}
	v.Transport = asking{germans}
	v.submit("/admin/settings", "/admin/settings", "settings.noise", "1.125").want(t, http.StatusUnprocessableEntity).
		says(t, "„1.125“ kann 1125 oder 1,1250 heißen: schreibe eins davon")
	if paths := changed(before, h.draft(t)); len(paths) > 0 {
		t.Errorf("%v changed", paths)
	}
	if quiz.FieldNumber(1.125).String() != "1.1250" {
		t.Error("what is offered is not what a field shows")
	}
}

// A control of HTML's type number sends another number than was typed.
func TestNoFieldHasTheInputTypeThatLosesADecimalComma(t *testing.T) {
	_, v := openWithDraft(t, filled(t), "en")
	number, decimal := regexp.MustCompile(`type="?number`), 0
	for _, path := range []string{
		"/admin/questions", "/admin/questions/c1", "/admin/roles", "/admin/roles/product_manager",
		"/admin/settings", "/admin/preview", "/dev/gallery",
	} {
		body := v.get(path).want(t, http.StatusOK).body
		decimal += strings.Count(body, `inputmode="decimal"`)
		if number.MatchString(body) {
			t.Errorf("%s has one", path)
		}
	}
	if decimal < 100 {
		t.Errorf("only %d fields were seen", decimal)
	}
}
