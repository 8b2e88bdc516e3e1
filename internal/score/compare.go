package score

import (
	"cmp"
	"slices"

	"whichpm/internal/quiz"
)

// Person is somebody who is compared with others.
type Person struct {
	Version *quiz.Version // answered on
	Result  Result
}

// Apart is how far people are from each other on one dimension.
type Apart struct {
	Dimension quiz.Dimension // as the first person's version words it
	Places    []Dimension    // by person; Info 0 is somebody who answered nothing about it
	Answered  int            // how many answered something about it
	Distance  float64        // between the two furthest who did, 0 to 2
	Least     int            // the person furthest to the negative end
	Most      int            // and to the positive end
}

// Compare lines people up on every dimension that counts in all of their
// versions, matched by key, the furthest apart first.
func Compare(people []Person) []Apart {
	var all []Apart
	for _, d := range people[0].Version.Dimensions {
		if places := placesOn(people, d.Key); places != nil {
			all = append(all, apart(d, places))
		}
	}
	slices.SortStableFunc(all, func(a, b Apart) int { return cmp.Compare(b.Distance, a.Distance) })
	return all
}

// placesOn returns nil if the dimension does not count in every version.
func placesOn(people []Person, key string) []Dimension {
	var places []Dimension
	for _, p := range people {
		i := p.Version.DimensionIndex(key)
		if i < 0 || !p.Version.Scored(key) {
			return nil
		}
		places = append(places, p.Result.Dimensions[i])
	}
	return places
}

func apart(d quiz.Dimension, places []Dimension) Apart {
	a := Apart{Dimension: d, Places: places, Least: -1, Most: -1}
	for i, p := range places {
		if p.Info == 0 {
			continue
		}
		a.Answered++
		if a.Least < 0 || p.Position < places[a.Least].Position {
			a.Least = i
		}
		if a.Most < 0 || p.Position > places[a.Most].Position {
			a.Most = i
		}
	}
	if a.Least >= 0 {
		a.Distance = places[a.Most].Position - places[a.Least].Position
	}
	return a
}
