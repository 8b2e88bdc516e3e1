package insight_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

func meanOf(t *testing.T, p insight.Proposal, role, dimension string) insight.Change {
	t.Helper()
	i := slices.IndexFunc(p.Means, func(c insight.Change) bool { return c.Role == role && c.Dimension == dimension })
	if i < 0 {
		t.Fatalf("nothing is proposed for %s on %s", role, dimension)
	}
	return p.Means[i]
}

// Worked by hand: answers of small stand 0.0850 from 0 on average in a role whose
// mean is .2, follow the trait with a slope of .4236 and have a variance of .3946.
// A person so tells .4236²/.3946 = .4548 of what would be known if all were.
func TestAMeanMovesByTheFormula(t *testing.T) {
	c := sample{v: small()}
	c.many(20, "host", 3, 4) // y = .5, v = .8
	c.many(30, "host", 2, 4) // y = 0
	c.many(5, "smith", 1, 5) // y = -.5
	c.many(45, "smith", 2, 5)
	p := insight.Propose(c.v, c.list)

	host := meanOf(t, p, "host", "people")
	closeTo(t, "the host's mean", host.New, .272, 0) // .2 + .8·.4236/.3946·(20·.5 - 50·.0850) / (50 + 40·.4548)
	closeTo(t, "its error", host.SE, math.Sqrt(5*5+32*.454789382)/(50+40*.454789382), 1e-9)
	if host.N != 50 || host.Limited || host.Field != "roles.host.profile.people.mean" {
		t.Errorf("the host has %+v", host)
	}
	smith := meanOf(t, p, "smith", "people")
	closeTo(t, "the smith's mean", smith.New, -.174, 0) // -.2 + .4236/.3946·(-2.5 + 50·.0850) / (50 + 50·.4548)
	closeTo(t, "its error", smith.SE, math.Sqrt(5*5+50*.454789382)/(50+50*.454789382), 1e-9)
}

func TestAMeanMovesAtMostSoFarInARound(t *testing.T) {
	c := sample{v: small()}
	c.many(50, "host", 4, 5)
	c.many(50, "smith", 0, 5)
	p := insight.Propose(c.v, c.list)
	for role, want := range map[string]float64{"host": .35, "smith": -.35} {
		if got := meanOf(t, p, role, "people"); !got.Limited || got.New != want {
			t.Errorf("the %s has %+v, want %v", role, got, want)
		}
	}
	c.v.Roles[0].Profile["people"] = quiz.Profile{Mean: 2.99, Spread: 1, Weight: 1}
	c.v.Roles[1].Profile["people"] = quiz.Profile{Mean: -.12345, Spread: 1, Weight: 1}
	c.list = nil
	c.many(5000, "host", 4, 5)
	c.many(50, "smith", 0, 5)
	p = insight.Propose(c.v, c.list)
	closeTo(t, "a mean near the most there is", meanOf(t, p, "host", "people").New, 3, 0)
	closeTo(t, "a mean with many decimals", meanOf(t, p, "smith", "people").New, -.273, 0)
}

func TestPlantedShiftsAreFound(t *testing.T) {
	v := content.First()
	v.ID = 7
	planted := v.Clone()
	shift := map[string]float64{v.Roles[0].Key: .3, v.Roles[1].Key: -.3}
	on := v.Dimensions[1].Key
	for _, r := range planted.Roles {
		profile := r.Profile[on]
		profile.Mean += shift[r.Key]
		r.Profile[on] = profile
	}
	c := sample{v: v}
	c.drawn(400, planted, 3)
	p := insight.Propose(v, c.list)
	if obstacles := p.Obstacles(); len(obstacles) > 0 {
		t.Errorf("what holds may not be accepted: %v", obstacles)
	}
	for role, by := range shift {
		got := meanOf(t, p, role, on)
		if (got.New-got.Old)*by < .1*math.Abs(by) {
			t.Errorf("%s was moved by %v and the proposal moves it from %v to %v", role, by, got.Old, got.New)
		}
	}
	for _, m := range p.Means {
		if m.Dimension != on && math.Abs(m.New-m.Old) > .1 {
			t.Errorf("%s is right and moves from %v to %v", m.Field, m.Old, m.New)
		}
	}
}

func TestADimensionNobodyAnsweredStaysAsItIs(t *testing.T) {
	v := content.First()
	v.ID = 7
	planted := v.Clone()
	for _, r := range planted.Roles {
		for d, p := range r.Profile {
			p.Mean += .3
			r.Profile[d] = p
		}
	}
	for q := range v.Questions {
		v.Questions[q].Retired = v.Questions[q].Loads("spark")
	}
	c := sample{v: v}
	c.drawn(200, planted, 6) // what they answered to retired questions does not count
	p := insight.Propose(v, c.list)
	for _, m := range p.Means {
		se := v.Roles[v.RoleIndex(m.Role)].Profile[m.Dimension].SE
		if m.Dimension == "spark" && (m.Moves() || m.N != 0 || m.Limited || math.Abs(m.SE-se) > 1e-12) {
			t.Errorf("nobody answered and there is %+v", m)
		}
		if m.Dimension != "spark" && (m.New <= m.Old || m.N != 200 || m.SE >= se) {
			t.Errorf("all answered and there is %+v, from an error of %v", m, se)
		}
	}
}

func TestPeopleCountAsMuchAsTheJobSuitsThem(t *testing.T) {
	moved := func(suits int) float64 {
		c := sample{v: small()}
		c.many(20, "host", 3, suits)
		c.many(30, "host", 2, suits)
		c.many(50, "smith", 2, 5)
		host := meanOf(t, insight.Propose(c.v, c.list), "host", "people")
		return host.New - host.Old
	}
	if well, badly := moved(5), moved(1); !(badly > 0 && badly < well/2) {
		t.Errorf("people the job suits move the mean by %v, others by %v", well, badly)
	}
}

func TestNothingIsProposedWhileARoleHasTooFewPeople(t *testing.T) {
	c := sample{v: small()}
	c.many(80, "host", 3, 5)
	c.many(49, "smith", 1, 5)
	p := insight.Propose(c.v, c.list)
	if p.Ready() || len(p.Changes()) > 0 || !slices.Equal(p.Obstacles(), []insight.Obstacle{insight.ObstacleFew}) {
		t.Errorf("49 people lead to %+v", p)
	}
	if p.Roles[1].N != 49 {
		t.Errorf("%d people count", p.Roles[1].N)
	}
	c.many(1, "smith", 1, 5)
	if p = insight.Propose(c.v, c.list); !p.Ready() || len(p.Changes()) != 5 {
		t.Errorf("50 people lead to %+v", p)
	}
}

func TestWhoHurriedOrIsNewToTheJobMovesNothing(t *testing.T) {
	c := sample{v: small()}
	c.many(60, "host", 3, 5)
	c.many(60, "smith", 1, 5)
	before := insight.Propose(c.v, c.list)
	for range 30 {
		c.add("host", quiz.Answers{0}, 5).Result.Hurried = true
		c.add("smith", quiz.Answers{4}, 5).Outcome.Years = 0
		c.add(quiz.OtherRole, quiz.Answers{4}, 5)
		c.add("host", quiz.Answers{0}, 5).Result.Version = 6
		c.add("host", quiz.Answers{0}, 5).Result.Deleted = true
		c.add("nobody", quiz.Answers{0}, 5)
	}
	after := insight.Propose(c.v, c.list)
	if want := (insight.LeftOut{Hurried: 30, Short: 30, Other: 30}); after.LeftOut != want {
		t.Errorf("left out are %+v, want %+v", after.LeftOut, want)
	}
	after.LeftOut = before.LeftOut
	if after.Fingerprint() != before.Fingerprint() {
		t.Errorf("the proposal was\n%+v\nand is\n%+v", before, after)
	}
}

func TestTheOrderOfTheOutcomesDoesNotMatter(t *testing.T) {
	v := content.First()
	v.ID = 7
	c := sample{v: v}
	c.drawn(60, v, 5)
	before := insight.Propose(v, c.list).Fingerprint()
	slices.Reverse(c.list)
	if insight.Propose(v, c.list).Fingerprint() != before {
		t.Error("read in another order, the proposal is another")
	}
	c.list[0].Outcome.Suits = 1
	if insight.Propose(v, c.list).Fingerprint() == before {
		t.Error("another outcome has the same fingerprint")
	}
}

func TestAProposalThatPredictsOthersWorseIsRefused(t *testing.T) {
	v := content.First()
	v.ID = 7
	worse, better := 0, 0
	for seed := range uint64(12) { // the version is right: what 50 people say is mostly chance
		c := sample{v: v}
		c.drawn(50, v, seed)
		p := insight.Propose(v, c.list)
		refused := slices.Contains(p.Obstacles(), insight.ObstacleWorse)
		if refused != (p.Loss.New > p.Loss.Old) {
			t.Errorf("log loss goes from %v to %v, refused: %v", p.Loss.Old, p.Loss.New, refused)
		}
		if refused {
			worse++
		} else {
			better++
		}
	}
	t.Logf("refused %d of %d", worse, worse+better)
	if worse == 0 {
		t.Error("none was refused")
	}
}

func TestEachPersonIsPredictedFromTheOthersOnly(t *testing.T) {
	c := sample{v: small()}
	c.many(60, "host", 3, 5)
	c.many(60, "smith", 1, 5)
	p := insight.Propose(c.v, c.list)
	model, want := score.New(c.v), 0.0
	for _, r := range c.list {
		answers, _ := c.v.AnswersFromText(r.Result.Answers)
		want -= math.Log(model.Score(answers).Posterior[c.v.RoleIndex(r.Outcome.Role)]) / 120
	}
	closeTo(t, "log loss as it is", p.Loss.Old, want, 1e-12)
	if p.Loss.N != 120 || p.Loss.New >= p.Loss.Old {
		t.Errorf("roles that answers tell apart lead to %+v", p.Loss)
	}
}

func TestPriorsAddUpAndStayWithinWhatAVersionMayHold(t *testing.T) {
	v := content.First()
	v.ID = 7
	third := v.Roles[1].Clone()
	third.Key, third.Name = "third", "Third"
	v.Roles = append(v.Roles, third)
	v.Roles[0].Prior, v.Roles[1].Prior, v.Roles[2].Prior = .996, .003, .001
	c := sample{v: v}
	c.drawn(50, v, 9)
	p := insight.Propose(v, c.list)
	draft := v.Clone()
	p.Apply(draft, time.Now())
	if problems := draft.Validate(); len(problems) > 0 {
		t.Errorf("the draft cannot be kept: %v", problems)
	}
}
