package card

import (
	"image"
	"image/draw"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/vector"
)

// pen draws on one picture. It is used by one goroutine.
type pen struct {
	picture *image.Paletted
	shape   vector.Rasterizer
	mask    image.Alpha
	glyphs  sfnt.Buffer
}

func newPen() *pen {
	return &pen{picture: image.NewPaletted(image.Rect(0, 0, Width, Height), inks.palette)}
}

// fill colours a rectangle of whole pixels.
func (p *pen) fill(r image.Rectangle, ink paint) {
	r = r.Intersect(p.picture.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := p.picture.Pix[p.picture.PixOffset(r.Min.X, y):][:r.Dx()]
		for i := range row {
			row[i] = ink.full()
		}
	}
}

// box is a rectangle between pixels with the radius of its corners on the
// left and on the right.
type box struct {
	left, top, right, bottom float32
	leftRadius, rightRadius  float32
}

func pill(left, top, right, bottom int) box {
	radius := float32(bottom-top) / 2
	return box{float32(left), float32(top), float32(right), float32(bottom), radius, radius}
}

func (p *pen) box(b box, ink paint) {
	frame := image.Rect(int(b.left), int(b.top), int(b.right)+1, int(b.bottom)+1)
	dx, dy := float32(frame.Min.X), float32(frame.Min.Y)
	b.left, b.right, b.top, b.bottom = b.left-dx, b.right-dx, b.top-dy, b.bottom-dy
	l, r := min(b.leftRadius, b.right-b.left), min(b.rightRadius, b.right-b.left)
	p.shape.Reset(frame.Dx(), frame.Dy())
	p.shape.MoveTo(b.left+l, b.top)
	p.shape.LineTo(b.right-r, b.top)
	p.corner(b.right-r, b.top, b.right, b.top, b.right, b.top+r)
	p.shape.LineTo(b.right, b.bottom-r)
	p.corner(b.right, b.bottom-r, b.right, b.bottom, b.right-r, b.bottom)
	p.shape.LineTo(b.left+l, b.bottom)
	p.corner(b.left+l, b.bottom, b.left, b.bottom, b.left, b.bottom-l)
	p.shape.LineTo(b.left, b.top+l)
	p.corner(b.left, b.top+l, b.left, b.top, b.left+l, b.top)
	p.shape.ClosePath()
	p.stamp(frame, ink)
}

// corner draws a quarter of an ellipse around the point where its tangents
// meet.
func (p *pen) corner(fromX, fromY, meetX, meetY, toX, toY float32) {
	const k = .5523 // makes a cubic curve a circle, to a thousandth
	p.shape.CubeTo(
		fromX+k*(meetX-fromX), fromY+k*(meetY-fromY),
		toX+k*(meetX-toX), toY+k*(meetY-toY),
		toX, toY)
}

// stamp puts the shape on the picture. What lies outside is cut off.
func (p *pen) stamp(frame image.Rectangle, ink paint) {
	p.mask.Rect = image.Rect(0, 0, frame.Dx(), frame.Dy())
	p.mask.Stride = frame.Dx()
	if n := frame.Dx() * frame.Dy(); cap(p.mask.Pix) < n {
		p.mask.Pix = make([]uint8, n)
	} else {
		p.mask.Pix = p.mask.Pix[:n]
	}
	p.shape.DrawOp = draw.Src
	p.shape.Draw(&p.mask, p.mask.Rect, image.Opaque, image.Point{})
	in := frame.Intersect(p.picture.Rect)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		alphas := p.mask.Pix[(y-frame.Min.Y)*p.mask.Stride+in.Min.X-frame.Min.X:]
		row := p.picture.Pix[p.picture.PixOffset(in.Min.X, y):][:in.Dx()]
		for i, under := range row {
			row[i] = ink.over(under, alphas[i])
		}
	}
}
