package insight

import (
	"math"
	"math/rand/v2"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// form is how takers are asked: all questions or the short form.
type form func(m *score.Model, all quiz.Answers, rng *rand.Rand) quiz.Answers

func full(_ *score.Model, all quiz.Answers, _ *rand.Rand) quiz.Answers { return all }

func short(m *score.Model, all quiz.Answers, rng *rand.Rand) quiz.Answers {
	got, _ := m.Short(all, quiz.Shuffle(rng.Uint64()).Lot)
	return got
}

// asked are n people of each role as from has them, who are asked v.
func asked(v, from *quiz.Version, n int, ask form, seed uint64) []person {
	m, who, rng := score.New(v), score.New(from), rand.New(rand.NewPCG(seed, 1))
	var people []person
	for i := range n * len(v.Roles) {
		role := i % len(v.Roles)
		people = append(people, person{role: role, answers: ask(m, who.Play(role, rng), rng), suits: 1})
	}
	return people
}

// moves is how far each mean that counts moves, role by role.
type moves [][]float64

// proposed are the moves that weigh the means as they are like that many people.
func proposed(v *quiz.Version, people []person, prior float64) (by, se moves) {
	for i, s := range allBut(nobody, sumsOf(v, score.New(v), people)) {
		move, error := s.shift(profiles(v, v.Roles[i]), prior)
		by, se = append(by, move), append(se, error)
	}
	return by, se
}

// meansOfT are the moves to the mean position of the people in a role, which is
// no estimate of where they stand: the control.
func meansOfT(v *quiz.Version, people []person) moves {
	m := score.New(v)
	var by moves
	for i, r := range v.Roles {
		sum, n := make([]float64, len(v.Dimensions)), make([]float64, len(v.Dimensions))
		for _, p := range people {
			if p.role != i {
				continue
			}
			for d, x := range m.Score(p.answers).Dimensions {
				if x.Info > 0 {
					sum[d] += x.T
					n[d]++
				}
			}
		}
		for d, profile := range profiles(v, r) {
			sum[d] = sum[d]/max(n[d], 1) - profile.Mean
		}
		by = append(by, sum)
	}
	return by
}

// outward is how far the means that count move away from 0 on average, and the
// longest move of one, either way.
func (by moves) outward(v *quiz.Version) (mean, longest float64) {
	n := 0.0
	for i, r := range v.Roles {
		for d, profile := range profiles(v, r) {
			if profile.Weight > 0 {
				mean += math.Copysign(by[i][d], by[i][d]*profile.Mean)
				longest = max(longest, math.Abs(by[i][d]))
				n++
			}
		}
	}
	return mean / n, longest
}

// almostNone is a prior that weighs nothing and keeps what nobody answered known.
const almostNone = 1e-6

func TestPeopleWhoAreAsTheVersionHasThemLeaveItsMeansWhereTheyAre(t *testing.T) {
	v := content.First()
	for _, c := range []struct {
		name          string
		ask           form
		n             int // in each role
		mean, longest float64
		control       float64 // what the mean position moves outward, at least
	}{
		{"the short form", short, 1000, .03, .15, .06},
		{"the full form", full, 10000, .01, .04, .02},
	} {
		people := asked(v, v, c.n, c.ask, 11)
		by, _ := proposed(v, people, almostNone)
		mean, longest := by.outward(v)
		old, oldLongest := meansOfT(v, people).outward(v)
		t.Logf("%s, %d people: outward %.3f, longest %.3f; the mean of t %.3f, %.3f", c.name, len(people), mean, longest, old, oldLongest)
		if !(math.Abs(mean) <= c.mean && longest <= c.longest) {
			t.Errorf("%s moves means outward by %.3f on average and one by %.3f, want at most %v and %v", c.name, mean, longest, c.mean, c.longest)
		}
		if old <= c.control {
			t.Errorf("of %s the mean position moves by %.3f only, so this test finds nothing", c.name, old)
		}
	}
}

func TestPeopleWhoStandElsewhereMoveTheMeansThere(t *testing.T) {
	v := content.First()
	from, by := v.Clone(), []float64{.4, -.3, 0, .3, -.4, .2, 0, -.2}
	for i, r := range from.Roles {
		for d, dimension := range v.Dimensions {
			p := r.Profile[dimension.Key]
			p.Mean += by[(d+i)%len(by)]
			r.Profile[dimension.Key] = p
		}
	}
	for name, ask := range map[string]form{"full": full, "short": short} {
		got, se := proposed(v, asked(v, from, 1500, ask, 12), almostNone)
		for i := range v.Roles {
			for d, dimension := range v.Dimensions {
				if v.Scored(dimension.Key) { // the short form asks nothing about others
					near(t, name+" form, "+v.Roles[i].Key+" on "+dimension.Key, got[i][d], by[(d+i)%len(by)], 3.5*se[i][d])
				}
			}
		}
	}
}

// Half of the people like their job and half do not. With published means that
// are certain, proposals differ by chance alone.
func TestTheErrorOfAMeanIsHowFarProposalsFromOtherPeopleDiffer(t *testing.T) {
	v := content.First()
	for _, r := range v.Roles {
		for d, p := range r.Profile {
			p.SE = 0
			r.Profile[d] = p
		}
	}
	square, n := 0.0, 0.0
	for crowd := range uint64(40) {
		people := asked(v, v, 100, full, 100+crowd)
		for i := range people {
			people[i].suits = []float64{1, 1, .2, .2}[i%4]
		}
		by, se := proposed(v, people, PriorPeople)
		for i := range by {
			for d, x := range by[i] {
				square += x * x / (se[i][d] * se[i][d])
				n++
			}
		}
	}
	t.Logf("proposals differ by %.3f of their standard error", math.Sqrt(square/n))
	near(t, "how far proposals differ, in standard errors,", math.Sqrt(square/n), 1, .1)
}

func TestWithoutPeopleAMeanAndItsErrorStayAsTheyAre(t *testing.T) {
	v := content.First()
	by, se := proposed(v, nil, PriorPeople)
	for i, r := range v.Roles {
		for d, p := range profiles(v, r) {
			near(t, "the move", by[i][d], 0, 0)
			near(t, "the error", se[i][d], p.SE, 1e-12)
		}
	}
}
