package insight_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

var november = time.Date(2026, time.November, 30, 23, 0, 0, 0, time.UTC)

// moving is a proposal that moves both means of small, the discount and the
// priors.
func moving(t *testing.T) (*quiz.Version, insight.Proposal) {
	t.Helper()
	c := sample{v: small()}
	c.many(90, "host", 4, 5)
	c.many(60, "smith", 0, 5)
	p := insight.Propose(c.v, c.list)
	for _, change := range p.Changes() {
		if !change.Moves() {
			t.Fatalf("%s stays", change.Field)
		}
	}
	return c.v, p
}

func TestAnAcceptedProposalChangesTheNumbersAndSaysSoInTheSource(t *testing.T) {
	v, p := moving(t)
	draft := v.Clone()
	applied := p.Apply(draft, november)
	if len(applied.Set) != 5 || len(applied.Left) > 0 || len(applied.Already) > 0 {
		t.Errorf("it says %+v", applied)
	}
	want := v.Clone()
	want.Settings.Discount = p.Discount.New
	for i, c := range p.Means {
		profile := want.Roles[i].Profile["people"]
		profile.Mean = c.New
		want.Roles[i].Profile["people"] = profile
		want.Roles[i].Prior = p.Priors[i].New
	}
	setSource(want, 0, "A survey; moved by 90 reports, November 2026")
	setSource(want, 1, "Moved by 60 reports, November 2026")
	if diff := quiz.Diff(want, draft); len(diff) > 0 {
		t.Errorf("the draft differs from what was expected: %+v", diff)
	}
	again := p.Apply(draft, november)
	if len(again.Already) != 5 || len(again.Set)+len(again.Left) > 0 || len(quiz.Diff(want, draft)) > 0 {
		t.Errorf("applied again, it says %+v", again)
	}
}

func setSource(v *quiz.Version, role int, source string) {
	profile := v.Roles[role].Profile["people"]
	profile.Source = source
	v.Roles[role].Profile["people"] = profile
}

func TestWhatTheDraftHasChangedIsLeftAlone(t *testing.T) {
	v, p := moving(t)
	draft := v.Clone()
	profile := draft.Roles[0].Profile["people"]
	profile.Mean = .5
	draft.Roles[0].Profile["people"] = profile
	draft.Roles[0].Prior, draft.Roles[1].Prior = .6, .4
	applied := p.Apply(draft, november)
	if got := fields(applied.Left); got != "roles.host.profile.people.mean roles.host.prior roles.smith.prior" {
		t.Errorf("left alone are %s", got)
	}
	if got := fields(applied.Set); got != "roles.smith.profile.people.mean settings.discount" {
		t.Errorf("set are %s", got)
	}
	if draft.Roles[0].Profile["people"] != profile || draft.Roles[0].Prior != .6 {
		t.Error("what was edited was changed")
	}

	gone := v.Clone()
	gone.Roles[1].Key = "farrier"
	delete(gone.Roles[0].Profile, "people")
	applied = p.Apply(gone, november)
	if got := fields(applied.Set); got != "settings.discount" {
		t.Errorf("without the places there were, set are %s", got)
	}
}

func fields(changes []insight.Change) string {
	var list []string
	for _, c := range changes {
		list = append(list, c.Field)
	}
	return strings.Join(list, " ")
}

func TestASourceThatWouldGetTooLongIsCut(t *testing.T) {
	v, p := moving(t)
	draft := v.Clone()
	setSource(draft, 0, strings.Repeat("ä", 1000))
	p.Apply(draft, november)
	source := draft.Roles[0].Profile["people"].Source
	if n := utf8.RuneCountInString(source); n != 1000 || !strings.HasSuffix(source, "ä…; moved by 90 reports, November 2026") {
		t.Errorf("the source has %d characters and ends with %q", n, source[len(source)-60:])
	}
}

func TestANoteOfAnEarlierRoundIsReplaced(t *testing.T) {
	v, p := moving(t)
	for before, want := range map[string]string{
		"A survey; moved by 1234 reports, May 2025":                                "A survey; moved by 90 reports, November 2026",
		"Moved by 60 reports, November 2025":                                       "Moved by 90 reports, November 2026",
		"Moved by 60 reports, May 2025; and an interview":                          "and an interview; moved by 90 reports, November 2026",
		"A; moved by 1 report, May 2024; moved by 60 reports, May 2025; see below": "A; see below; moved by 90 reports, November 2026",
		"Nobody was moved by 60 reports":                                           "Nobody was moved by 60 reports; moved by 90 reports, November 2026",
	} {
		draft := v.Clone()
		setSource(draft, 0, before)
		p.Apply(draft, november)
		if got := draft.Roles[0].Profile["people"].Source; got != want {
			t.Errorf("%q becomes %q, want %q", before, got, want)
		}
	}
}

func TestALongSourceIsCutAtAWordAndStaysSoInLaterRounds(t *testing.T) {
	v, p := moving(t)
	source := strings.TrimSpace(strings.Repeat("Holland, codes. ", 70))[:1000]
	for round := range 24 { // months of different length
		draft := v.Clone()
		setSource(draft, 0, source)
		p.Apply(draft, november.AddDate(0, round, 0))
		source = draft.Roles[0].Profile["people"].Source
		if problems := draft.Validate(); len(problems) > 0 {
			t.Fatalf("after %d rounds: %v", round, problems)
		}
		said, _, _ := strings.Cut(source, "…; moved by 90 reports, ")
		if last := said[strings.LastIndex(said, " ")+1:]; strings.Count(source, "moved by") != 1 || strings.Count(source, "…") != 1 || len(said) < 900 || last != "codes" && last != "Holland" {
			t.Fatalf("after %d rounds it ends with %q", round, source[len(source)-80:])
		}
	}
}
