package takerview

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"whichpm/internal/group"
	"whichpm/internal/score"
)

// initials tell members apart in a drawing: one or two letters each, or a letter
// and a number where two would have the same.
func (p GroupShown) initials() []string {
	given := map[string]int{}
	list := make([]string, len(p.Members))
	for i, m := range p.Members {
		list[i] = initialsOf(m.Name)
		if given[list[i]]++; given[list[i]] > 1 {
			list[i] = firstLetter(m.Name) + strconv.Itoa(given[list[i]])
		}
	}
	return list
}

// initialsOf are the first letters of the first and of the last word, or the
// first two of the only one.
func initialsOf(name string) string {
	first := firstLetter(name)
	last := 0
	for i, r := range name {
		if unicode.IsSpace(r) {
			last = i + len(string(r))
		}
	}
	if last > 0 && last < len(name) {
		return first + firstLetter(name[last:])
	}
	if first != "" && len(name) > len(first) {
		return first + lettersOf(name[len(first):], unicode.ToLower)
	}
	return first
}

func firstLetter(text string) string { return lettersOf(text, unicode.ToUpper) }

// lettersOf is the first letter of a text with the marks that belong to it.
func lettersOf(text string, written func(rune) rune) string {
	var out strings.Builder
	for i, r := range text {
		if i > 0 && !unicode.Is(unicode.M, r) {
			break
		}
		out.WriteString(string(written(r)))
	}
	return out.String()
}

// Dots are drawn in rows, so that none hides another.
const (
	dotRow      = 28  // with initials
	smallRow    = 14  // without
	dotWide     = .24 // of 2, as far as two with initials have to be apart on a narrow screen
	smallWide   = .12
	mostInitial = 12 // members up to whom dots have initials
)

// dot is a member in the drawing of a dimension.
type dot struct {
	score.Dimension

	text string // initials, "" for none
	row  int
	high int // of a row
	own  bool
}

// dots places the members in rows, and says how high they are together. The reader's own has the first for itself, with
// its range.
func (p GroupShown) dots(s group.Strip) ([]dot, int) {
	initials, wide := p.initials(), dotWide
	if len(p.Members) > mostInitial {
		wide = smallWide
	}
	var order []int
	for i, place := range s.Places {
		if place.Info > 0 && i != p.Own {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.Places[b].Position, s.Places[a].Position) })
	var dots []dot
	first := 0
	if p.Own != Nobody && s.Places[p.Own].Info > 0 {
		dots, first = append(dots, dot{Dimension: s.Places[p.Own], text: initials[p.Own], own: true}), 1
	}
	var taken []float64 // up to where each row after the first is
	for _, i := range order {
		at := s.Places[i].Position
		row := slices.IndexFunc(taken, func(last float64) bool { return last-at >= wide })
		if row < 0 {
			row, taken = len(taken), append(taken, 0)
		}
		taken[row] = at
		dots = append(dots, dot{Dimension: s.Places[i], text: initials[i], row: first + row})
	}
	high := dotRow
	if len(p.Members) > mostInitial {
		high = smallRow
		for i := range dots {
			dots[i].text = ""
		}
	}
	for i := range dots {
		dots[i].high = high
	}
	return dots, max(high*(first+len(taken)), high)
}

// down is how far below the top of the drawing its middle is.
func (d dot) down() string { return strconv.Itoa(d.high*d.row + d.high/2) }

func (d dot) size() string {
	if d.text == "" {
		return "5"
	}
	return "11"
}

// ring is the outline of the reader's own.
func (d dot) ring() string {
	if d.text == "" {
		return "7"
	}
	return "13"
}

// across is where on the drawing a position lies.
func across(position float64) string { return fmt.Sprintf("%.1f%%", 50-50*position) }
