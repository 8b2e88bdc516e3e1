package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/web/gallery"
)

// openMany opens a site whose quiz has so many roles.
func openMany(t *testing.T, roles int) *testSite {
	t.Helper()
	return openWithQuiz(t, gallery.Garden(roles))
}

// lacks is the opposite of has.
func (r reply) lacks(t *testing.T, text string) {
	t.Helper()
	if strings.Contains(r.body, text) {
		t.Errorf("%s has %q", r.Request.URL, text)
	}
}

func TestTheGuideComparesTheTwoOrThreeRolesThatWereChosen(t *testing.T) {
	v := openMany(t, 12).visitor(t)
	v.get("/guide").want(t, http.StatusOK).says(t, "Which garden is yours?", "All 12 roles", "Bee-friendly balcony").lacks(t, `<table class="compare`)
	for address, shown := range map[string][2]string{
		"/guide?role=roses&role=pond":             {"Roses", "Pond and reed"},
		"/guide?role=bonsai&role=roses&role=pond": {"Roses", "Bonsai"},
		"/guide?role=roses&role=pond.%20":         {"Roses", "Pond and reed"}, // as in a sentence
	} {
		page := v.get(address).want(t, http.StatusOK)
		page.has(t, `<th scope="col" aria-label="`+shown[0]+`">`, `<th scope="col" aria-label="`+shown[1]+`">`, `value="roses" id="choose-roses" checked`)
		page.lacks(t, `scope="col" aria-label="Herb spiral"`)
	}
	v.get("/guide").want(t, http.StatusOK).lacks(t, `<table class="compare`) // what was chosen is kept for nobody
}

func TestAChoiceOfRolesThatCannotBeComparedSaysWhatToDo(t *testing.T) {
	v := openMany(t, 12).visitor(t)
	for address, says := range map[string]string{
		"/guide?role=roses":                                        "Choose 2 or 3 roles to compare",
		"/guide?role=roses&role=roses":                             "Choose 2 or 3 roles to compare",
		"/guide?role=roses&role=pond&role=herbs&role=bonsai":       "Choose 2 or 3 roles to compare",
		"/guide?role=roses&role=nobody":                            "one you chose is not in this quiz",
		"/guide?role=roses&role=%3Cscript%3Ealert(1)%3C/script%3E": "one you chose is not in this quiz",
	} {
		v.get(address).want(t, http.StatusUnprocessableEntity).says(t, says).has(t, `value="roses" id="choose-roses" checked`).lacks(t, "<script>alert")
	}
}

func TestTheGuideOfAFewRolesShowsThemAllWhateverTheAddressSays(t *testing.T) {
	v := openMany(t, 3).visitor(t)
	v.get("/guide?role=nobody").want(t, http.StatusOK).has(t, `aria-label="Roses"`, `aria-label="Growing vegetables"`)
}
