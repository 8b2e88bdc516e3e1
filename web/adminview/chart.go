package adminview

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"whichpm/internal/insight"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// piles is a chart of bars side by side, each a pile of parts.
type piles struct {
	words.Language

	id    string // unique on the page
	label string // what is said in place of the picture
	sums  bool   // the legend says what each part adds up to
	parts []pilePart
	bars  []pile
}

// pilePart is a kind of part. Parts differ in how they are filled, so that
// nobody has to tell colours apart.
type pilePart struct {
	label string
	tone  ui.Tone
	fill  fill
	role  ui.Role // the one it is about
}

// fill is how a part is filled.
type fill string

// The ways to fill a part.
const (
	solid   fill = "solid"
	striped fill = "striped"
	hollow  fill = "hollow"
)

// pile is one bar: its label and the size of each part, from the bottom up.
type pile struct {
	label string // beneath it
	long  string // in the tip of the pointer and the table, "" for label
	sizes []int64
}

func (b pile) name() string {
	if b.long != "" {
		return b.long
	}
	return b.label
}

func (b pile) total() int64 {
	var sum int64
	for _, n := range b.sizes {
		sum += n
	}
	return sum
}

// The drawing is as wide as the page; lengths from top to bottom are pixels.
const (
	plotTop    = 6
	plotHeight = 180
)

// steps are the values of the lines across, from 0 upwards and evenly apart.
func (c piles) steps() []int64 {
	var most int64
	for _, b := range c.bars {
		most = max(most, b.total())
	}
	step := niceStep(most)
	list := []int64{0}
	for at := step; ; at += step {
		list = append(list, at)
		if at >= most {
			return list
		}
	}
}

// niceStep is 1, 2 or 5 times a power of ten, with two to five steps to most.
func niceStep(most int64) int64 {
	for ten := int64(1); ; ten *= 10 {
		for _, n := range []int64{1, 2, 5} {
			if n*ten*4 >= most {
				return n * ten
			}
		}
	}
}

func (c piles) top() int64 {
	steps := c.steps()
	return steps[len(steps)-1]
}

// height is how tall n stands.
func (c piles) height(n int64) float64 { return plotHeight * portion(n, c.top()) }

// slot is where the bar at a place stands, in percent of the width.
func (c piles) slot(i int) (from, width float64) {
	each := 100 / float64(len(c.bars))
	width = min(.78*each, 7)
	return float64(i)*each + (each-width)/2, width
}

// box is a part of a bar as a rectangle.
type box struct {
	x, y, width, height string
	centre, top, tall   float64
	part                pilePart
	place               int // of the part
}

// boxes are the parts of the bar at a place that are not empty.
func (c piles) boxes(i int) []box {
	from, width := c.slot(i)
	y := float64(plotTop + plotHeight)
	var list []box
	for place, n := range c.bars[i].sizes {
		if n == 0 {
			continue
		}
		height := c.height(n)
		y -= height
		list = append(list, box{
			x: across(from), y: length(y), width: across(width), height: length(height),
			centre: from + width/2, top: y, tall: height, part: c.parts[place], place: place,
		})
	}
	return list
}

// numbered are the parts of the bar at a place that show the number of their
// role: where it has one, and there is room. Of more bars the tip and the table
// tell.
func (c piles) numbered(i int) []box {
	const mostBars, room = 11, 24
	return slices.DeleteFunc(c.boxes(i), func(b box) bool {
		return !b.part.role.Numbered() || b.tall < room || len(c.bars) > mostBars
	})
}

// mark is a label beneath a bar.
type mark struct{ x, anchor, text string }

// marks label the first bar, the last and some between.
func (c piles) marks() []mark {
	last, most := len(c.bars)-1, 3
	if utf8.RuneCountInString(c.bars[0].label) > 7 { // more would touch on a phone
		most = 2
	}
	var list []mark
	for n := range min(most, last) + 1 {
		i := n * last / max(min(most, last), 1)
		from, width := c.slot(i)
		m := mark{across(from + width/2), "middle", c.bars[i].label}
		switch {
		case last < most:
		case i == 0:
			m.x, m.anchor = across(0), "start"
		case i == last:
			m.x, m.anchor = across(100), "end"
		}
		list = append(list, m)
	}
	return list
}

// pattern names the stripes of a part.
func (c piles) pattern(place int) string { return c.id + "-stripes-" + strconv.Itoa(place) }

// total is what a part adds up to in all bars.
func (c piles) total(place int) int64 {
	var sum int64
	for _, b := range c.bars {
		sum += b.sizes[place]
	}
	return sum
}

func (t pilePart) class() string { return string(t.fill) + " " + t.tone.Class() }

// across writes a length in percent of the width, as SVG does.
func across(percent float64) string { return strconv.FormatFloat(percent, 'f', 2, 64) + "%" }

// length writes a length in pixels.
func length(pixels float64) string { return strconv.FormatFloat(pixels, 'f', 1, 64) }

// along is where a value from 0 to 1 lies from left to right.
func along(value float64) string {
	if math.IsNaN(value) {
		return across(0)
	}
	return across(100 * min(max(value, 0), 1))
}

// span is an interval as a line from left to right.
func span(e insight.Estimate) (from, to string) { return along(e.Low), along(e.High) }
