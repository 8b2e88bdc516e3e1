package quiz_test

import (
	"errors"
	"testing"

	"whichpm/internal/quiz"
)

// inBoth gives a text of the draft its German.
func inBoth(v *quiz.Version, field, text, german string) {
	v.Translations["de"][field] = quiz.Translated{Text: german, Of: quiz.Fingerprint(text), Reviewed: true}
}

func TestATurnedPairSaysTheSameTheOtherWayRound(t *testing.T) {
	v := draft(t)
	i := v.QuestionIndex("sp")
	before := v.Questions[i].Clone()
	inBoth(v, "questions.sp.left", before.Left, "links")
	inBoth(v, "questions.sp.right", before.Right, "rechts")
	v.Scenarios[0].Answers["sp"] = 0
	must(t, v.TurnSides("sp"))
	sound(t, v)
	q := v.Questions[i]
	if q.Left != before.Right || q.Right != before.Left || q.Options[0].Label != before.Options[0].Label {
		t.Errorf("got %+v", q)
	}
	for o := range q.Options {
		if got, want := q.Options[o].Loadings["spark"], before.Options[4-o].Loadings["spark"]; got != want {
			t.Errorf("step %d counts %v, want %v", o, got, want)
		}
	}
	if v.Scenarios[0].Answers["sp"] != 4 {
		t.Errorf("the scenario answers %d", v.Scenarios[0].Answers["sp"])
	}
	if de := v.Translations["de"]; de["questions.sp.left"].Text != "rechts" || de["questions.sp.right"].Text != "links" || !de["questions.sp.left"].Reviewed {
		t.Errorf("in German %+v", de["questions.sp.left"])
	}
	if _, outdated := v.Missing("de"); len(outdated) > 0 {
		t.Errorf("outdated is %v", outdated)
	}
	must(t, v.TurnSides("sp"))
	if q := v.Questions[i]; q.Left != before.Left || q.Options[0].Loadings["spark"] != before.Options[0].Loadings["spark"] {
		t.Error("turned twice it is another pair")
	}
	refused(t, v.TurnSides("h1"), "questions.h1")
}

func TestAWayToActMovesWithAllThatIsItsOwn(t *testing.T) {
	v := draft(t)
	i := v.QuestionIndex("c1")
	before := v.Questions[i].Clone()
	inBoth(v, "questions.c1.options.0.label", before.Options[0].Label, "zuerst")
	v.Scenarios[0].Answers["c1"] = 0
	must(t, v.MoveOption("c1", 0, 2))
	sound(t, v)
	q := v.Questions[i]
	if q.Options[2].Label != before.Options[0].Label || q.Options[0].Label != before.Options[1].Label {
		t.Errorf("got %+v", q.Options)
	}
	if v.Scenarios[0].Answers["c1"] != 2 || v.Translations["de"]["questions.c1.options.2.label"].Text != "zuerst" {
		t.Error("its answers or its German stayed behind")
	}
	refused(t, v.MoveOption("sp", 0, 1), "questions.sp")
	if err := v.MoveOption("c1", 0, 9); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

func TestAMirroredStatementSpeaksForTheOtherEnd(t *testing.T) {
	v := draft(t)
	i := v.QuestionIndex("h1")
	before := v.Questions[i].Clone()
	v.Scenarios[0].Answers["h1"] = 4
	must(t, v.Mirror("h1", "I take it day by day."))
	sound(t, v)
	q := v.Questions[i]
	if d, positive, ok := q.SpeaksFor(); d != "horizon" || positive || !ok || q.Text != "I take it day by day." {
		t.Errorf("it speaks for %s %v, and says %q", d, positive, q.Text)
	}
	if q.Options[4].Label != before.Options[4].Label || v.Scenarios[0].Answers["h1"] != 0 {
		t.Error("its steps have other names, or the person of the scenario thinks otherwise")
	}
	must(t, v.Mirror("h1", q.Text))
	if v.Scenarios[0].Answers["h1"] != 0 {
		t.Error("in the same words somebody else agrees")
	}
	refused(t, v.Mirror("sp", "No."), "questions.sp")
}

func TestACopiedRoleIsTheFirstOneWithAnotherNameUntilItIsEdited(t *testing.T) {
	v := draft(t)
	first := v.Roles[0]
	key, err := v.CopyRole(first.Key, "Agile coach")
	must(t, err)
	sound(t, v)
	r := v.Roles[v.RoleIndex(key)]
	if r.Name != "Agile coach" || r.Content.Summary != first.Content.Summary || r.Profile["lens"].Mean != first.Profile["lens"].Mean {
		t.Errorf("got %+v", r)
	}
	if r.Profile["lens"].Source != "" || v.Roles[0].Profile["lens"].Source == "" {
		t.Error("where the first one stands comes from elsewhere")
	}
	r.Content.Skills[0] = "Other"
	if first.Content.Skills[0] == "Other" {
		t.Error("they share a list")
	}
	de := v.Translations["de"]
	if got, want := de["roles."+key+".content.summary"], de["roles."+first.Key+".content.summary"]; got.Text != want.Text || got.Reviewed {
		t.Errorf("its German is %+v", got)
	}
	if _, named := de["roles."+key+".name"]; named {
		t.Error("its name is that of the other role in German")
	}
	if _, err := v.CopyRole("nobody", "Other"); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

func TestTheShareOfARoleLeavesTheRestToTheOthersAsBefore(t *testing.T) {
	v := draft(t)
	key, err := v.AddRole("Agile coach")
	must(t, err)
	must(t, v.SetPriors(map[string]float64{v.Roles[0].Key: 3, v.Roles[1].Key: 1, key: 1}))
	must(t, v.SetShare(key, 60))
	if a, b := v.Roles[0].Prior, v.Roles[1].Prior; v.Roles[2].Prior != .6 || a != .3 || b != .1 {
		t.Errorf("got %v, %v and %v", a, b, v.Roles[2].Prior)
	}
	for _, share := range []float64{0, 100, -1} {
		refused(t, v.SetShare(key, share), "roles."+key+".prior")
	}
	sound(t, v)
	v.Roles[2].Prior, v.Roles[0].Prior = .333333, .566667
	must(t, v.SetShare(key, quiz.ShareOf(.333333)))
	if v.Roles[2].Prior != .333333 {
		t.Errorf("a share that comes back as it was shown is %v", v.Roles[2].Prior)
	}
}
