package card

import (
	"image"
	"math"
)

// The legend takes the end of the first line and leaves room for the kicker.
const (
	legendSize  = 24.0
	legendName  = 215.0 // the most a name takes
	legendGap   = 30.0  // before an entry
	symbolSize  = 36    // of a mark
	symbolSpace = 28.0  // from the middle of a symbol to its name
	dotRadius   = 11
)

// legend draws the roles that bars speak for, from the margin to the left, and
// returns where the line before it has to end.
func (p *pen) legend(roles []Role) float64 {
	f := line(legendSize)
	end := float64(Width - margin)
	for i := len(roles) - 1; i >= 0; i-- {
		name := p.shorten(roles[i].Name, f, legendName)
		end -= p.width(name, f)
		p.write(name, f, end, markTop+(markSize+f.size*capHeight)/2, inks.muted)
		end -= symbolSpace
		p.symbol(roles[i], float32(end), markTop+markSize/2)
		end -= symbolSize/2 + legendGap
	}
	return end
}

// symbol is the mark of a role, or a dot in its colour.
func (p *pen) symbol(r Role, x, y float32) {
	if len(r.Mark.Outline) > 0 {
		p.numbered(r.Mark, x, y, symbolSize)
		return
	}
	p.box(box{x - dotRadius, y - dotRadius, x + dotRadius, y + dotRadius, dotRadius, dotRadius}, inks.tone(r.Tone))
}

// How wide shapes are in their own units, and how large the number in them is.
const (
	shapeWidth = 26
	numberSize = 13
)

// numbered draws a mark of that size around a point: a halo, the shape, and the
// number in it.
func (p *pen) numbered(m Mark, x, y, size float32) {
	if len(m.Outline) == 0 {
		return
	}
	p.polygon(m.Outline, x, y, size/shapeWidth*1.16, inks.halo)
	p.polygon(m.Outline, x, y, size/shapeWidth, inks.plain)
	unit := float64(size / shapeWidth)
	f := face{font: bold, size: numberSize * unit}
	p.write(m.Number, f, float64(x)-p.width(m.Number, f)/2, float64(y)+float64(m.Baseline)*unit, inks.number)
}

// polygon fills a shape that is moved and scaled.
func (p *pen) polygon(corners []Point, x, y, scale float32, ink paint) {
	reach := 16 * scale
	frame := image.Rect(int(math.Floor(float64(x-reach))), int(math.Floor(float64(y-reach))), int(x+reach)+1, int(y+reach)+1)
	p.shape.Reset(frame.Dx(), frame.Dy())
	for i, c := range corners {
		at := Point{x + c.X*scale - float32(frame.Min.X), y + c.Y*scale - float32(frame.Min.Y)}
		if i == 0 {
			p.shape.MoveTo(at.X, at.Y)
		} else {
			p.shape.LineTo(at.X, at.Y)
		}
	}
	p.shape.ClosePath()
	p.stamp(frame, ink)
}
