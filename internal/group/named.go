package group

import (
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// Named is what a group with names shows of its members, in their order.
type Named struct {
	Version    *quiz.Version // whose words it is read in: the newest
	Dimensions []Strip       // furthest apart first
	Verdicts   []PeopleRow
}

// Strip is where everybody stands on a dimension.
type Strip struct {
	score.Apart

	Bands Bands    // in words
	Leans [3][]int // by Band: the members who lean there beyond doubt, none Between
}

// PeopleRow is who got a verdict.
type PeopleRow struct {
	Role    string       // of those whom it names
	Verdict quiz.Verdict // of those to whom it names none
	People  []int        // places of the members
}

// Show makes what a group with names shows. There is at least one member.
func Show(people []Person) Named {
	newest := slices.MaxFunc(people, func(a, b Person) int { return int(a.Version.ID - b.Version.ID) }).Version
	shown := Named{Version: newest, Verdicts: VerdictRows(people, newest)}
	for _, a := range score.Compare(compared(people)) {
		shown.Dimensions = append(shown.Dimensions, strip(a))
	}
	return shown
}

func compared(people []Person) []score.Person {
	out := make([]score.Person, len(people))
	for i, p := range people {
		out[i] = score.Person{Version: p.Version, Result: p.Score}
	}
	return out
}

func strip(a score.Apart) Strip {
	s := Strip{Apart: a, Bands: Bands{Key: a.Dimension.Key, N: a.Answered}}
	var counts [3]int
	for i, place := range a.Places {
		if place.Info == 0 {
			continue
		}
		band := BandOf(place.Position)
		counts[band]++
		if band != Between && (place.Low > 0 || place.High < 0) {
			s.Leans[band] = append(s.Leans[band], i)
		}
	}
	if a.Answered > 0 {
		s.Bands.Words = wordsFor(counts)
	}
	return s
}

// VerdictRows lists who got which verdict: every role of the newest version in its
// order, then roles that only older ones have, then what names no role. Verdicts
// that nobody got, and that name no role, are left out where the version has none
// such.
func VerdictRows(people []Person, newest *quiz.Version) []PeopleRow {
	var rows []PeopleRow
	for _, r := range newest.Roles {
		rows = append(rows, PeopleRow{Role: r.Key})
	}
	for _, p := range people {
		for _, r := range p.Version.Roles {
			if !slices.ContainsFunc(rows, func(row PeopleRow) bool { return row.Role == r.Key }) {
				rows = append(rows, PeopleRow{Role: r.Key})
			}
		}
	}
	for _, v := range slices.Backward(quiz.VerdictsFor(len(rows))) {
		if !v.NamesRole() {
			rows = append(rows, PeopleRow{Verdict: v})
		}
	}
	for i, p := range people {
		at := slices.IndexFunc(rows, func(row PeopleRow) bool {
			if p.Result.Verdict.NamesRole() {
				return row.Role == p.Result.Top
			}
			return row.Verdict == p.Result.Verdict
		})
		rows[at].People = append(rows[at].People, i)
	}
	return rows
}
