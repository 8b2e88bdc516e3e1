package group

import (
	"encoding/json"
	"fmt"
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// Person is somebody's result in a group.
type Person struct {
	Version *quiz.Version // answered on
	Result  quiz.Result
	Score   score.Result
}

// Picture is what an anonymous group shows: words about all, and how many they
// are. It is made once, and nothing in it tells who gave which part.
type Picture struct {
	N          int          `json:"n"`
	Version    int64        `json:"version"` // whose words it is read in
	Dimensions []Bands      `json:"dimensions"`
	Verdicts   []VerdictRow `json:"verdicts"`
}

// Bands say how many lean to which end of a dimension.
type Bands struct {
	Key   string  `json:"key"`
	N     int     `json:"n"`     // who answered something about it
	Words [3]Word `json:"words"` // by Band
}

// Shape is what stands out.
func (b Bands) Shape() Shape { return ShapeOf(b.Words, b.N) }

// VerdictRow says how many got a verdict.
type VerdictRow struct {
	Role    string       `json:"role,omitempty"`    // of those whom it names
	Verdict quiz.Verdict `json:"verdict,omitempty"` // of those to whom it names none
	Word    Word         `json:"word"`
}

// Draw makes the picture of some people, or returns quiz.ErrTooFew. It shows a dimension only where it counts
// in every version they answered, where at least so many answered something about
// it, and where nobody, or at least so many, did not: what is left out can be
// subtracted from nothing.
func Draw(people []Person, least int) (Picture, error) {
	if len(people) < max(least, quiz.LeastLeast) {
		return Picture{}, quiz.ErrTooFew
	}
	newest := slices.MaxFunc(people, func(a, b Person) int { return int(a.Version.ID - b.Version.ID) }).Version
	p := Picture{N: len(people), Version: newest.ID, Verdicts: verdictWords(people, newest)}
	for _, d := range newest.Dimensions {
		if places := placesOn(people, d.Key); places != nil {
			if b, ok := bandsOf(d.Key, places, least); ok {
				p.Dimensions = append(p.Dimensions, b)
			}
		}
	}
	slices.SortStableFunc(p.Dimensions, furthestApart)
	return p, nil
}

// placesOn returns nil if the dimension does not count in every version.
func placesOn(people []Person, key string) []score.Dimension {
	var places []score.Dimension
	for _, p := range people {
		i := p.Version.DimensionIndex(key)
		if i < 0 || !p.Version.Scored(key) {
			return nil
		}
		places = append(places, p.Score.Dimensions[i])
	}
	return places
}

func bandsOf(key string, places []score.Dimension, least int) (Bands, bool) {
	var counts [3]int
	answered := 0
	for _, p := range places {
		if p.Info > 0 {
			counts[BandOf(p.Position)]++
			answered++
		}
	}
	missing := len(places) - answered
	if answered < least || missing > 0 && missing < least {
		return Bands{}, false
	}
	return Bands{Key: key, N: answered, Words: wordsFor(counts)}, true
}

// furthestApart orders dimensions by what the words say of them, so that the order
// tells nothing either: the split ones first, then those with many at both ends.
func furthestApart(a, b Bands) int { return b.spread() - a.spread() }

// spread rises with how many stand at the end at which fewer stand, and then with
// how few stand between.
func (b Bands) spread() int {
	at := func(band Band) int { return slices.Index(words, b.Words[band]) }
	return len(words)*min(at(Positive), at(Negative)) + len(words) - 1 - at(Between)
}

// verdictWords says it for every role that a version has, in the order of the
// newest, and for what names no role.
func verdictWords(people []Person, newest *quiz.Version) []VerdictRow {
	rows := VerdictRows(people, newest)
	out := make([]VerdictRow, len(rows))
	for i, row := range rows {
		out[i] = VerdictRow{Role: row.Role, Verdict: row.Verdict, Word: WordFor(len(row.People), len(people))}
	}
	return out
}

// Text is the picture as the store keeps it.
func (p Picture) Text() (string, error) {
	b, err := json.Marshal(p)
	return string(b), err
}

// Read reads what Text wrote.
func Read(text string) (Picture, error) {
	var p Picture
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		return p, fmt.Errorf("read the picture of a group: %w", err)
	}
	return p, nil
}
