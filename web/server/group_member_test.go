package server_test

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/site"
)

// group makes a group and returns it with the path of its invitation.
func (h *testSite) group(t testing.TB, kind quiz.GroupKind, name string) (quiz.Group, string) {
	t.Helper()
	f := quiz.NewGroupForm(fmt.Sprint(name, h.now()))
	f.Kind, f.Name = string(kind), name
	g, _, err := quiz.NewGroup(f, quiz.LeastLeast, h.now())
	if err != nil {
		t.Fatal(err)
	}
	if err := h.store.AddGroup(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	return g, site.Group(g.Invitation)
}

// accept follows an invitation through the quiz to the own result and the question.
func (v *visitor) accept(invitation string) (result, joining string) {
	v.t.Helper()
	at := v.post(invitation+"/invitation").want(v.t, http.StatusSeeOther).to()
	for n := 0; strings.HasPrefix(at, "/q/"); n++ {
		v.site.wait(10 * time.Second)
		at = v.answer(at, fmt.Sprint(n%3)).want(v.t, http.StatusSeeOther).to()
	}
	result = v.post("/result").want(v.t, http.StatusSeeOther).to()
	return result, result + "/groups/" + strings.TrimPrefix(invitation, "/g/")
}

// join accepts an invitation and joins under a name.
func (v *visitor) join(invitation, name string) (result, joining string) {
	v.t.Helper()
	result, joining = v.accept(invitation)
	v.post(joining, "name", name, "consent", "on").want(v.t, http.StatusSeeOther, joining)
	return result, joining
}

// close closes a group as its organiser does.
func (h *testSite) closeGroup(t testing.TB, g quiz.Group) {
	t.Helper()
	if err := h.store.CloseGroup(t.Context(), g.ID, h.now(), h.takers.DrawGroup(t.Context(), g.Least)); err != nil {
		t.Fatal(err)
	}
}

func TestAnInvitationLeadsThroughTheQuizToTheQuestionAndIntoTheGroup(t *testing.T) {
	h := openWithGroups(t)
	_, invitation := h.group(t, quiz.Named, "Platform team")
	v := h.visitor(t)
	v.get(invitation).want(t, http.StatusOK).says(t, "Platform team", "This site is run by 127.0.0.1", "Take the quiz without joining", "does not take part")
	result, joining := v.accept(invitation)
	v.get(result).want(t, http.StatusOK).says(t, "You were invited to", "Platform team", "Decide about joining")
	v.get(joining).want(t, http.StatusOK).says(t, "Add my result to", "Platform team", "They can copy it", "Nobody is told if you do not join", "Do not join")
	v.post(joining, "name", "Ada", "consent", "on").want(t, http.StatusSeeOther, joining)
	v.get(joining).want(t, http.StatusOK).says(t, "Ada", "1 person", "Preference by preference", "Not for hiring", "One change for Monday")
	page := v.get(result).want(t, http.StatusOK).says(t, "Groups this result is in", "Platform team")
	if strings.Contains(page.body, "You were invited to “") {
		t.Error("who has joined is asked again")
	}
	v.get(joining+"/handout").want(t, http.StatusOK).says(t, "45 minutes", "No labels")
	v.post(joining+"/removal").want(t, http.StatusSeeOther, result)
	v.post(joining+"/removal").want(t, http.StatusSeeOther, result)
	v.get(joining).want(t, http.StatusOK).says(t, "Add my result to")
	if strings.Contains(v.get(result).body, "Platform team") {
		t.Error("the result speaks of a group that was left")
	}
}

func TestNothingIsStoredOfWhoDeclines(t *testing.T) {
	h := openWithGroups(t)
	g, invitation := h.group(t, quiz.Named, "Platform team")
	v := h.visitor(t)
	result, joining := v.accept(invitation)
	before := h.log.String()
	v.post(joining, "decision", "no", "name", "Ada", "consent", "on").want(t, http.StatusSeeOther, result)
	if strings.Contains(v.get(result).body, "Platform team") {
		t.Error("who declined is asked again")
	}
	members, _, err := h.store.GroupMembers(t.Context(), g.ID)
	if err != nil || len(members) != 0 {
		t.Errorf("members %v, %v", members, err)
	}
	if said := strings.TrimPrefix(h.log.String(), before); strings.Contains(said, g.Invitation.String()) || strings.Contains(said, "Ada") {
		t.Error("the log names the group or who declined")
	}
	v.get(joining).want(t, http.StatusOK).says(t, "Add my result to") // by the address of the question it is still open to them
}

func TestAnAnonymousGroupAnswersTheSameBeforeItsRelease(t *testing.T) {
	h := openWithGroups(t)
	_, invitation := h.group(t, quiz.Anonymous, "Class")
	stranger := h.visitor(t)
	same := func(what, want string) string {
		t.Helper()
		body := stranger.get(invitation).want(t, http.StatusOK).body
		if want != "" && body != want {
			t.Errorf("%s changes what the page of the invitation says", what)
		}
		return body
	}
	few := same("", "")
	var members []*visitor
	var joinings []string
	for range 4 {
		v := h.visitor(t)
		_, joining := v.join(invitation, "")
		members, joinings = append(members, v), append(joinings, joining)
		same("somebody who joins", few)
	}
	inside := members[0].get(joinings[0]).body
	members[3].post(joinings[3]+"/removal").want(t, http.StatusSeeOther)
	same("somebody who leaves", few)
	for range 2 {
		h.visitor(t).join(invitation, "")
	}
	enough := same("", "")
	if enough == few || !strings.Contains(enough, "5 or more") {
		t.Error("it is not said that enough joined")
	}
	h.visitor(t).join(invitation, "")
	same("a sixth and seventh", enough)
	if members[0].get(joinings[0]).body != inside {
		t.Error("what a member sees tells who else joined")
	}
	stranger.get(invitation+"/picture.csv").want(t, http.StatusNotFound)
	members[0].get(joinings[0]+"/picture.csv").want(t, http.StatusNotFound)
	members[0].get(joinings[0]+"/handout").want(t, http.StatusNotFound)
}

func TestAClosedAnonymousGroupShowsItsPictureToEverybodyWithTheInvitation(t *testing.T) {
	h := openWithGroups(t)
	g, invitation := h.group(t, quiz.Anonymous, "Class")
	v := h.visitor(t)
	result, joining := v.join(invitation, "")
	v.get(joining).want(t, http.StatusOK).says(t, "You are in", "Until then you can leave")
	for range 5 {
		h.visitor(t).join(invitation, "")
	}
	late := h.visitor(t)
	_, lateJoining := late.accept(invitation)
	h.closeGroup(t, g)
	h.visitor(t).get(invitation).want(t, http.StatusOK).says(t, "6 people", "almost all", "What to talk about")
	v.get(joining).want(t, http.StatusSeeOther, invitation)
	v.post(joining+"/removal").want(t, http.StatusConflict)
	v.get(result).want(t, http.StatusOK).says(t, "See what the group shows")
	late.post(lateJoining, "consent", "on").want(t, http.StatusConflict)
	late.post(invitation+"/invitation").want(t, http.StatusConflict)
	table := h.visitor(t).get(invitation+"/picture.csv").want(t, http.StatusOK)
	if !strings.HasPrefix(table.body, "\ufeffPreference,Where,How many,People\r\n") {
		t.Errorf("the table begins %.80q", table.body)
	}
	picture := h.visitor(t).get(invitation).body
	v.post(result+"/removal").want(t, http.StatusSeeOther)
	if h.visitor(t).get(invitation).body != picture {
		t.Error("deleting a result changes a picture that was made")
	}
}

func TestDeletingAResultLeavesEveryGroup(t *testing.T) {
	h := openWithGroups(t)
	_, team := h.group(t, quiz.Named, "Platform team")
	_, class := h.group(t, quiz.Anonymous, "Class")
	v, other := h.visitor(t), h.visitor(t)
	_, seen := other.join(team, "Ben")
	result, _ := v.join(team, "Ada")
	joining := v.post(class+"/invitation").want(t, http.StatusSeeOther).to()
	v.post(joining, "consent", "on").want(t, http.StatusSeeOther)
	v.get(result).says(t, "Platform team", "Class")
	v.get(result+"/removal").says(t, "leaves every group")
	if body := v.get(result + "/download").body; !strings.Contains(body, `"name": "Platform team"`) || !strings.Contains(body, `"kind": "anonymous"`) {
		t.Error("the download does not name the groups")
	}
	other.get(seen).says(t, "Ada")
	v.post(result+"/removal").want(t, http.StatusSeeOther)
	if page := other.get(seen).says(t, "1 person"); strings.Contains(page.body, "Ada") {
		t.Error("the group shows who deleted their result")
	}
}

func TestAFormThatCannotJoinComesBackAsItWasTyped(t *testing.T) {
	h := openWithGroups(t)
	_, invitation := h.group(t, quiz.Named, "Platform team")
	v := h.visitor(t)
	_, joining := v.accept(invitation)
	for _, tt := range []struct{ name, consent, says string }{
		{"Ada", "", "Tick the box to join"},
		{"", "on", "Type the name"},
		{"www.example.org", "on", "is not an address"},
		{"ada@example.org", "on", "is not an address"},
		{"Ada\u202eneB", "on", "name"},
		{strings.Repeat("W", quiz.MaxName+1), "on", "40"},
	} {
		page := v.post(joining, "name", tt.name, "consent", tt.consent).want(t, http.StatusUnprocessableEntity).says(t, tt.says)
		if tt.name != "" && !strings.Contains(page.body, `value="`+tt.name+`"`) {
			t.Errorf("%q is not kept", tt.name)
		}
	}
	v.post(joining, "name", `<b>"Ada"</b>`, "consent", "on").want(t, http.StatusSeeOther)
	if page := v.get(joining).says(t, `<b>"Ada"</b>`); strings.Contains(page.body, `<b>"Ada"`) {
		t.Error("a name is markup")
	}
	v.post(joining, "name", "Bea", "consent", "on").want(t, http.StatusConflict).says(t, "under another name")
}

func TestNamesAreNoFormulasInATable(t *testing.T) {
	h := openWithGroups(t)
	_, invitation := h.group(t, quiz.Named, "Platform team")
	v := h.visitor(t)
	_, joining := v.join(invitation, `=HYPERLINK("x")`)
	table := v.get(joining+"/picture.csv").want(t, http.StatusOK)
	if strings.Contains(table.body, "\n=") || strings.Contains(table.body, "\n\"=") || !strings.Contains(table.body, "'=HYPERLINK") {
		t.Errorf("a name can run: %q", table.body)
	}
	if got := table.Header.Get("Cache-Control"); got != "no-store" {
		t.Errorf("the table is kept: %s", got)
	}
}

func TestPagesOfGroupsAreKeptNowhere(t *testing.T) {
	h := openWithGroups(t)
	_, invitation := h.group(t, quiz.Named, "Platform team")
	v := h.visitor(t)
	result, joining := v.join(invitation, "Ada")
	for _, path := range []string{invitation, joining, joining + "/handout", joining + "/picture.csv", result} {
		page := v.get(path).want(t, http.StatusOK)
		if got := page.Header.Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s may be kept: %q", path, got)
		}
		if strings.Contains(page.body, "og:title") {
			t.Errorf("%s has a card", path)
		}
	}
	other := h.visitor(t)
	_, seen := other.join(invitation, "Ben")
	other.get(seen).says(t, "Ada")
	v.post(joining+"/removal").want(t, http.StatusSeeOther)
	if strings.Contains(other.get(seen).body, "Ada") || strings.Contains(other.get(seen+"/picture.csv").body, "Ada") {
		t.Error("who left is still shown")
	}
}

func TestADeletedOrReplacedInvitationSaysSo(t *testing.T) {
	h := openWithGroups(t)
	g, invitation := h.group(t, quiz.Named, "Platform team")
	member, late := h.visitor(t), h.visitor(t)
	_, joining := member.join(invitation, "Ada")
	lateResult, lateJoining := late.accept(invitation)
	if err := h.store.RenewInvitation(t.Context(), g.ID, quiz.NewGroupID(h.now(), [16]byte{7}), h.now()); err != nil {
		t.Fatal(err)
	}
	h.visitor(t).get(invitation).want(t, http.StatusGone)
	late.post(lateJoining, "name", "Ben", "consent", "on").want(t, http.StatusGone)
	if strings.Contains(late.get(lateResult).want(t, http.StatusOK).body, "Platform team") {
		t.Error("a replaced invitation still asks")
	}
	member.get(joining).want(t, http.StatusOK).says(t, "Ada")
	if err := h.store.DeleteGroup(t.Context(), g.ID, h.now()); err != nil {
		t.Fatal(err)
	}
	member.get(joining).want(t, http.StatusGone)
	h.visitor(t).get(site.Group(quiz.NewGroupID(h.now(), [16]byte{9}))).want(t, http.StatusNotFound)
}

func TestHurriedAnswersDoNotJoinAGroupWithoutNames(t *testing.T) {
	h := openWithGroups(t)
	_, invitation := h.group(t, quiz.Anonymous, "Class")
	v := h.visitor(t)
	at := v.post(invitation+"/invitation").want(t, http.StatusSeeOther).to()
	for n := 0; strings.HasPrefix(at, "/q/"); n++ {
		at = v.answer(at, fmt.Sprint(n%3)).want(t, http.StatusSeeOther).to()
	}
	result := v.post("/result").want(t, http.StatusSeeOther).to()
	v.get(result).says(t, "The answers look hurried, and would blur the picture")
	joining := result + "/groups/" + strings.TrimPrefix(invitation, "/g/")
	v.get(joining).want(t, http.StatusConflict)
	v.post(joining, "consent", "on").want(t, http.StatusConflict)
}

func TestAnInvitationSurvivesAnotherDeviceAndAnotherLanguage(t *testing.T) {
	h := openWithGroups(t)
	_, invitation := h.group(t, quiz.Named, "Platform team")
	v, phone := h.visitor(t), h.visitor(t)
	v.start()
	v.answer("/q/1", "1").want(t, http.StatusSeeOther)
	v.post(invitation+"/invitation").want(t, http.StatusSeeOther, "/q/2") // the quiz begun before goes on
	link := regexp.MustCompile(`/resume/([A-Za-z0-9_.-]+)`).FindStringSubmatch(v.get(site.Save).body)
	at := phone.post(site.Resume, "token", link[1]).want(t, http.StatusSeeOther).to()
	for n := 0; strings.HasPrefix(at, "/q/"); n++ {
		h.wait(10 * time.Second)
		at = phone.answer(at, fmt.Sprint(n%3)).want(t, http.StatusSeeOther).to()
	}
	result := phone.post("/result").want(t, http.StatusSeeOther).to()
	phone.get(result + "?lang=de")
	phone.get(result).says(t, "eingeladen", "Platform team")
	if to := phone.post(invitation + "/invitation").to(); to != result+"/groups/"+strings.TrimPrefix(invitation, "/g/") {
		t.Errorf("a finished result leads to %s", to)
	}
}

func TestWithoutGroupsThereIsNoTraceOfThem(t *testing.T) {
	h := open(t)
	g, invitation := h.group(t, quiz.Named, "Platform team")
	v := h.visitor(t)
	result := v.finish()
	owner, err := quiz.ParseOwner(strings.TrimPrefix(result, "/result/"))
	if err != nil {
		t.Fatal(err)
	}
	if err := h.store.JoinGroup(t.Context(), quiz.Member{Group: g.ID, Result: owner.ID(), Name: "Ada", JoinedAt: h.now()}, h.now()); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{invitation, invitation + "/picture.csv", site.Joining(owner, g.ID), site.JoinedHandout(owner, g.ID)} {
		v.get(path).want(t, http.StatusNotFound)
	}
	v.post(invitation+"/invitation").want(t, http.StatusNotFound)
	for _, path := range []string{result, result + "/removal", result + "/download"} {
		if body := v.get(path).body; strings.Contains(body, "Platform team") || strings.Contains(body, "every group") {
			t.Errorf("%s speaks of a group", path)
		}
	}
}
