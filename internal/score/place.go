package score

import "whichpm/internal/quiz"

// Places find where answers put a taker on each dimension without working out
// a verdict, for whoever counts many. They never change, so any number may
// use them at once.
type Places struct{ items []item }

// Place is Position of a Dimension, and whether anything is known of it.
type Place struct {
	Position float64
	Known    bool
	info     float64
	sum      float64
	most     float64
}

// NewPlaces reads a version that Validate found no problem in.
func NewPlaces(v *quiz.Version) *Places {
	p := &Places{}
	for _, q := range v.Questions {
		p.items = append(p.items, newItem(v, q))
	}
	return p
}

// Find writes where answers, an option or quiz.NoAnswer by question, put a
// taker into out, which has a place for each dimension.
func (p *Places) Find(out []Place, answers []int8) {
	clear(out)
	for q, option := range answers {
		if option == quiz.NoAnswer || p.items[q].retired {
			continue
		}
		for _, l := range p.items[q].loads {
			place := &out[l.dimension]
			place.info += l.info
			place.sum += l.gain * l.y[option]
			place.most += l.gain
		}
	}
	for d := range out {
		if place := &out[d]; place.info > 0 {
			place.Known = true
			place.Position = position(place.sum/place.info, place.most/place.info)
		}
	}
}

// position is where t lies of what the answered questions could show.
func position(t, reach float64) float64 { return within(t / reach) }
