package insight

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// What a proposal rests on (docs/scoring.md, "Recalibration").
const (
	MinProposed  = 50  // people in each role, or nothing is proposed
	MaxShift     = .15 // of a mean in one round, in SDs of the trait, and of the discount
	MaxOddsShift = .25 // of the log odds of any two roles in one round
	MaxDiscount  = 1   // all of the evidence: a larger one is proposed only on the way down
)

// Proposal is what the people who do the jobs would change in a version.
// Nothing changes until an owner accepts it into a draft.
type Proposal struct {
	Version  int64
	Roles    []RolePeople // by role of the version
	LeftOut  LeftOut
	Means    []Change // role by role, each dimension that counts; none while a role has too few people
	Discount Change
	Priors   []Change // by role
	Loss     HeldOut
}

// RolePeople is how many people in a role count.
type RolePeople struct {
	Role string // key
	N    int
}

// LeftOut are people who said something and do not count.
type LeftOut struct {
	Hurried int // answered so fast or so evenly that statistics leave them out
	Short   int // under one year in the role
	Other   int // in a job that is no role of the version
}

// Change is one number of a version as it is and as it is proposed.
type Change struct {
	Field     string // the place: "roles.product.profile.people.mean"
	Role      string // key; "" of the discount
	Dimension string // key; "" of anything but a mean
	Old, New  float64
	N         int     // people it rests on
	SE        float64 // standard error of New before the limit; 0 of a prior, where it is not worked out
	Limited   bool    // the people asked for more than may change in one round
}

// Moves reports whether the proposal is another number.
func (c Change) Moves() bool { return c.Old != c.New }

// HeldOut compares how well the job people have is foretold by the version as
// it is and by proposals made without those people: five times, each person
// once. Log loss is the mean of −ln P(their role); less is better.
type HeldOut struct {
	N        int
	Old, New float64
}

// Obstacle is why a proposal may not be accepted.
type Obstacle string

// The obstacles.
const (
	ObstacleFew     Obstacle = "few"     // a role has under MinProposed people
	ObstacleWorse   Obstacle = "worse"   // people left out are foretold worse
	ObstacleNothing Obstacle = "nothing" // every number stays as it is
)

// Obstacles lists why p may not be accepted, none if it may.
func (p Proposal) Obstacles() []Obstacle {
	if !p.Ready() {
		return []Obstacle{ObstacleFew}
	}
	var found []Obstacle
	if p.Loss.New > p.Loss.Old {
		found = append(found, ObstacleWorse)
	}
	if !slices.ContainsFunc(p.Changes(), Change.Moves) {
		found = append(found, ObstacleNothing)
	}
	return found
}

// Ready reports whether there are people enough in every role.
func (p Proposal) Ready() bool {
	return !slices.ContainsFunc(p.Roles, func(r RolePeople) bool { return r.N < MinProposed })
}

// Changes are all numbers of the proposal in the order of a version, also
// those that stay; none while it is not ready.
func (p Proposal) Changes() []Change {
	if !p.Ready() {
		return nil
	}
	return slices.Concat(p.Means, []Change{p.Discount}, p.Priors)
}

// Fingerprint tells one proposal from another: 32 hexadecimal characters.
func (p Proposal) Fingerprint() string {
	body, err := json.Marshal(p)
	if err != nil { // it holds only strings and finite numbers
		panic(err)
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:16])
}

// Propose works out what the people who took v and do one of its jobs would
// change. The order of reported does not matter.
func Propose(v *quiz.Version, reported []quiz.Reported) Proposal {
	p, model := Proposal{Version: v.ID}, score.New(v)
	people := p.count(v, model, reported)
	if !p.Ready() {
		return p
	}
	parts := sumsOf(v, model, people)
	l := learn(v, people, allBut(nobody, parts))
	p.Means = l.means
	p.Discount = Change{
		Field: "settings.discount", Old: v.Settings.Discount, New: l.version.Settings.Discount,
		N: len(people), SE: l.discountSE, Limited: l.discountLimited,
	}
	for i, r := range v.Roles {
		p.Priors = append(p.Priors, Change{
			Field: "roles." + r.Key + ".prior", Role: r.Key,
			Old: r.Prior, New: l.version.Roles[i].Prior, N: p.Roles[i].N, Limited: l.priorsLimited,
		})
	}
	p.Loss = holdOut(v, people, parts)
	return p
}
