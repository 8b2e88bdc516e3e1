package card

import (
	_ "embed"
	"image"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Inter Regular and Bold with Latin, Greek and Cyrillic letters and the kern
// feature only; fonts/OFL.txt is their licence.
var (
	//go:embed fonts/Inter-Regular.otf
	regularFile []byte
	//go:embed fonts/Inter-Bold.otf
	boldFile []byte

	regular = parse(regularFile)
	bold    = parse(boldFile)
)

// parse reads an embedded font. It panics for a broken one, which no input
// can cause.
func parse(file []byte) *sfnt.Font {
	f, err := sfnt.Parse(file)
	if err != nil {
		panic("card: embedded font: " + err.Error())
	}
	return f
}

// face is a font at a size, in pixels.
type face struct {
	font  *sfnt.Font
	size  float64
	tight float64 // how much closer letters stand, in parts of the size
}

// capHeight is the height of a capital letter, in parts of the size.
const capHeight = 2048.0 / 2816

func (f face) scale() fixed.Int26_6 { return pixels(f.size) }

func pixels(x float64) fixed.Int26_6 { return fixed.Int26_6(x*64 + .5) }

// walk calls visit with each letter and where it starts, and returns the
// width of the line. Kerning comes from the font itself: the face of
// x/image/font/opentype returns it in the font's units, whatever the size.
func (p *pen) walk(text string, f face, visit func(sfnt.GlyphIndex, fixed.Int26_6)) fixed.Int26_6 {
	var x fixed.Int26_6
	var before sfnt.GlyphIndex
	tight := pixels(f.size * f.tight)
	for i, r := range text {
		glyph, err := f.font.GlyphIndex(&p.glyphs, r)
		if err != nil || glyph == 0 {
			continue
		}
		if i > 0 {
			kern, err := f.font.Kern(&p.glyphs, before, glyph, f.scale(), font.HintingNone)
			if err == nil {
				x += kern
			}
			x -= tight
		}
		visit(glyph, x)
		advance, err := f.font.GlyphAdvance(&p.glyphs, glyph, f.scale(), font.HintingNone)
		if err == nil {
			x += advance
		}
		before = glyph
	}
	return x
}

// width is how wide a line is, in pixels.
func (p *pen) width(text string, f face) float64 {
	return float64(p.walk(text, f, func(sfnt.GlyphIndex, fixed.Int26_6) {})) / 64
}

// write draws a line from x, standing on the baseline.
func (p *pen) write(text string, f face, x, baseline float64, ink paint) {
	from := fixed.Point26_6{X: pixels(x), Y: pixels(baseline)}
	p.walk(text, f, func(glyph sfnt.GlyphIndex, at fixed.Int26_6) {
		p.letter(glyph, f, from.Add(fixed.Point26_6{X: at}), ink)
	})
}

// writeLeftOf draws a line that ends at x.
func (p *pen) writeLeftOf(text string, f face, x, baseline float64, ink paint) {
	p.write(text, f, x-p.width(text, f), baseline, ink)
}

// letter draws one outline. A letter that cannot be read is left out: the
// embedded fonts hold none.
func (p *pen) letter(glyph sfnt.GlyphIndex, f face, dot fixed.Point26_6, ink paint) {
	outline, err := f.font.LoadGlyph(&p.glyphs, glyph, f.scale(), nil)
	if err != nil || len(outline) == 0 {
		return
	}
	b := outline.Bounds().Add(dot)
	frame := image.Rect(b.Min.X.Floor(), b.Min.Y.Floor(), b.Max.X.Ceil(), b.Max.Y.Ceil())
	p.shape.Reset(frame.Dx(), frame.Dy())
	at := func(q fixed.Point26_6) (x, y float32) {
		return float32(q.X+dot.X)/64 - float32(frame.Min.X), float32(q.Y+dot.Y)/64 - float32(frame.Min.Y)
	}
	for _, s := range outline {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			p.shape.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			p.shape.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			p.shape.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			p.shape.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	p.stamp(frame, ink)
}
