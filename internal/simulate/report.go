package simulate

import (
	"slices"

	"whichpm/internal/quiz"
)

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

// Group is what one kind of taker got.
type Group struct {
	Kind  Kind `json:"kind"`
	Full  Told `json:"full"`
	Short Told `json:"short"` // of those who played it: one in Config.ShortEvery, from the profiles all
}

// Group returns what one kind got; false if it was not played.
func (r Report) Group(kind Kind) (Group, bool) {
	i := slices.IndexFunc(r.Groups, func(g Group) bool { return g.Kind == kind })
	if i < 0 {
		return Group{}, false
	}
	return r.Groups[i], true
}

// Told is what takers were told after one form.
type Told struct {
	Takers    int                      `json:"takers"`
	Questions float64                  `json:"questions"` // asked on average of those that count
	Verdicts  map[quiz.Verdict]float64 `json:"verdicts"`  // share of takers
	MeanP     float64                  `json:"mean_p"`    // of the first role
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
		roles := len(g.version.Roles)
		r.Groups = append(r.Groups, Group{kinds[i], sum.full.told(roles), sum.short.told(roles)})
		switch per := sum.full.per; kinds[i] {
		case Mirrored:
			r.MirrorError = sum.mirrorError
		case Drawn:
			r.Full.Accuracy, r.Full.Brier, r.Full.ECE = per(float64(sum.right)), per(sum.brier), sum.calibrationError()
			r.Short = Short{
				MeanQuestions: per(float64(sum.short.asked)),
				Agreement:     per(float64(sum.agree)),
				StopsEarly:    per(float64(sum.early)),
				Accuracy:      per(float64(sum.shortR)),
			}
		default: // what they were told says it all
		}
	}
	return r
}

func (g *group) told(roles int) Told {
	told := Told{Takers: g.takers, Questions: g.per(float64(g.asked)), Verdicts: map[quiz.Verdict]float64{}, MeanP: g.per(g.first)}
	for _, verdict := range quiz.VerdictsFor(roles) {
		told.Verdicts[verdict] = g.per(float64(g.verdicts[verdict]))
	}
	return told
}
