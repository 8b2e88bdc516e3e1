package takerview

import (
	"math/rand/v2"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// sentences are all a result page says that depends on the answers.
func (r Reading) sentences() []string {
	all := []string{r.Headline(""), r.Lead(), r.sureness(), r.changeLead(), r.robustness()}
	pro, con := r.Score.Reasons()
	for _, list := range [][]score.Reason{pro, con} {
		for _, x := range list {
			all = append(all, r.reasonPole(x)+" "+r.pointsTo(x.Points, r.toward(x.Points))+" "+r.said(x.Question))
		}
	}
	for _, c := range r.Turn.Changes {
		all = append(all, said(r.Language, r.Version.Questions[c.Question], c.To)+" instead of "+r.said(c.Question))
	}
	return all
}

// played are results of simulated takers of every role, half of them of the
// short form.
func played(n int) []Reading {
	v := content.First()
	model := score.New(v)
	rng := rand.New(rand.NewPCG(1, 2))
	readings := make([]Reading, n)
	for i := range readings {
		answers := model.Play(i%len(v.Roles), rng)
		if i%4 < 2 {
			answers, _ = model.Short(answers, quiz.Shuffle(i).Lot)
		}
		s := model.Score(answers)
		readings[i] = Reading{
			Version: v, Answers: answers, Score: s,
			Turn: model.WouldChange(answers), Same: model.Robustness(answers, uint64(i)),
			Result: quiz.Result{Verdict: s.Verdict, Top: v.Roles[s.Top].Key, Probability: s.Posterior[s.Top]},
		}
	}
	return readings
}

func TestNoSentenceFitsNearlyEverybody(t *testing.T) {
	const takers, most = 2000, .60
	seen := map[string]int{}
	for _, r := range played(takers) {
		once := map[string]bool{}
		for _, sentence := range r.sentences() {
			if !once[sentence] {
				seen[sentence]++
			}
			once[sentence] = true
		}
	}
	for sentence, n := range seen {
		if float64(n) > most*takers {
			t.Errorf("%d of %d takers read %q", n, takers, sentence)
		}
	}
	if len(seen) < 100 {
		t.Errorf("there are only %d sentences", len(seen))
	}
}

func TestTheEvidenceAgainstIsAlwaysShown(t *testing.T) {
	for _, r := range played(500) {
		pulled := false
		for _, c := range r.Score.Contributions {
			pulled = pulled || c < -.001
		}
		if _, con := r.Score.Reasons(); pulled && len(con) == 0 {
			t.Fatalf("an answer pulled the other way and is not shown: %v", r.Answers)
		}
	}
}

func TestEveryQuoteIsTheTakersOwnAnswer(t *testing.T) {
	for _, r := range played(500) {
		pro, con := r.Score.Reasons()
		for _, x := range append(pro, con...) {
			if r.Answers[x.Question] == quiz.NoAnswer {
				t.Fatalf("a reason quotes %s, which was not answered", r.Version.Questions[x.Question].Key)
			}
		}
	}
}

func TestThePointsShownAddUp(t *testing.T) {
	for _, r := range played(500) {
		answers, dimensions := 0, 0
		for _, entry := range r.Score.Ledger() {
			answers += entry.Points
		}
		for _, d := range r.scored() {
			dimensions += d.Points
		}
		if answers != r.Score.Total() || dimensions != r.Score.Total() {
			t.Fatalf("answers %d, dimensions %d, total %d", answers, dimensions, r.Score.Total())
		}
	}
}
