package simulate

import "whichpm/internal/quiz"

// Report is what came of a simulation. Shares, chances and errors are 0 to 1.
type Report struct {
	Takers    int     `json:"takers"` // of each kind
	Seed      uint64  `json:"seed"`
	FirstRole string  `json:"first_role"` // key
	Groups    []Group `json:"groups"`
	Full      Full    `json:"full"`
	Short     Short   `json:"short"`

	// MirrorError is by how much the chances of a taker and their mirror image
	// differ at most; 0 with more than two roles, where there is none.
	MirrorError float64 `json:"mirror_error"`
}

// Group is what one kind of taker got from the full form.
type Group struct {
	Kind     Kind                     `json:"kind"`
	Verdicts map[quiz.Verdict]float64 `json:"verdicts"` // share of takers
	MeanP    float64                  `json:"mean_p"`   // of the first role
}

// Full is how the full form does for takers drawn from the profiles.
type Full struct {
	Questions int     `json:"questions"` // that count for the verdict
	Accuracy  float64 `json:"accuracy"`  // share whose top role is the one they were drawn from
	Brier     float64 `json:"brier"`
	ECE       float64 `json:"ece"`
}

// Short is how the short form does for the same takers.
type Short struct {
	MeanQuestions float64 `json:"mean_questions"` // asked before the verdict is settled
	Agreement     float64 `json:"agreement"`      // share with the top role of the full form
	StopsEarly    float64 `json:"stops_early"`    // share that is not asked everything
	Accuracy      float64 `json:"accuracy"`
}

// report adds up the tallies of each kind, in their order.
func (g *game) report(tallies [][]tally) Report {
	r := Report{
		Takers: g.config.Takers, Seed: g.config.Seed, FirstRole: g.version.Roles[0].Key,
		Full: Full{Questions: len(g.counts)},
	}
	for i, parts := range tallies {
		sum := newTally()
		for _, part := range parts {
			sum.merge(part)
		}
		r.Groups = append(r.Groups, sum.group(kinds[i], len(g.version.Roles)))
		switch kinds[i] {
		case Lazy, Random:
		case Mirrored:
			r.MirrorError = sum.mirrorError
		case Drawn:
			r.Full.Accuracy, r.Full.Brier, r.Full.ECE = sum.per(float64(sum.right)), sum.per(sum.brier), sum.calibrationError()
			r.Short = Short{
				MeanQuestions: sum.per(float64(sum.asked)),
				Agreement:     sum.per(float64(sum.agree)),
				StopsEarly:    sum.per(float64(sum.early)),
				Accuracy:      sum.per(float64(sum.shortR)),
			}
		}
	}
	return r
}

func (t *tally) group(kind Kind, roles int) Group {
	group := Group{Kind: kind, Verdicts: map[quiz.Verdict]float64{}, MeanP: t.per(t.first)}
	for _, verdict := range quiz.VerdictsFor(roles) {
		group.Verdicts[verdict] = t.per(float64(t.verdicts[verdict]))
	}
	return group
}

func (t *tally) per(sum float64) float64 { return sum / float64(max(t.takers, 1)) }
