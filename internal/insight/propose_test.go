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

func TestAMeanMovesByTheFormula(t *testing.T) {
	c := sample{v: small()}
	c.many(20, "host", 3, 4) // t = 1, v = .8
	c.many(30, "host", 2, 4) // t = 0
	c.many(10, "smith", 1, 5)
	c.many(40, "smith", 2, 5)
	p := insight.Propose(c.v, c.list)

	host := meanOf(t, p, "host", "people")
	closeTo(t, "the host's mean", host.New, .289, 0) // (50·.2 + 16) / (50 + 40)
	closeTo(t, "its error", host.SE, math.Sqrt(5*5+32*.24*50/49)/90, 1e-12)
	if host.N != 50 || host.Limited || host.Field != "roles.host.profile.people.mean" {
		t.Errorf("the host has %+v", host)
	}
	smith := meanOf(t, p, "smith", "people")
	closeTo(t, "the smith's mean", smith.New, -.2, 0) // (50·-.2 - 10) / 100
	if smith.Moves() {
		t.Error("a mean that is right moves")
	}
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
	closeTo(t, "a mean in the middle", meanOf(t, p, "host", "people").New, 2.84, 0)
	closeTo(t, "a mean with many decimals", meanOf(t, p, "smith", "people").New, -.273, 0)
}

func TestPlantedShiftsAreFoundByTheFormula(t *testing.T) {
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
	model := score.New(v)
	for _, m := range p.Means {
		sum, n := 0.0, 0.0
		for _, r := range c.list {
			answers, err := v.AnswersFromText(r.Result.Answers)
			if err != nil {
				t.Fatal(err)
			}
			if d := model.Score(answers).Dimensions[v.DimensionIndex(m.Dimension)]; r.Outcome.Role == m.Role && d.Info > 0 {
				sum += d.T
				n++
			}
		}
		want := min(max((50*m.Old+sum)/(50+n), m.Old-.15), m.Old+.15)
		closeTo(t, m.Field, m.New, want, .00051)
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
