package card

import (
	"image"
	"math"
)

// rows is how a number of bars share their room.
type rows struct {
	n     int
	pitch int // from one bar to the next
	thick int // of a bar
}

func newRows(n int) rows {
	const most, least, all = 47, 30, 240
	pitch := min(max(all/max(n, 1), least), most)
	thick := pitch * 4 / 9 / 2 * 2
	return rows{n, pitch, thick}
}

// height is from the top of the first row to the end of the last.
func (r rows) height() int { return r.n * r.pitch }

// room is the height with what must stay free above.
func (r rows) room() float64 {
	if r.n == 0 {
		return 0
	}
	return float64(r.height() + aboveBars)
}

// gutter is between a label and the track.
const gutter = 22

// widestLabel leaves a track of at least a third of the picture.
const widestLabel = 330

// bars draws one row a bar from the top on. Both columns of labels are as wide
// as the widest label, so that the middle of the tracks is that of the picture.
func (p *pen) bars(bars []Bar, r rows, top int) {
	size, column := p.column(bars, r)
	left := margin + column + gutter
	for i, b := range bars {
		y := top + i*r.pitch + (r.pitch-r.thick)/2
		p.track(b, image.Rect(left, y, Width-left, y+r.thick))
		p.labels(b, size, float64(column), float64(y+r.thick/2))
	}
}

// column returns the size of the labels and how wide they are: as large as
// the rows allow, smaller if that saves a label from being cut.
func (p *pen) column(bars []Bar, r rows) (size float64, width int) {
	const smallest = 20.5
	for size = min(max(float64(r.pitch)*.72, 21.5), 25); ; size -= .5 {
		widest := 120.0
		for _, b := range bars {
			f := face{font: bold, size: size}
			widest = max(widest, p.width(b.Positive, f), p.width(b.Negative, f))
		}
		if widest <= widestLabel || size <= smallest {
			return size, int(math.Ceil(min(widest, widestLabel)))
		}
	}
}

// markOfBar is how tall the mark at the tip of a bar is: nearly as a row.
const markOfBar = 2.1

// track draws a bar: from the middle towards the end the person is closer to,
// as much of that half as the position says. The middle itself is a dot.
func (p *pen) track(b Bar, at image.Rectangle) {
	if b.Unknown {
		p.box(pill(at.Min.X, at.Min.Y, at.Max.X, at.Max.Y), inks.faint)
		return
	}
	p.box(pill(at.Min.X, at.Min.Y, at.Max.X, at.Max.Y), inks.track)
	mid := Width / 2
	long := int(math.Round(math.Abs(float64(b.points())) / 100 * float64(at.Dx()/2)))
	fill := pill(mid-long, at.Min.Y, mid+long, at.Max.Y)
	switch n := b.points(); {
	case n > 0:
		fill.right, fill.rightRadius = float32(mid), 0
	case n < 0:
		fill.left, fill.leftRadius = float32(mid), 0
	default:
		dot := at.Dy() / 2
		fill = pill(mid-dot, at.Min.Y, mid+dot, at.Max.Y)
	}
	tone := b.Tone
	if b.points() == 0 {
		tone = Both
	}
	p.box(fill, inks.tone(tone))
	p.fill(image.Rect(mid-1, at.Min.Y-5, mid+1, at.Max.Y+5), inks.line)
	if tip := fill.left; b.points() != 0 {
		if b.points() < 0 {
			tip = fill.right
		}
		p.numbered(b.Mark, tip, float32(at.Min.Y+at.Max.Y)/2, float32(at.Dy())*markOfBar)
	}
}

// leaned is how many points from the middle an end is leaned to, as on the page.
const leaned = 10

// labels writes both ends beside the track, the one leaned to in bold.
func (p *pen) labels(b Bar, size, column, middle float64) {
	baseline := middle + size*capHeight/2
	end := func(chosen bool) (face, paint) {
		switch {
		case b.Unknown:
			return face{font: regular, size: size}, inks.muted
		case chosen:
			return face{font: bold, size: size}, inks.ink
		}
		return face{font: regular, size: size}, inks.ink
	}
	f, ink := end(b.points() >= leaned)
	p.writeLeftOf(p.shorten(b.Positive, f, column), f, margin+column, baseline, ink)
	f, ink = end(b.points() <= -leaned)
	p.write(p.shorten(b.Negative, f, column), f, Width-margin-column, baseline, ink)
}
