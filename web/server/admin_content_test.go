package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
)

const hostile = `<img src=x onerror=alert(1)>"'&`

func TestAnEditorChangesADimensionOfTheDraft(t *testing.T) {
	h, v := openWithNewDraft(t)
	key := h.draft(t).Dimensions[0].Key
	at, path := "dimensions."+key, "/admin/dimensions/"+key
	v.submit(path, path, at+".name", hostile, at+".positive_pole", "First end").
		want(t, http.StatusSeeOther, path+"?outdated="+at+".name%2C"+at+".positive_pole")
	d, _ := h.draft(t).Dimension(key)
	if d.Name != hostile || d.Positive != "First end" || d.Source == "" {
		t.Errorf("the draft keeps %+v", d)
	}
	if list := v.get("/admin/dimensions").says(t, hostile); strings.Contains(list.body, "<img src=x") {
		t.Error("markup in a name becomes part of the page")
	}
}

func TestARefusedDimensionKeepsWhatWasTyped(t *testing.T) {
	h, v := openWithNewDraft(t)
	key := h.draft(t).Dimensions[0].Key
	at, path := "dimensions."+key, "/admin/dimensions/"+key
	long := strings.Repeat("x", 81)
	refused := v.submit(path, path, at+".name", " ", at+".positive_pole", long, at+".source", "kept <b>").want(t, http.StatusUnprocessableEntity)
	refused.says(t, "Write something here", "Shorten this to 80 characters; it has 81")
	if got := refused.filled(path); got.Get(at+".positive_pole") != long || got.Get(at+".source") != "kept <b>" {
		t.Errorf("the form holds %v", got)
	}
}

func TestADimensionIsAddedAndDeletedWithWhatIsAboutIt(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.submit("/admin/dimensions", "/admin/dimensions", "name", "Pace of work").want(t, http.StatusSeeOther, "/admin/dimensions/pace_of_work")
	v.submit("/admin/dimensions", "/admin/dimensions", "name", "").want(t, http.StatusUnprocessableEntity).says(t, "Write something here")
	key := h.draft(t).Dimensions[0].Key
	path := "/admin/dimensions/" + key + "/removal"
	v.get(path).want(t, http.StatusOK).says(t, "count for on it (their loadings)", "The profile of Product management and Project management on it")
	v.submit(path, path).want(t, http.StatusSeeOther, "/admin/dimensions")
	draft := h.draft(t)
	if draft.DimensionIndex(key) >= 0 || draft.DimensionIndex("pace_of_work") < 0 {
		t.Errorf("the draft has %v", draft.Dimensions)
	}
	v.get(path).want(t, http.StatusNotFound)
}

func TestAThirdRoleIsAddedDescribedAndDeleted(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.submit("/admin/roles", "/admin/roles", "name", "Programme management").want(t, http.StatusSeeOther, "/admin/roles/programme_management")
	path, at := "/admin/roles/programme_management", "roles.programme_management"
	on := at + ".profile." + h.draft(t).Dimensions[0].Key
	v.submit(path, path, at+".short", "Programme", on+".mean", "-0,4", on+".source", "A survey").want(t, http.StatusSeeOther, path)
	draft := h.draft(t)
	role := draft.Roles[draft.RoleIndex("programme_management")]
	if p := role.Profile[draft.Dimensions[0].Key]; role.Short != "Programme" || p.Mean != -.4 || p.Source != "A survey" {
		t.Errorf("the draft keeps %+v", role)
	}
	v.submit(path+"/removal", path+"/removal").want(t, http.StatusSeeOther, "/admin/roles")
	if n := len(h.draft(t).Roles); n != 2 {
		t.Errorf("%d roles are left", n)
	}
	key := draft.Roles[0].Key
	v.post("/admin/roles/"+key+"/removal", "revision", "0").want(t, http.StatusUnprocessableEntity).says(t, "a quiz has at least 2")
}

func TestARoleNobodyDescribedKeepsTheDraftFromBeingPublished(t *testing.T) {
	h, v := openWithNewDraft(t)
	owner := h.signedIn(t, "mira@example.org", auth.Owner)
	v.submit("/admin/roles", "/admin/roles", "name", "Programme management").want(t, http.StatusSeeOther, "/admin/roles/programme_management")
	const missing, path = "Nothing says what Programme management is", "/admin/roles/programme_management"
	page := owner.get("/admin/publication").want(t, http.StatusOK).says(t, missing)
	if to := path + "#roles.programme_management.content.tagline"; !strings.Contains(page.body, to) {
		t.Errorf("nothing leads to %s", to)
	}
	owner.post("/admin/publication", "revision", h.revision(t), "note", "A third role").want(t, http.StatusUnprocessableEntity).says(t, missing)
	v.submit(path, path, "roles.programme_management.content.tagline", "You keep many plans in step.").want(t, http.StatusSeeOther)
	if page := owner.get("/admin/publication").want(t, http.StatusOK); strings.Contains(page.body, missing) {
		t.Error("it is still said of a role that is described")
	}
}

func TestSharesOfRolesAreScaledToOne(t *testing.T) {
	h, v := openWithNewDraft(t)
	first, second := h.draft(t).Roles[0].Key, h.draft(t).Roles[1].Key
	v.submit("/admin/roles", "/admin/priors", "roles."+first+".prior", "30", "roles."+second+".prior", "10").want(t, http.StatusSeeOther)
	if p := h.draft(t).Roles[0].Prior; p != .75 {
		t.Errorf("the share is %v", p)
	}
	refused := v.submit("/admin/roles", "/admin/priors", "roles."+first+".prior", "many").want(t, http.StatusUnprocessableEntity)
	refused.says(t, "“many” is not one")
	if got := refused.filled("/admin/priors").Get("roles." + first + ".prior"); got != "many" {
		t.Errorf("the form holds %q", got)
	}
}

func TestARefusedProfileKeepsWhatWasTyped(t *testing.T) {
	h, v := openWithNewDraft(t)
	key := h.draft(t).Roles[0].Key
	path, on := "/admin/roles/"+key, "roles."+key+".profile."+h.draft(t).Dimensions[0].Key
	refused := v.submit(path, path, on+".mean", "much", on+".spread", "9", on+".se", "", on+".source", hostile).want(t, http.StatusUnprocessableEntity)
	refused.says(t, "from -3 to 3; “much” is not one", "from 0.05 to 5; it is 9", "from 0 to 5; this is empty")
	if got := refused.filled(path); got.Get(on+".mean") != "much" || got.Get(on+".source") != hostile {
		t.Errorf("the form holds %v", got)
	}
}

func TestNothingOfTheContentIsOverwrittenInSilence(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	role, dimension := "/admin/roles/"+draft.Roles[0].Key, "/admin/dimensions/"+draft.Dimensions[0].Key
	for _, form := range []struct{ page, action, field, typed string }{
		{role, role, "roles." + draft.Roles[0].Key + ".name", "Another name"},
		{dimension, dimension, "dimensions." + draft.Dimensions[0].Key + ".question", "Another question"},
		{"/admin/roles", "/admin/priors", "roles." + draft.Roles[0].Key + ".prior", "3"},
		{role, role, "roles." + draft.Roles[0].Key + ".content.suits", "Anybody"},
		{"/admin/settings", "/admin/settings", "title", "Another title"},
		{"/admin/guide", "/admin/guide", "guide.credit", "Another credit"},
		{"/admin/translations/de/title", "/admin/translations/de/title", titleField, "Ein anderer Titel"},
	} {
		v.submit(form.page, form.action, "revision", "0", form.field, form.typed).want(t, http.StatusConflict).says(t, form.typed)
		if kept := v.get(form.action); kept.StatusCode != http.StatusOK && kept.to() != "/admin/roles" { // “Keep what is saved”
			t.Errorf("%s answered %d", form.action, kept.StatusCode)
		}
	}
}

func TestPartsTheDraftDoesNotHaveAreNotFound(t *testing.T) {
	_, v := openWithNewDraft(t)
	for _, path := range []string{
		"/admin/dimensions/none", "/admin/dimensions/none/removal", "/admin/roles/none",
		"/admin/roles/none/removal", "/admin/scenarios/none",
		"/admin/translations/fr/title", "/admin/translations/de/none", "/admin/translations/de/questions", "/admin/translations/de/settings",
	} {
		v.get(path).want(t, http.StatusNotFound)
		v.post(path, "revision", "1").want(t, http.StatusNotFound)
	}
}

func TestWithoutADraftTheContentIsShownAndCannotBeChanged(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	for _, path := range []string{
		"/admin/dimensions", "/admin/dimensions/setting", "/admin/roles", "/admin/roles/product_manager",
		"/admin/settings", "/admin/guide", "/admin/scenarios", "/admin/translations", "/admin/translations/de/guide", "/admin/checks",
	} {
		shown := v.get(path).want(t, http.StatusOK).says(t, "Start a draft")
		if forms := strings.Count(shown.body, `method="post"`); forms != 2 { // the draft, and signing out
			t.Errorf("%s has %d forms", path, forms)
		}
	}
	v.post("/admin/settings", "revision", "1").want(t, http.StatusNotFound)
}
