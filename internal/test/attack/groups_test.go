package attack_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/test/storetest"
	"whichpm/web/site"
)

// taker keeps a result as if somebody had answered every question calmly, each
// with the option of that place counted from one end.
func (h *testSite) taker(t *testing.T, n int, answer func(question, options int) int) quiz.Owner {
	t.Helper()
	v, err := h.store.Version(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	now := h.now()
	j := quiz.Begin(v, quiz.Seed{1, byte(n), byte(n >> 8)}, now, true)
	for q := range v.Questions {
		now = now.Add(6 * time.Second)
		j = j.Ask(q)
		if j, err = j.Answer(v, q+1, answer(q, len(v.Questions[q].Options)), now); err != nil {
			t.Fatal(err)
		}
	}
	r := score.New(v).Finish(v, j, now)
	r.Hurried = false
	if err := h.store.AddResult(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	return j.Owner()
}

func oneEnd(int, int) int              { return 0 }
func otherEnd(_, options int) int      { return options - 1 }
func byTurns(n int) func(int, int) int { return func(q, options int) int { return (n + q) % options } }

func (h *testSite) groupOf(t *testing.T, kind quiz.GroupKind, members ...quiz.Owner) (quiz.Group, quiz.Organiser) {
	t.Helper()
	f := quiz.NewGroupForm("")
	f.Kind, f.Name = string(kind), "Class 7"
	g, organiser, err := quiz.NewGroup(f, quiz.LeastLeast, h.now())
	if err != nil {
		t.Fatal(err)
	}
	if err := h.store.AddGroup(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	for n, owner := range members {
		h.join(t, g, owner, n)
	}
	return g, organiser
}

// pictured is the address of a group without names that was closed.
func (h *testSite) pictured(t *testing.T, name string) string {
	t.Helper()
	f := quiz.NewGroupForm("")
	f.Name = name
	g, organiser, err := quiz.NewGroup(f, quiz.LeastLeast, h.now())
	if err == nil {
		err = h.store.AddGroup(t.Context(), g)
	}
	if err != nil {
		t.Fatal(err)
	}
	for n := range g.Least {
		r := storetest.Result(5000 + n)
		if err := h.store.AddResult(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		if err := h.store.JoinGroup(t.Context(), quiz.Member{Group: g.ID, Result: r.ID}, h.now()); err != nil {
			t.Fatal(err)
		}
	}
	h.visitor(t).post(site.GroupClosing(organiser)).want(t, http.StatusSeeOther)
	return site.Group(g.ID)
}

func (h *testSite) join(t *testing.T, g quiz.Group, owner quiz.Owner, n int) {
	t.Helper()
	m := quiz.Member{Group: g.ID, Result: owner.ID()}
	if g.Kind == quiz.Named {
		m.Name, m.JoinedAt = fmt.Sprintf("Member %d", n), h.now()
	}
	if err := h.store.JoinGroup(t.Context(), m, h.now()); err != nil {
		t.Fatal(err)
	}
}

// seen is all that anybody can see of a group who is not in it, and its organiser,
// with how many bytes went over the wire.
func (h *testSite) seen(t *testing.T, g quiz.Group, o quiz.Organiser) string {
	t.Helper()
	var all strings.Builder
	v := h.visitor(t)
	for _, path := range []string{
		site.Group(g.ID), site.GroupPictureCSV(g.ID), site.Organiser(o), site.OrganisedPictureCSV(o), site.GroupHandout(o), site.GroupClosing(o), site.GroupRemoval(o),
	} {
		for _, accept := range []string{"text/html", "text/plain", "application/json"} {
			got := v.get(path, "Accept", accept)
			id := got.Header.Get("X-Request-Id")
			body := strings.ReplaceAll(got.body, id, "")
			fmt.Fprintf(&all, "%s %s %d %d %q\n%s\n", path, accept, got.StatusCode, got.ContentLength, got.Header.Get("Etag"), body)
			if id == "" {
				t.Fatal("a response has no id")
			}
		}
	}
	text := all.String()
	return strings.NewReplacer(g.ID.String(), "GROUP", o.String(), "ORGANISER").Replace(text)
}

// firstDifference is where two texts part.
func firstDifference(got, want string) string {
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	part := func(text string) string { return text[max(0, at-60):min(len(text), at+60)] }
	return fmt.Sprintf("%q, was %q", part(got), part(want))
}

func TestNobodyLearnsAPositionByWatchingAnOpenGroup(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		var others []quiz.Owner
		for n := range 7 {
			others = append(others, h.taker(t, n, byTurns(n)))
		}
		for name, crowd := range map[string][]quiz.Owner{"few": others[:2], "enough": others} {
			g, o := h.groupOf(t, quiz.Anonymous, crowd...)
			before := h.seen(t, g, o)
			for n, answer := range []func(int, int) int{oneEnd, otherEnd} {
				owner := h.taker(t, 100+n, answer)
				h.join(t, g, owner, 0)
				if got := h.seen(t, g, o); got != before {
					t.Errorf("%s: somebody who joins shows: %s", name, firstDifference(got, before))
				}
				if err := h.store.LeaveGroup(t.Context(), g.ID, owner.ID()); err != nil {
					t.Fatal(err)
				}
				if got := h.seen(t, g, o); got != before {
					t.Errorf("%s: somebody who leaves shows: %s", name, firstDifference(got, before))
				}
			}
		}
	})
}

func TestAPictureStaysTheSameWhateverItsMembersDoAfterwards(t *testing.T) {
	h := open(t, siteOptions{})
	var members []quiz.Owner
	for n := range 6 {
		members = append(members, h.taker(t, n, byTurns(n)))
	}
	g, o := h.groupOf(t, quiz.Anonymous, members...)
	v := h.visitor(t)
	v.submit(site.GroupClosing(o), site.GroupClosing(o)).want(t, http.StatusSeeOther)
	before := h.seen(t, g, o)
	if !strings.Contains(before, "Class 7") {
		t.Fatal("there is no picture")
	}
	v.post(site.GroupClosing(o)).want(t, http.StatusSeeOther, http.StatusConflict)
	for n, owner := range members {
		v.post(site.Leaving(owner, g.ID)).want(t, http.StatusSeeOther, http.StatusConflict, http.StatusNotFound)
		if n%2 == 0 {
			v.post(site.Removal(owner)).want(t, http.StatusSeeOther)
		}
		if got := h.seen(t, g, o); got != before {
			t.Fatalf("member %d shows: %s", n, firstDifference(got, before))
		}
	}
}

// Of people who were in it, nothing says so afterwards: not even their own page.
func TestAfterAPictureWasMadeNobodysPageTellsWhoWasInIt(t *testing.T) {
	h := open(t, siteOptions{})
	var members []quiz.Owner
	for n := range 5 {
		members = append(members, h.taker(t, n, byTurns(n)))
	}
	g, o := h.groupOf(t, quiz.Anonymous, members...)
	v := h.visitor(t)
	if page := v.get(site.Result(members[0])).want(t, http.StatusOK).body; !strings.Contains(page, "Class 7") {
		t.Fatal("a member's page does not name the group while it is open")
	}
	v.submit(site.GroupClosing(o), site.GroupClosing(o)).want(t, http.StatusSeeOther)
	if page := v.get(site.Result(members[0])).want(t, http.StatusOK).body; strings.Contains(page, "Class 7") {
		t.Error("a member's page names the group after it was closed")
	}
	if file := v.get(site.Download(members[0])).want(t, http.StatusOK).body; strings.Contains(file, "Class 7") || strings.Contains(file, g.ID.String()) {
		t.Error("what a member downloads names the group after it was closed")
	}
}

func TestASharedResultSaysNothingOfGroups(t *testing.T) {
	h := open(t, siteOptions{})
	owner := h.taker(t, 1, byTurns(1))
	v := h.visitor(t)
	share := v.share(site.Result(owner), "answers", "Ada")
	forms := []string{share, share + ".json", share + "/card.png"}
	shown := func() (all []string) {
		for _, path := range forms {
			for _, accept := range []string{"text/html", "text/plain", "text/markdown"} {
				all = append(all, v.get(path, "Accept", accept).want(t, http.StatusOK).body)
			}
		}
		return all
	}
	before := shown()
	for _, kind := range []quiz.GroupKind{quiz.Named, quiz.Anonymous} {
		h.groupOf(t, kind, owner)
	}
	for i, got := range shown() {
		if got != before[i] {
			t.Errorf("%s shows: %s", forms[i/3], firstDifference(got, before[i]))
		}
	}
}

// A named group shows its members to its members, and to nobody who only has the
// invitation or was taken out.
func TestAnInvitationOpensNobodysPlaceInANamedGroup(t *testing.T) {
	h := open(t, siteOptions{})
	first, second, stranger := h.taker(t, 1, oneEnd), h.taker(t, 2, otherEnd), h.taker(t, 3, byTurns(3))
	g, o := h.groupOf(t, quiz.Named, first, second)
	v := h.visitor(t)
	sees := func(owner quiz.Owner) bool {
		return strings.Contains(v.get(site.Joining(owner, g.ID)).body, "Member 1") || strings.Contains(v.get(site.JoinedPictureCSV(owner, g.ID)).body, "Member 1") ||
			strings.Contains(v.get(site.JoinedHandout(owner, g.ID)).body, "Member 1")
	}
	if !sees(first) {
		t.Error("a member does not see the group")
	}
	for _, path := range []string{site.Group(g.ID), site.GroupPictureCSV(g.ID)} {
		if strings.Contains(v.get(path).body, "Member") {
			t.Errorf("%s names members", path)
		}
	}
	if sees(stranger) {
		t.Error("somebody who did not join sees a member")
	}
	taken := quiz.Member{Group: g.ID, Result: first.ID()}
	v.submit(site.MemberRemoval(o, taken.ID()), site.MemberRemoval(o, taken.ID())).want(t, http.StatusSeeOther)
	if sees(first) {
		t.Error("somebody who was taken out sees a member")
	}
	for _, other := range []quiz.MemberID{taken.ID(), {}, quiz.Member{Group: g.ID, Result: stranger.ID()}.ID()} {
		v.get(site.MemberRemoval(o, other)).want(t, http.StatusNotFound)
	}
}

// The organiser's address is another than the invitation, and neither leads to the
// other; what the store keeps of it opens nothing.
func TestAnInvitationIsNoOrganisersAddress(t *testing.T) {
	h := open(t, siteOptions{})
	g, o := h.groupOf(t, quiz.Anonymous, h.taker(t, 1, oneEnd))
	v := h.visitor(t)
	for _, path := range []string{"/group/" + g.ID.String(), "/group/" + quiz.GroupID(g.Organiser).String(), "/g/" + o.String()} {
		v.get(path).want(t, http.StatusNotFound)
	}
	if page := v.get(site.Group(g.ID)).want(t, http.StatusOK).body; strings.Contains(page, o.String()) {
		t.Error("the invitation leads to the organiser's page")
	}
	if got := v.get(site.Organiser(o)).want(t, http.StatusOK); got.Header.Get("Cache-Control") != "no-store" || !strings.Contains(got.Header.Get("X-Robots-Tag"), "noindex") {
		t.Errorf("caches may keep the organiser's page: %v", got.Header)
	}
}
