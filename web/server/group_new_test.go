package server_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
	"whichpm/web/admin"
	"whichpm/web/site"
	"whichpm/web/taker"
)

// makeGroup makes a group of a kind and returns the address of its organiser.
func (v *visitor) makeGroup(kind quiz.GroupKind, name string) string {
	v.t.Helper()
	form := v.get(site.GroupsNew).want(v.t, http.StatusOK)
	to := v.post(site.Groups, "once", form.value("once"), "name", name, "kind", string(kind), "days_open", "14", "days_kept", "90").want(v.t, http.StatusSeeOther).to()
	if !strings.HasPrefix(to, "/group/") {
		v.t.Fatalf("making a group leads to %s", to)
	}
	return to
}

// organised is the group behind an organiser's address.
func (h *testSite) organised(t testing.TB, address string) quiz.Group {
	t.Helper()
	o, err := quiz.ParseOrganiser(strings.TrimPrefix(address, "/group/"))
	if err != nil {
		t.Fatal(err)
	}
	g, err := h.store.OrganisedGroup(t.Context(), o.ID())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestAnybodyMakesAGroupAndIsToldToKeepItsAddress(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	v.get("/").want(t, http.StatusOK).says(t, "Take it as a group")
	form := v.get(site.GroupsNew).want(t, http.StatusOK).says(t, "at least 5 people", "must not be used to hire, judge or pay")
	if form.checked() != string(quiz.Anonymous) {
		t.Errorf("%q is chosen", form.checked())
	}
	to := v.makeGroup(quiz.Anonymous, "  Class\t7b ")
	made := v.get(to).want(t, http.StatusOK).says(t, "Class 7b", "the only key", "Fewer than 5 people have joined.", "You said that you do not take part.")
	if !strings.Contains(made.body, `value="`+h.URL+to+`"`) {
		t.Error("its address is not there to copy")
	}
	g := h.organised(t, to)
	if !strings.Contains(made.body, `value="`+h.URL+site.Group(g.ID)+`"`) {
		t.Error("the invitation is not there to copy")
	}
	if cookies := v.Jar.Cookies(made.Request.URL); len(cookies) > 0 {
		t.Errorf("there are cookies: %v", cookies)
	}
	h.wait(time.Hour)
	if again := v.get(to).want(t, http.StatusOK); strings.Index(again.body, "the only key") < strings.Index(again.body, "Read this page again") {
		t.Error("an hour later the page still begins with its address")
	}
}

func TestAFormSentTwiceMakesOneGroup(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	once := v.get(site.GroupsNew).value("once")
	form := []string{"once", once, "name", "Twice", "kind", "named", "days_open", "14", "days_kept", "90"}
	first := v.post(site.Groups, form...).want(t, http.StatusSeeOther).to()
	for range taker.MostGroups + 1 { // it counts as one too
		v.post(site.Groups, form...).want(t, http.StatusSeeOther, first)
	}
	if other := v.makeGroup(quiz.Named, "Twice"); other == first {
		t.Error("another form leads to the same group")
	}
}

func TestAGroupThatCannotBeMadeKeepsWhatWasTyped(t *testing.T) {
	v := openWithGroups(t).visitor(t)
	for _, tt := range []struct {
		name, kind, open, kept, says string
	}{
		{"", "anonymous", "14", "90", "Give the group a name"},
		{strings.Repeat("😀", 61), "anonymous", "14", "90", "at most 60 characters"},
		{"right\u202etoleft", "anonymous", "14", "90", "hidden character"},
		{"www.evil.example", "named", "14", "90", "not an address"},
		{"HTTPS://x", "named", "14", "90", "not an address"},
		{"a@b", "named", "14", "90", "not an address"},
		{"Class", "", "14", "90", "Choose what the group shows"},
		{"Class", "secret", "14", "90", "Choose what the group shows"},
		{"Class", "anonymous", "15", "90", "Choose one of the days shown"},
		{"Class", "named", "14", "1e3", "Choose one of the days shown"},
	} {
		refused := v.post(site.Groups, "once", "o", "name", tt.name, "kind", tt.kind, "days_open", tt.open, "days_kept", tt.kept, "joins", "on").want(t, http.StatusUnprocessableEntity).says(t, tt.says)
		if got := refused.value("name"); got != tt.name {
			t.Errorf("of %q is left %q", tt.name, got)
		}
		if !strings.Contains(refused.body, `name="joins" type="checkbox" checked`) || refused.value("once") != "o" {
			t.Errorf("%q: not all that was typed is there", tt.says)
		}
		if strings.HasPrefix(tt.kind, "a") && refused.checked() != tt.kind {
			t.Errorf("%q is chosen instead of %q", refused.checked(), tt.kind)
		}
	}
}

func TestNamesThatLookLikeSomethingElseAreShownAsTheyWereTyped(t *testing.T) {
	v := openWithGroups(t).visitor(t)
	for _, name := range []string{`<script>alert("1")</script>`, strings.Repeat("😀", 60), "قسم الرياضيات", "'; DROP TABLE quiz_groups; --", "{n} {name} {day}"} {
		page := v.get(v.makeGroup(quiz.Named, name)).want(t, http.StatusOK)
		if got := page.text("h1"); got != strings.Join(strings.Fields(name), " ") {
			t.Errorf("%q is shown as %q", name, got)
		}
		if strings.Contains(page.body, "<script>alert") {
			t.Errorf("%q is markup", name)
		}
	}
}

func TestAnAddressMakesTenGroupsADay(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	for range taker.MostGroups {
		v.makeGroup(quiz.Anonymous, "One of many")
	}
	once := v.get(site.GroupsNew).value("once")
	form := []string{"once", once, "name", "One too many", "kind", "anonymous", "days_open", "30", "days_kept", "90"}
	refused := v.post(site.Groups, form...).want(t, http.StatusTooManyRequests).says(t, "10 groups were made from your network")
	if refused.value("name") != "One too many" || refused.Header.Get("Retry-After") == "" {
		t.Errorf("it keeps %q, and Retry-After is %q", refused.value("name"), refused.Header.Get("Retry-After"))
	}
	h.wait(24 * time.Hour)
	v.post(site.Groups, form...).want(t, http.StatusSeeOther)
}

func TestWhereNobodyMayMakeGroupsNothingSaysThatThereAreAny(t *testing.T) {
	for _, who := range []quiz.GroupMakers{"", quiz.NoGroups, quiz.GroupsByAdmins} {
		v := openTakers(t, storetest.Open(t), admin.Config{}, taker.Config{Groups: who}).visitor(t)
		v.get(site.GroupsNew).want(t, http.StatusNotFound)
		v.post(site.Groups, "name", "Class", "kind", "named", "days_kept", "90").want(t, http.StatusNotFound)
		if home := v.get("/").want(t, http.StatusOK); strings.Contains(home.body, "group") {
			t.Errorf("%q: the first page offers a group", who)
		}
	}
	v := open(t).visitor(t)
	for _, path := range []string{"/group/" + strings.Repeat("a", 24), "/group/" + strings.Repeat("a", 24) + "/closing", "/g/" + strings.Repeat("a", 24), "/admin/groups"} {
		if r := v.get(path); r.StatusCode != http.StatusNotFound && !strings.HasPrefix(r.to(), "/admin/sign-in") {
			t.Errorf("%s answers %d", path, r.StatusCode)
		}
	}
}
