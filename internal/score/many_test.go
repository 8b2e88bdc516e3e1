package score

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/internal/test/former"
	"whichpm/internal/test/long"
)

// crowded is the former content with so many made-up roles, whose means stray
// from the middle by that much.
func crowded(t testing.TB, roles int, apart float64) *quiz.Version {
	t.Helper()
	v := former.First(t)
	rng := dice(uint64(roles))
	pattern := v.Roles[0]
	v.Roles = nil
	for i := range roles {
		role := pattern
		role.Key, role.Prior = fmt.Sprintf("role_%d", i+1), 1/float64(roles)
		role.Profile = maps.Clone(pattern.Profile)
		for _, d := range v.Dimensions {
			p := role.Profile[d.Key]
			if p.Weight > 0 {
				p.Mean, p.Weight = apart*rng.NormFloat64(), 1
			}
			role.Profile[d.Key] = p
		}
		v.Roles = append(v.Roles, role)
	}
	return v
}

// eachCrowd runs a test with few roles and many, alike and far apart.
func eachCrowd(t *testing.T, test func(t *testing.T, v *quiz.Version, m *Model, rng *rand.Rand)) {
	t.Helper()
	for _, roles := range []int{3, 5, 8, 12} {
		for _, apart := range []float64{.35, .8} {
			t.Run(fmt.Sprintf("%d roles, means %.2f apart", roles, apart), func(t *testing.T) {
				t.Parallel()
				v := crowded(t, roles, apart)
				test(t, v, New(v), dice(31))
			})
		}
	}
}

func TestAmongManyRolesARoleIsNamedOnlyWhereItIsMoreOftenRightThanWrong(t *testing.T) {
	eachCrowd(t, func(t *testing.T, v *quiz.Version, m *Model, rng *rand.Rand) {
		const few = 200
		takers := long.Pick(2400, 20_000)
		got, right := map[quiz.Verdict]int{}, map[quiz.Verdict]int{}
		for i := range takers {
			role := i % len(v.Roles)
			r := m.Score(m.Play(role, rng))
			got[r.Verdict]++
			if says := m.says(r.Posterior); slices.Contains(says.named, role) {
				right[r.Verdict]++
			}
		}
		t.Logf("got %v, right %v", got, right)
		for verdict, least := range map[quiz.Verdict]float64{quiz.Balanced: .55, quiz.Leaning: .50, quiz.Clear: .65} {
			if share := float64(right[verdict]) / float64(max(got[verdict], 1)); got[verdict] >= few && share < least {
				t.Errorf("%s is right for %.3f, want %.2f", verdict, share, least)
			}
		}
		if share := float64(got[quiz.Balanced]) / float64(takers); len(v.Roles) == 12 && share > .55 {
			t.Errorf("%.3f are told that they are balanced", share)
		}
	})
}

func TestAmongManyRolesTheShortFormHardlyEverNamesAnother(t *testing.T) {
	eachCrowd(t, func(t *testing.T, v *quiz.Version, m *Model, rng *rand.Rand) {
		takers := long.Pick(300, 1000)
		flips, asked := 0, 0
		for i := range takers {
			a := m.Play(i%len(v.Roles), rng)
			short, questions := m.Short(a, lots(rng))
			asked += len(questions)
			if m.Score(short).Top != m.Score(a).Top {
				flips++
			}
		}
		t.Logf("%.1f questions, %d of %d others", float64(asked)/float64(takers), flips, takers)
		if stop := v.Settings.ShortFlipStop; float64(flips) > stop*float64(takers) { // what the setting promises
			t.Errorf("the full form puts another role first for %d of %d", flips, takers)
		}
	})
}

func TestAmongManyRolesTheChancesOfAChangeAreWhatHappens(t *testing.T) {
	eachCrowd(t, func(t *testing.T, v *quiz.Version, m *Model, rng *rand.Rand) {
		takers := uint64(long.Pick(600, 3000))
		order := scoring(v)
		toldFirst, first, toldHeadline, headline := 0.0, 0.0, 0.0, 0.0
		for i := range takers {
			all := m.Play(rng.IntN(len(v.Roles)), rng)
			rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			half, part := len(order)/2, v.NoAnswers()
			for _, q := range order[:half] {
				part[q] = all[q]
			}
			f, h := m.Outlook(part).Changes(order[half:], i)
			toldFirst += f / float64(takers)
			toldHeadline += h / float64(takers)
			now, then := m.says(m.Score(part).Posterior), m.says(m.Score(all).Posterior)
			if now.top != then.top {
				first += 1 / float64(takers)
			}
			if !now.same(then) {
				headline += 1 / float64(takers)
			}
		}
		t.Logf("first told %.3f, happened %.3f; headline told %.3f, happened %.3f", toldFirst, first, toldHeadline, headline)
		near(t, "share whose first role changes", first, toldFirst, .05)
		near(t, "share whose headline changes", headline, toldHeadline, .05)
	})
}

func TestAmongManyRolesTheAnswersThatWouldChangeItDo(t *testing.T) {
	eachCrowd(t, func(t *testing.T, v *quiz.Version, m *Model, rng *rand.Rand) {
		for i := range 400 {
			a := m.Play(i%len(v.Roles), rng)
			if i%2 == 0 {
				a, _ = m.Short(a, lots(rng))
			}
			turn := m.WouldChange(a)
			changed := slices.Clone(a)
			for _, change := range turn.Changes {
				changed[change.Question] = change.To
			}
			if len(turn.Changes) == 0 || m.Score(changed).Top != turn.Top || turn.Top == m.Score(a).Top {
				t.Fatalf("taker %d: %d changes put role %d first, told %d", i, len(turn.Changes), m.Score(changed).Top, turn.Top)
			}
		}
	})
}

// All ways to change one answer or two are tried.
func TestAmongManyRolesHardlyEverFewerAnswersWouldChangeIt(t *testing.T) {
	eachCrowd(t, func(t *testing.T, v *quiz.Version, m *Model, rng *rand.Rand) {
		takers := long.Pick(10, 40)
		missed := 0
		for i := range takers {
			a := m.Play(i%len(v.Roles), rng)
			told, fewest := len(m.WouldChange(a).Changes), m.fewestUpToTwo(a)
			if fewest > 0 && told != fewest || fewest == 0 && told <= 2 {
				missed++
			}
		}
		if missed > max(takers/20, 1) {
			t.Errorf("fewer would do for %d of %d", missed, takers)
		}
	})
}

// fewestUpToTwo is 1 or 2 where so many changes put another role first, else 0.
func (m *Model) fewestUpToTwo(a quiz.Answers) int {
	w, top, fewest := m.newWorkspace(), m.Score(a).Top, 0
	var try func(from, changes int)
	try = func(from, changes int) {
		for q := from; q < len(a); q++ {
			kept := a[q]
			if kept == quiz.NoAnswer || !m.counts(m.items[q]) {
				continue
			}
			for option := range m.items[q].options {
				if a[q] = option; option == kept {
					continue
				}
				clear(w.info)
				clear(w.sum)
				m.gather(w, a)
				if m.weigh(w); w.top != top && (fewest == 0 || changes < fewest) {
					fewest = changes
				}
				if changes < 2 && fewest != 1 {
					try(q+1, changes+1)
				}
			}
			a[q] = kept
		}
	}
	try(0, 1)
	return fewest
}
