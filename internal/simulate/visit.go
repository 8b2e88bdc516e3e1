package simulate

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// Visit is one person who takes the quiz, or begins to.
type Visit struct {
	Journey quiz.Journey
	Result  *quiz.Result  // nil for somebody who left before the end
	Outcome *quiz.Outcome // what they say about their job, nil for most
	Opened  int           // how often a link they shared was opened
}

// The habits of visitors, as shares. They are made up, to fill pages: nothing
// follows from them.
const (
	leaves    = 0.012 // at each question
	skips     = 0.02  // each question
	asksAll   = 0.15  // chooses the full form
	clicks    = 0.03  // answers without reading
	tells     = 0.2   // of those who finish, says what their job is
	otherJob  = 0.15  // of those
	opens     = 0.3   // of those who finish, shares a link
	usualPace = 7.0   // seconds a question
	hurryPace = 0.6   // seconds a question of somebody who clicks
	publishes = 0.5   // of those who tell, lets it be published
	mostYears = 12    // in a job
)

// visitors are people drawn from a version's profiles on their way through
// the quiz.
type visitors struct {
	game *game
	rng  *rand.Rand
}

// visitors returns people; the same seed and part give the same ones.
func (g *game) visitors(part int) *visitors {
	return &visitors{game: g, rng: rand.New(rand.NewPCG(g.config.Seed, uint64(len(kinds))<<32|uint64(part)))} //nolint:gosec // small and not negative
}

// next plays one visit that begins at that moment.
func (s *visitors) next(begin time.Time) Visit {
	g, rng := s.game, s.rng
	role := g.role(rng)
	way := wayThrough{version: g.version, model: g.model, rng: rng, answers: g.model.Play(role, rng), clicks: rng.Float64() < clicks}
	j, done := way.walk(quiz.Begin(g.version, s.seed(), begin, rng.Float64() < asksAll))
	visit := Visit{Journey: j}
	if !done {
		return visit
	}
	result := g.model.Finish(g.version, j, j.Touched.Add(2*time.Second))
	visit.Result = &result
	if rng.Float64() < opens {
		visit.Opened = 1 + rng.IntN(5)
	}
	if rng.Float64() < tells {
		visit.Outcome = s.outcome(role, result)
	}
	return visit
}

func (s *visitors) seed() (seed quiz.Seed) {
	binary.BigEndian.PutUint64(seed[:], s.rng.Uint64())
	binary.BigEndian.PutUint64(seed[8:], s.rng.Uint64())
	return seed
}

// outcome is somebody in the role they were drawn from, or in another job.
func (s *visitors) outcome(role int, r quiz.Result) *quiz.Outcome {
	o := quiz.Outcome{
		Result: r.ID, Role: s.game.version.Roles[role].Key, Years: s.rng.IntN(mostYears),
		Suits: 1 + min(s.rng.IntN(quiz.MaxSuits)+s.rng.IntN(3), quiz.MaxSuits-1),
		Open:  s.rng.Float64() < publishes, SaidAt: r.FinishedAt.Add(time.Minute),
	}
	if s.rng.Float64() < otherJob {
		o.Role = quiz.OtherRole
	}
	return &o
}

// wayThrough is one person on the way through the quiz.
type wayThrough struct {
	version *quiz.Version
	model   *score.Model
	rng     *rand.Rand
	answers quiz.Answers
	clicks  bool
}

// walk goes on until the end, or until the person leaves.
func (w wayThrough) walk(j quiz.Journey) (quiz.Journey, bool) {
	for {
		j = w.model.Advance(w.version, j)
		n := j.Current()
		if n == 0 {
			return j, j.Answered() > 0
		}
		if w.rng.Float64() < leaves {
			return j, false
		}
		j = w.reply(j, n)
	}
}

func (w wayThrough) reply(j quiz.Journey, n int) quiz.Journey {
	now := j.Touched.Add(w.pace())
	q := j.Steps[n-1].Question
	option := w.answers[q]
	if w.clicks {
		option = min(1, len(w.version.Questions[q].Options)-1)
	}
	if w.rng.Float64() < skips {
		j, _ = j.Skip(n, now) // the nth question was asked
		return j
	}
	j, _ = j.Answer(w.version, n, option, now) // an option Play gave
	return j
}

// pace is how long one question takes, with a long tail.
func (w wayThrough) pace() time.Duration {
	seconds := usualPace
	if w.clicks {
		seconds = hurryPace
	}
	return time.Duration(seconds * math.Exp(0.5*w.rng.NormFloat64()) * float64(time.Second))
}
