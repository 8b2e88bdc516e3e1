package main

import (
	"encoding/binary"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/browser"
	"whichpm/internal/test/storetest"
	"whichpm/web/site"
)

func TestSomebodyInvitedTakesTheQuizJoinsAndLeavesOnASmallPhone(t *testing.T) {
	for name, run := range map[string]struct {
		kind      quiz.GroupKind
		script    bool
		keys      bool                     // no pointer but for the answers
		accepting func(*guest)             // from the invitation to the answers
		joined    func(*guest, *sixPeople) // from the question on
	}{
		"with names, by keyboard":            {quiz.Named, true, true, (*guest).acceptAnew, (*guest).leaveNamed},
		"with names, in a quiz begun before": {quiz.Named, false, false, (*guest).acceptBegun, (*guest).leaveNamed},
		"without names, in another language": {quiz.Anonymous, true, false, (*guest).acceptInGerman, (*guest).leaveAnonymous},
		"without names, finished later":      {quiz.Anonymous, false, false, (*guest).acceptForLater, (*guest).leaveAnonymous},
	} {
		t.Run(name, func(t *testing.T) {
			s := fiveAndOne(t, run.kind)
			g := &guest{Page: browser.Open(t, browser.Options{Script: run.script, Width: 320, Height: 640}), t: t, keys: run.keys, at: s}
			run.accepting(g)
			answer(g.Page)
			g.goOn("See my result")
			g.Says("You were invited to")
			s.sixth = ownerAt(t, g.Path())
			run.joined(g, s)
		})
	}
}

// guest is somebody with a small phone who was invited to a group.
type guest struct {
	*browser.Page

	t    *testing.T
	keys bool
	at   *sixPeople
}

// goOn follows a link or button, with Tab and Enter if need be. The page it leads
// to must fit the screen.
func (g *guest) goOn(text string) {
	g.t.Helper()
	if g.keys {
		tabTo(g.t, g.Page, text)
		g.PressToGoOn(browser.Enter)
	} else {
		g.Follow(text)
	}
	g.fits()
}

func (g *guest) fits() {
	g.t.Helper()
	if out := g.TooWide(); out != "" {
		g.t.Errorf("%s does not fit a small phone: %s", g.Path(), out)
	}
}

func (g *guest) open(path string) {
	g.t.Helper()
	g.Goto(g.at.url + path)
	g.fits()
}

func (g *guest) acceptAnew() {
	g.open(g.at.invitation())
	expect(g.t, g.Page, http.StatusOK, "You are invited to a group", g.at.group.Name)
	g.goOn("Take the quiz")
}

func (g *guest) acceptBegun() {
	g.open(site.Home)
	g.goOn("Start")
	g.ChooseAt(1)
	g.goOn("Continue")
	g.open(g.at.invitation())
	g.goOn("Continue the quiz")
	if g.Path() != "/q/2" {
		g.t.Errorf("the quiz goes on at %s, without the answer given before", g.Path())
	}
}

func (g *guest) acceptInGerman() {
	g.open(site.InLanguage(g.at.invitation(), "de"))
	g.goOn("Zum Quiz")
	g.ChooseAt(1)
	g.goOn("Weiter")
	g.open(site.InLanguage(g.Path(), "en"))
}

func (g *guest) acceptForLater() {
	g.acceptAnew()
	g.ChooseAt(1)
	g.goOn("Continue")
	g.goOn("Save and finish later")
	link := g.Value("Private link")
	g.Page = browser.Open(g.t, browser.Options{Width: 320, Height: 640})
	g.Goto(link)
	g.fits()
	g.goOn("Continue")
}

// leaveNamed joins a group with names, looks at it as all six do, and leaves.
func (g *guest) leaveNamed(s *sixPeople) {
	g.goOn("Decide about joining")
	if g.keys {
		g.goOn("Join the group")
		expect(g.t, g.Page, http.StatusUnprocessableEntity, "Type the name", "Tick the box")
		tabTo(g.t, g.Page, "Your name in the group")
		g.Press("Z")
		tabTo(g.t, g.Page, "Yes, add my result")
		g.Press(browser.Space)
	} else {
		g.Fill("Your name in the group", "Z")
		g.Click("Yes, add my result to this group")
	}
	g.goOn("Join the group")
	for n, owner := range s.everybody() {
		g.open(site.Joining(owner, s.group.ID))
		expect(g.t, g.Page, http.StatusOK, "6 people")
		own := browser.Eval[[]string](g.Page, `[...document.querySelectorAll("circle.ring")].map(ring => ring.nextElementSibling.nextElementSibling.textContent)`)
		if len(own) == 0 || strings.Join(own, "") != strings.Repeat(s.name(n), len(own)) {
			g.t.Errorf("%s finds the ring around %q", s.name(n), own)
		}
	}
	g.goOn("Leave this group")
	s.left(g)
}

// leaveAnonymous is refused for answering in a hurry, joins, leaves and joins a
// group without names, and sees its picture once it is closed, as all six do.
func (g *guest) leaveAnonymous(s *sixPeople) {
	g.Says("look hurried")
	onFile(g.t, s.path, "UPDATE results SET is_hurried = 0 WHERE is_hurried = 1") // as if there had been time
	g.Reload()
	g.goOn("Decide about joining")
	g.Click("Yes, add my result to this group")
	g.goOn("Join the group")
	expect(g.t, g.Page, http.StatusOK, "You are in")
	g.goOn("Leave this group")
	s.left(g)
	g.open(site.Joining(s.sixth, s.group.ID))
	g.Click("Yes, add my result to this group")
	g.goOn("Join the group")
	for _, owner := range s.everybody() {
		g.open(site.Joining(owner, s.group.ID))
		expect(g.t, g.Page, http.StatusOK, "You are in")
		if g.Count("table") > 0 {
			g.t.Error("a group without names shows something before it is closed")
		}
	}
	g.open(site.Organiser(s.organiser))
	g.goOn("Close it and make the picture")
	g.goOn("Close it and make the picture")
	for _, owner := range s.everybody() {
		g.open(site.Joining(owner, s.group.ID))
		expect(g.t, g.Page, http.StatusOK, "6 people", "Preference by preference")
		if g.Path() != s.invitation() || g.Count("svg.people") > 0 {
			g.t.Errorf("%s shows where somebody stands", g.Path())
		}
	}
}

// sixPeople are a group with five members and somebody who is invited.
type sixPeople struct {
	url, path string
	group     quiz.Group
	organiser quiz.Organiser
	five      []quiz.Owner
	sixth     quiz.Owner
}

func fiveAndOne(t *testing.T, kind quiz.GroupKind) *sixPeople {
	t.Helper()
	s := &sixPeople{path: filepath.Join(t.TempDir(), "quiz.db")}
	s.url, _ = start(t, "--db="+s.path, "--groups=anyone")
	f := quiz.NewGroupForm("once")
	f.Kind, f.Name = string(kind), "Second-years"
	var err error
	s.group, s.organiser, err = quiz.NewGroup(f, quiz.LeastLeast, time.Now())
	ok(t, err)
	withStore(t, s.path, func(db *store.Store) {
		ok(t, db.AddGroup(t.Context(), s.group))
		for n := range 5 {
			owner := quiz.Owner{Day: 20_000}
			binary.BigEndian.PutUint64(owner.Secret[:], uint64(n))
			s.five = append(s.five, owner)
			r := storetest.Result(n)
			r.Hurried = false
			ok(t, db.AddResult(t.Context(), r))
			m, err := quiz.NewMember(s.group, r, quiz.JoinForm{Name: s.name(n), Consent: true}, time.Now())
			ok(t, err)
			ok(t, db.JoinGroup(t.Context(), m, time.Now()))
		}
	})
	return s
}

func (s *sixPeople) invitation() string { return site.Group(s.group.Invitation) }

func (s *sixPeople) everybody() []quiz.Owner { return append(s.five[:5:5], s.sixth) }

// name is a letter, as a dot shows it.
func (s *sixPeople) name(n int) string { return "ABCDEZ"[n : n+1] }

// left checks that somebody is out of the group and is not asked again.
func (s *sixPeople) left(g *guest) {
	g.t.Helper()
	if text := g.Text("main"); g.Path() != site.Result(s.sixth) || strings.Contains(text, s.group.Name) {
		g.t.Errorf("whoever left reads at %s of the group", g.Path())
	}
}

// ownerAt is the owner of the result at a path.
func ownerAt(t *testing.T, path string) quiz.Owner {
	t.Helper()
	owner, err := quiz.ParseOwner(strings.TrimPrefix(path, "/result/"))
	ok(t, err)
	return owner
}
