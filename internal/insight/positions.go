package insight

import (
	"math"

	"whichpm/internal/score"
)

// spreadBins are how finely positions are told apart: ten points of the
// hundred each way, so that the middle is a bin and both ends count alike.
const spreadBins = 21

// binOf is where a position counts. It is rounded as pages show it.
func binOf(position float64) int {
	points := math.Round(100 * min(max(position, -1), 1))
	return int(math.Round(points/10)) + spreadBins/2
}

// placePositions gives each dimension that counts for the verdict its people
// by bin. Who answered nothing about it stands nowhere.
func (s *Shape) placePositions() {
	s.places = score.NewPlaces(s.version)
	at := 0
	for _, d := range s.version.Dimensions {
		if !s.version.Scored(d.Key) {
			s.spreadAt = append(s.spreadAt, -1)
			continue
		}
		s.spreadAt = append(s.spreadAt, at)
		at += spreadBins
	}
	s.size[Positions] = at
}

func (t *Tally) addPositions() {
	sums := t.part(Positions)
	if t.places == nil {
		t.places = make([]score.Place, len(t.shape.spreadAt))
	}
	t.shape.places.Find(t.places, t.answers)
	for d, at := range t.shape.spreadAt {
		if place := t.places[d]; at >= 0 && place.Known {
			sums[at+binOf(place.Position)]++
		}
	}
}

// Spreads are where people stand, by dimension; nil for one that does not
// count for the verdict.
func (t *Tally) Spreads() []Spread {
	out := make([]Spread, len(t.shape.spreadAt))
	for d, at := range t.shape.spreadAt {
		if at >= 0 {
			out[d] = Spread(t.of(Positions, at, spreadBins))
		}
	}
	return out
}
