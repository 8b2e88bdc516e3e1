package server_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
	"whichpm/web/site"
)

// join lets the results from one to another join a group, straight in the database.
func (h *testSite) join(t testing.TB, g quiz.Group, from, to int) {
	t.Helper()
	for n := from; n <= to; n++ {
		r := storetest.Result(n)
		if err := h.store.AddResult(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		m := storetest.Member(g, n)
		if err := h.store.JoinGroup(t.Context(), m, h.now()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheOrganiserIsToldOnlyWhetherEnoughJoined(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	to := v.makeGroup(quiz.Anonymous, "Class")
	g := h.organised(t, to)
	h.wait(time.Hour) // the page no longer begins with its address
	empty := v.get(to).body
	h.join(t, g, 1, 4)
	if v.get(to).body != empty {
		t.Error("the page differs between nobody and four")
	}
	v.get(to+"/closing").want(t, http.StatusOK).says(t, "Too few people have joined")
	v.post(to+"/closing").want(t, http.StatusConflict).says(t, "could show what one person answered", "Send the invitation to more people")
	h.join(t, g, 5, 5)
	five := v.get(to).says(t, "5 or more people have joined.").body
	h.join(t, g, 6, 9)
	if v.get(to).body != five {
		t.Error("the page differs between five and nine")
	}
}

func TestClosingMakesThePictureOnceAndForAll(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	to := v.makeGroup(quiz.Anonymous, "Class")
	g := h.organised(t, to)
	h.join(t, g, 1, 6)
	v.get(to+"/closing").want(t, http.StatusOK).says(t, "made once and never changes", "for 365 days")
	if h.organised(t, to).Released() {
		t.Fatal("looking at the question closed the group")
	}
	v.post(to+"/closing").want(t, http.StatusSeeOther, to+"?said=closed")
	v.get(to+"?said=closed").want(t, http.StatusOK).says(t, "The group is closed.", "Closed", "The picture is made", "Show the picture")
	picture := h.organised(t, to).Picture
	if !strings.Contains(picture, `"n":6`) {
		t.Errorf("the picture is %s", picture)
	}
	v.post(to+"/closing").want(t, http.StatusSeeOther)
	if h.organised(t, to).Picture != picture {
		t.Error("closing again made another picture")
	}
	v.get(to+"/closing").want(t, http.StatusSeeOther, to)
	v.post(to+"/invitation", "invitation", g.ID.String()).want(t, http.StatusConflict).says(t, "Nothing was changed")
}

func TestTheOrganiserSeesWhoIsInAGroupWithNamesAndRemovesSomebody(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	to := v.makeGroup(quiz.Named, "Team")
	g := h.organised(t, to)
	v.get(to).says(t, "Nobody has joined yet.")
	h.join(t, g, 1, 3)
	page := v.get(to).want(t, http.StatusOK).says(t, "Ada 1", "Ada 2", "Ada 3")
	removal := to + "/members/" + storetest.Member(g, 2).ID().String() + "/removal"
	if !strings.Contains(page.body, `href="`+removal+`"`) {
		t.Fatalf("there is no link to %s", removal)
	}
	v.get(removal).want(t, http.StatusOK).says(t, "Remove Ada 2 from the group?", "They can join again with the same invitation.")
	v.post(removal).want(t, http.StatusSeeOther, to+"?said=removed")
	v.post(removal).want(t, http.StatusSeeOther, to+"?said=removed") // a double click
	left := v.get(to+"?said=removed").says(t, "The person is no longer in the group.", "Ada 1", "Ada 3").text("main")
	if strings.Contains(left, "Ada 2") {
		t.Error("the page still names Ada 2")
	}
	v.get(removal).want(t, http.StatusNotFound)
	v.get(to+"/members/garbled/removal").want(t, http.StatusNotFound)
	v.post(to+"/members/garbled/removal").want(t, http.StatusNotFound)
	if _, err := h.store.Result(t.Context(), storetest.ResultID(2)); err != nil {
		t.Errorf("the result of who was removed is gone: %v", err)
	}
}

func TestAMemberOfAnotherGroupIsNotRemoved(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	to, other := v.makeGroup(quiz.Named, "Team"), v.makeGroup(quiz.Named, "Other")
	g := h.organised(t, to)
	h.join(t, g, 1, 2)
	id := storetest.Member(g, 1).ID().String()
	v.get(other+"/members/"+id+"/removal").want(t, http.StatusNotFound)
	v.post(other+"/members/"+id+"/removal").want(t, http.StatusSeeOther)
	if members, _, err := h.store.GroupMembers(t.Context(), g.ID); err != nil || len(members) != 2 {
		t.Errorf("there are %d members, %v", len(members), err)
	}
}

func TestANewInvitationTakesThePlaceOfTheOldOne(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	to := v.makeGroup(quiz.Named, "Team")
	before := h.organised(t, to).Invitation
	for range 2 { // a double click
		v.post(to+"/invitation", "invitation", before.String()).want(t, http.StatusSeeOther, to+"?said=renewed")
	}
	now := h.organised(t, to).Invitation
	if now == before {
		t.Fatal("it is the old invitation")
	}
	page := v.get(to+"?said=renewed").says(t, "There is a new invitation.")
	if !strings.Contains(page.body, site.Group(now)) || strings.Contains(page.body, site.Group(before)) {
		t.Error("the page does not show the new one, or still the old one")
	}
	if _, err := h.store.InvitedGroup(t.Context(), before); err == nil {
		t.Error("the old one still works")
	}
}

func TestClosingAGroupWithNamesKeepsWhoIsInIt(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	to := v.makeGroup(quiz.Named, "Team")
	h.join(t, h.organised(t, to), 1, 2)
	v.get(to+"/closing").want(t, http.StatusOK).says(t, "Nobody can join any more")
	v.post(to+"/closing").want(t, http.StatusSeeOther)
	closed := v.get(to).want(t, http.StatusOK).says(t, "Closed", "Ada 1", "Ada 2").text("main")
	if strings.Contains(closed, "Invitation") {
		t.Error("it still offers the invitation")
	}
	removal := to + "/members/" + storetest.Member(h.organised(t, to), 1).ID().String() + "/removal"
	if again := v.get(removal).want(t, http.StatusOK).text("main"); strings.Contains(again, "join again") {
		t.Error("it says that somebody can join a closed group again")
	}
}

func TestADeletedGroupIsGoneAtEveryAddress(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	to := v.makeGroup(quiz.Named, "Team")
	g := h.organised(t, to)
	h.join(t, g, 1, 2)
	member := to + "/members/" + storetest.Member(g, 1).ID().String() + "/removal"
	v.get(to+"/removal").want(t, http.StatusOK).says(t, "Delete the group?", "Nobody’s own result is deleted.")
	v.post(to+"/removal").want(t, http.StatusSeeOther, to)
	for _, path := range []string{to, to + "/closing", to + "/removal", member} {
		v.get(path).want(t, http.StatusGone).says(t, "This group is deleted")
	}
	for _, path := range []string{to + "/closing", to + "/removal", to + "/invitation", member} {
		v.post(path).want(t, http.StatusGone)
	}
	if _, err := h.store.Result(t.Context(), storetest.ResultID(1)); err != nil {
		t.Errorf("a member's result is gone: %v", err)
	}
}

func TestTheAddressesOfOrganisersAreFoundByNobody(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	to := v.makeGroup(quiz.Anonymous, "Class")
	for _, path := range []string{site.GroupsNew, to, to + "/closing", to + "/removal", "/group/" + strings.Repeat("a", 24), "/group/short"} {
		r := v.get(path)
		if r.Header.Get("X-Robots-Tag") != "noindex" || r.Header.Get("Cache-Control") != "no-store" || strings.Contains(r.body, "og:image") || !strings.Contains(r.body, `content="noindex"`) {
			t.Errorf("%s (%d) may be found: %v", path, r.StatusCode, r.Header)
		}
	}
	for _, path := range []string{"/group/" + strings.Repeat("a", 24), "/group/short", to + "x", "/group/" + strings.ToUpper(strings.TrimPrefix(to, "/group/")), to + "/members"} {
		v.get(path).want(t, http.StatusNotFound)
	}
	if other := strings.Replace(to, "/group/", "/g/", 1); v.get(other).StatusCode == http.StatusOK {
		t.Error("the organiser's address is an invitation")
	}
	if strings.Contains(h.log.String(), strings.TrimPrefix(to, "/group/")) {
		t.Error("the log names the address")
	}
}

func TestOrganisersSeeNoMoreThanMembers(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	to := v.makeGroup(quiz.Named, "Team")
	g := h.organised(t, to)
	for _, path := range []string{to + "/handout", to + "/picture.csv"} {
		v.get(path).want(t, http.StatusNotFound) // nobody is in it
	}
	h.visitor(t).join(site.Group(g.Invitation), "Ada")
	member := h.visitor(t)
	_, joining := member.join(site.Group(g.Invitation), "Grace")
	for _, paper := range []string{"/handout", "/picture.csv"} {
		theirs, ours := member.get(joining+paper).want(t, http.StatusOK), v.get(to+paper).want(t, http.StatusOK)
		if ours.body != theirs.body {
			t.Errorf("%s of the organiser differs from that of members", paper)
		}
	}
}

func TestATakerWhoTakesTheQuizAgainIsInAGroupOnce(t *testing.T) {
	h := openWithGroups(t)
	g, invitation := h.group(t, quiz.Named, "Team")
	v := h.visitor(t)
	v.join(invitation, "Ada")
	v.post("/start", "form", "short").want(t, http.StatusSeeOther)
	v.join(invitation, "Ada again")
	members, _, err := h.store.GroupMembers(t.Context(), g.ID)
	if err != nil || len(members) != 1 || members[0].Name != "Ada again" {
		t.Errorf("in the group are %+v, %v", members, err)
	}
}

func TestTwoVersionsShowOnlySharedDimensions(t *testing.T) {
	h := openWithGroups(t)
	_, invitation := h.group(t, quiz.Named, "Team")
	ada := h.visitor(t)
	_, joining := ada.join(invitation, "Ada")
	var gone quiz.Dimension
	h.publishNext(t, func(v *quiz.Version) {
		gone = v.Dimensions[0]
		for i := range v.Roles {
			profile := v.Roles[i].Profile[gone.Key]
			profile.Weight = 0 // it counts no more
			v.Roles[i].Profile[gone.Key] = profile
		}
	})
	if page := ada.get(joining).want(t, http.StatusOK).text("main"); !strings.Contains(page, gone.Positive) {
		t.Fatalf("%s is not shown while all have it", gone.Key)
	}
	h.visitor(t).join(invitation, "Grace")
	if page := ada.get(joining).want(t, http.StatusOK).text("main"); strings.Contains(page, gone.Positive) || !strings.Contains(page, "Grace") {
		t.Errorf("%s is shown, or Grace is not", gone.Key)
	}
}
