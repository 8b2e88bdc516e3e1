package taker

import (
	"whichpm/internal/quiz"
	"whichpm/internal/simulate"
	"whichpm/web/takerview"
)

// Made-up people are played to know how long the short form usually is: about a
// tenth of a second of them, and of a quiz where fewer than the least can be
// played in that time none.
const (
	lengthPlays = 200
	leastPlays  = 40
	lengthWork  = 500_000 // roles × questions², for so long
)

// The short form is said to ask what it asks of seven in ten people: not of the
// tenth for whom it ends soonest, nor of the fifth for whom it goes on longest.
const (
	fromShare  = .1
	untilShare = .8
)

// usualLength is how many questions the short form asks of most people, as far as
// that can be worked out while a page waits.
func usualLength(v *quiz.Version) takerview.Length {
	asked := v.Asked()
	plays := min(lengthPlays, lengthWork/max(len(v.Roles)*asked*asked, 1))
	if plays < leastPlays {
		return takerview.Length{}
	}
	lengths := simulate.Lengths(v, plays, 1)
	return takerview.Length{Low: lengths[int(fromShare*float64(plays))], High: lengths[int(untilShare*float64(plays))]}
}
