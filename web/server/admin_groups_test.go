package server_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
	"whichpm/web/admin"
	"whichpm/web/site"
	"whichpm/web/taker"
)

// openWithGroupsBy opens a site that says who may make groups.
func openWithGroupsBy(t *testing.T, who quiz.GroupMakers) *testSite {
	t.Helper()
	return openTakers(t, storetest.Open(t), admin.Config{Groups: who}, taker.Config{Groups: who})
}

func TestAdminsMakeGroupsWhereOnlyTheyMay(t *testing.T) {
	h := openWithGroupsBy(t, quiz.GroupsByAdmins)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	v.get("/admin").want(t, http.StatusOK)
	form := v.get(site.AdminGroups).want(t, http.StatusOK).says(t, "only key", "at least 5 people")
	if strings.Contains(form.body, site.AdminGroupRemoval) {
		t.Error("an editor may end a group")
	}
	refused := v.post(site.AdminGroups, "name", "www.x.example", "kind", "named", "days_kept", "90").want(t, http.StatusUnprocessableEntity).says(t, "not an address")
	if refused.value("name") != "www.x.example" {
		t.Errorf("of the name is left %q", refused.value("name"))
	}
	to := v.post(site.AdminGroups, "once", form.value("once"), "name", "Team", "kind", "named", "days_open", "14", "days_kept", "90").want(t, http.StatusSeeOther).to()
	h.visitor(t).get(to).want(t, http.StatusOK).says(t, "Team", "the only key")
	v.post(site.AdminGroupRemoval, "link", to, "sure", "yes").want(t, http.StatusForbidden)
}

func TestAnOwnerEndsAGroupByEitherOfItsLinksAndSeesNobodyInIt(t *testing.T) {
	h := openWithGroupsBy(t, quiz.GroupsByAnyone)
	v, anybody := h.signedIn(t, "mira@example.org", auth.Owner), h.visitor(t)
	for _, linked := range []func(to string, g quiz.Group) string{
		func(to string, _ quiz.Group) string { return "See " + h.URL + to + "." },
		func(_ string, g quiz.Group) string { return h.URL + site.Group(g.Invitation) },
	} {
		to := anybody.makeGroup(quiz.Named, "Not here")
		g := h.organised(t, to)
		h.join(t, g, 1, 2)
		link := linked(to, g)
		asks := v.post(site.AdminGroupRemoval, "link", link).want(t, http.StatusOK).says(t, "End this group?", "Not here", "with names")
		if strings.Contains(asks.body, "Ada 1") {
			t.Error("the page names who is in it")
		}
		if got := h.organised(t, to); got != g {
			t.Fatalf("asking changed the group: %+v", got)
		}
		v.post(site.AdminGroupRemoval, "link", link, "sure", "yes").want(t, http.StatusSeeOther, site.AdminGroups)
		v.get(site.AdminGroups).says(t, "The group is ended.")
		anybody.get(to).want(t, http.StatusGone)
		if _, err := h.store.InvitedGroup(t.Context(), g.ID); !errors.Is(err, quiz.ErrGone) {
			t.Errorf("the invitation answers %v", err)
		}
		v.post(site.AdminGroupRemoval, "link", link).want(t, http.StatusUnprocessableEntity).says(t, "is deleted")
	}
	h.wantAudit(t, "mira@example.org", quiz.ActionEndGroup, quiz.ActionEndGroup, auth.ActionSignIn)
	for _, text := range []string{"", "nothing", h.URL + "/r/" + strings.Repeat("a", 24)} {
		if got := v.post(site.AdminGroupRemoval, "link", text).want(t, http.StatusUnprocessableEntity).says(t, "Paste the invitation").value("link"); got != text {
			t.Errorf("of %q is left %q", text, got)
		}
	}
}

func TestThePageOfGroupsIsThereForWhomItIsOf(t *testing.T) {
	for who, want := range map[quiz.GroupMakers][2]int{
		quiz.NoGroups:       {http.StatusNotFound, http.StatusNotFound},
		quiz.GroupsByAdmins: {http.StatusOK, http.StatusOK},
		quiz.GroupsByAnyone: {http.StatusOK, http.StatusForbidden},
	} {
		h := openWithGroupsBy(t, who)
		for i, role := range []auth.Role{auth.Owner, auth.Editor} {
			v := h.signedIn(t, string(role)+"@example.org", role)
			v.get(site.AdminGroups).want(t, want[i])
			if linked := strings.Contains(v.get("/admin").body, `href="`+site.AdminGroups+`"`); linked != (want[i] == http.StatusOK) {
				t.Errorf("%s: the header of %s has the page: %t", who, role, linked)
			}
		}
	}
}
