package takerview

import (
	"encoding/hex"
	"slices"
	"time"

	"whichpm/internal/quiz"
)

// exportWorking is what a link with every answer shows besides: the answers
// and how the verdict follows from them.
type exportWorking struct {
	Probability float64                 `json:"probability"`
	Posterior   map[string]float64      `json:"posterior"`
	LogOdds     float64                 `json:"log_odds"`
	PriorOdds   float64                 `json:"prior_log_odds"`
	Points      int                     `json:"points"`
	Answers     map[string]exportAnswer `json:"answers"`
	Ledger      map[string]exportEntry  `json:"ledger"`
	WouldChange []exportChange          `json:"would_change"`
	WouldBe     string                  `json:"would_be_first,omitempty"`
	Robustness  *float64                `json:"robustness"`
}

type exportAnswer struct {
	Prompt string `json:"prompt"`
	Option int    `json:"option"`
	Said   string `json:"said"`
}

type exportEntry struct {
	Points  int     `json:"points"`
	LogOdds float64 `json:"log_odds"`
}

type exportChange struct {
	Question string  `json:"question"`
	Option   int     `json:"option"`
	Said     string  `json:"said"`
	LogOdds  float64 `json:"log_odds"`
}

// exportWeight is what a dimension adds to the verdict.
type exportWeight struct {
	Scored       bool    `json:"scored"`
	LeftOut      bool    `json:"left_out"`
	T            float64 `json:"t"`
	Info         float64 `json:"info"`
	Weight       float64 `json:"weight"`
	Contribution float64 `json:"contribution"`
	Points       int     `json:"points"`
}

func (r Reading) working() *exportWorking {
	w := &exportWorking{
		Probability: r.Result.Probability,
		Posterior:   map[string]float64{},
		LogOdds:     r.Score.LogOdds,
		PriorOdds:   r.Score.PriorOdds,
		Points:      r.Score.Total(),
		Answers:     map[string]exportAnswer{},
		Ledger:      map[string]exportEntry{},
		WouldChange: []exportChange{},
	}
	for i, role := range r.Version.Roles {
		w.Posterior[role.Key] = r.Score.Posterior[i]
	}
	for _, entry := range r.Score.Ledger() {
		q := r.Version.Questions[entry.Question]
		w.Answers[q.Key] = exportAnswer{q.Text, r.Answers[entry.Question], r.said(entry.Question)}
		w.Ledger[q.Key] = exportEntry{entry.Points, r.Score.Contributions[entry.Question]}
	}
	if r.changeable() {
		w.Robustness = new(r.Same)
		for _, c := range r.Turn.Changes {
			q := r.Version.Questions[c.Question]
			w.WouldChange = append(w.WouldChange, exportChange{q.Key, c.To, said(r.Language, q, c.To), c.Shift})
		}
		if len(r.Turn.Changes) > 0 && len(r.Version.Roles) > 2 { //nolint:mnd // of two it is the other
			w.WouldBe = r.Version.Roles[r.Turn.Top].Key
		}
	}
	return w
}

// weighed is every dimension in full, also one that does not count.
func (r Reading) weighed() map[string]exportDim {
	points := r.Score.DimensionPoints()
	dims := map[string]exportDim{}
	for i, d := range r.Version.Dimensions {
		s := r.Score.Dimensions[i]
		dim := place{r.Language, d, s, points[i]}.export(func(x float64) float64 { return x })
		dim.exportWeight = &exportWeight{
			Scored: r.Version.Scored(d.Key), LeftOut: slices.Contains(r.Score.Suppressed, i),
			T: s.T, Info: s.Info, Weight: s.Weight, Contribution: s.Contribution, Points: points[i],
		}
		dims[d.Key] = dim
	}
	return dims
}

// exportOwn is what only the owner sees.
type exportOwn struct {
	FinishedAt time.Time      `json:"finished_at"`
	Seconds    float64        `json:"duration_seconds"`
	Full       bool           `json:"full"`
	Asked      []string       `json:"asked"`
	Shares     []exportShare  `json:"shares"`
	Outcome    *exportOutcome `json:"outcome"`
	Groups     []exportGroup  `json:"groups,omitempty"`
}

type exportOutcome struct {
	Role   string    `json:"role"`
	Years  int       `json:"years"`
	Suits  int       `json:"suits"`
	Open   bool      `json:"open_data"`
	SaidAt time.Time `json:"said_at"`
}

type exportShare struct {
	Link      string     `json:"link"`
	Scope     quiz.Scope `json:"scope"`
	Name      string     `json:"name"`
	CreatedAt time.Time  `json:"created_at"`
	RevokedAt *time.Time `json:"revoked_at"`
}

type exportGroup struct {
	Name string         `json:"name"`
	Kind quiz.GroupKind `json:"kind"`
}

func (r Reading) own(shares []ShareLink, said *quiz.Outcome, groups []quiz.Group) *exportOwn {
	own := &exportOwn{
		FinishedAt: r.Result.FinishedAt.UTC(), Seconds: r.Result.Duration.Seconds(), Full: r.Result.Form.Whole(),
		Asked: r.asked(), Shares: make([]exportShare, len(shares)),
	}
	for i, s := range shares {
		own.Shares[i] = exportShare{Link: s.Link, Scope: s.Scope, Name: s.Name, CreatedAt: s.CreatedAt.UTC()}
		if !s.RevokedAt.IsZero() {
			own.Shares[i].RevokedAt = new(s.RevokedAt.UTC())
		}
	}
	for _, g := range groups {
		own.Groups = append(own.Groups, exportGroup{g.Name, g.Kind})
	}
	if said != nil {
		own.Outcome = &exportOutcome{said.Role, said.Years, said.Suits, said.Open, said.SaidAt.UTC()}
	}
	return own
}

// asked is the keys of the questions in the order they were asked.
func (r Reading) asked() []string {
	places, err := hex.DecodeString(r.Result.Asked)
	if err != nil { // the store holds what the quiz wrote
		places = nil
	}
	keys := make([]string, 0, len(places))
	for _, place := range places {
		if int(place) < len(r.Version.Questions) {
			keys = append(keys, r.Version.Questions[place].Key)
		}
	}
	return keys
}
