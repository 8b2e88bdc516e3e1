// Package group says what people in a group see of each other: of a group without
// names one picture in words, of one with names where each stands. It is given
// results that were scored, and knows nobody.
package group

// Word says how many of some people, so that nobody can be subtracted: all of them
// reads like all but one.
type Word string

// The words, from the fewest to the most.
const (
	Few    Word = "few" // or none
	Some   Word = "some"
	Half   Word = "half" // about
	Most   Word = "most"
	Nearly Word = "nearly" // all
)

// words are all of them in that order.
var words = []Word{Few, Some, Half, Most, Nearly}

// The shares from and up to which it is about half of them.
const (
	halfFrom = .4
	halfTo   = .6
)

// WordFor is the word for a count of n people.
func WordFor(count, n int) Word {
	edge := max(1, n/5)
	share := float64(count) / float64(n)
	switch {
	case count <= edge:
		return Few
	case count >= n-edge:
		return Nearly
	case share < halfFrom:
		return Some
	case share <= halfTo:
		return Half
	}
	return Most
}

// Band is a part of a dimension.
type Band int

// The bands, in the order in which a page shows them.
const (
	Positive Band = iota // beyond Edge to the positive end
	Between
	Negative
)

// Edge is how far from the middle somebody leans to an end, of 1.
const Edge = .2

// BandOf is the band of a position, from -1 to 1.
func BandOf(position float64) Band {
	switch {
	case position > Edge:
		return Positive
	case position < -Edge:
		return Negative
	}
	return Between
}

// Shape is what stands out about a group on a dimension.
type Shape string

// The shapes.
const (
	Mixed   Shape = ""
	Towards Shape = "positive" // nearly all lean to that end
	Against Shape = "negative"
	Split   Shape = "split" // about half lean to each end
)

// How many people it takes to speak of a shape. By chance a dimension is one-sided
// in one of thirteen groups of five and one of 200 of eight, and split in one of
// 25 at most (docs/groups.md has the command).
const (
	leastOneSided = 5
	leastSplit    = 6
)

// ShapeOf is the shape of n people by the words for the bands. Words are all it
// looks at, so that it tells nothing that they do not.
func ShapeOf(bands [3]Word, n int) Shape {
	switch {
	case n >= leastOneSided && bands[Positive] == Nearly:
		return Towards
	case n >= leastOneSided && bands[Negative] == Nearly:
		return Against
	case n >= leastSplit && bands[Positive] == Half && bands[Negative] == Half:
		return Split
	}
	return Mixed
}

// wordsFor are the words for how many stand in each band.
func wordsFor(counts [3]int) [3]Word {
	n := counts[Positive] + counts[Between] + counts[Negative]
	var said [3]Word
	for band, count := range counts {
		said[band] = WordFor(count, n)
	}
	return said
}
