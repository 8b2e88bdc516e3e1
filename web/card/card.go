// Package card draws the picture a shared link shows in a preview: 1200 by
// 630 pixels, as social networks ask for, in the colours of the light pages.
// It turns values into PNG bytes. It knows no quiz, no request and no store.
package card

import (
	"bytes"
	"fmt"
	"image/png"
	"math"
)

// Width and Height are the size of every picture, in pixels.
const (
	Width  = 1200
	Height = 630
)

// MaxBars is how many bars a picture has room for.
const MaxBars = 8

// Card is what one picture says. Texts are plain; whitespace collapses, and a
// no-break space keeps two words on one line. Empty texts leave their place
// empty.
type Card struct {
	Stripe   []int  // along the top, the tone of each role the headline names; with none it is that of Both
	Kicker   string // one line beside the mark: whose result it is
	Legend   []Role // at the end of that line: whom bars speak for, at most two
	Headline string // at most three lines, then ends in …
	Lead     string // one line: leaves out last sentences, then ends in …
	Bars     []Bar  // at most MaxBars; with none the headline takes the room
	Footer   string // one line: where to take the quiz
}

// Bar places a person between the two ends of a dimension. The positive end
// stands on the left, as on the pages.
type Bar struct {
	Positive string
	Negative string
	Position float64 // -1 to 1, 0 is the middle; beyond is drawn as the end
	Unknown  bool    // nothing is known: an empty track
	Tone     int     // place of the role it speaks for, from 0, or Both or Plain
	Mark     Mark    // of that role, where it has no colour
}

// The tones that are no role's.
const (
	Both  = -1 // of what speaks for no single role
	Plain = -2 // of roles that are more than there are colours
)

// Role is an entry of the legend.
type Role struct {
	Name string
	Tone int
	Mark Mark
}

// Mark tells a role by a number in a shape, which stands around 0, 0 and is
// about 24 wide. The zero value is no mark.
type Mark struct {
	Number   string
	Outline  []Point
	Baseline float32 // where the number stands
}

// Point is a corner of a shape; y grows downwards.
type Point struct{ X, Y float32 }

// points is the position in hundredths, rounded as the pages round it.
func (b Bar) points() int {
	if b.Unknown {
		return 0
	}
	return int(math.Round(100 * min(max(b.Position, -1), 1)))
}

// Draw returns the picture as a PNG of at most 128 colours. The same card
// always gives the same bytes. It returns an error for more than MaxBars bars
// and for a position that is not a number.
func Draw(c Card) ([]byte, error) {
	if len(c.Bars) > MaxBars {
		return nil, fmt.Errorf("draw card: %d bars, the most is %d", len(c.Bars), MaxBars)
	}
	for i, b := range c.Bars {
		if math.IsNaN(b.Position) && !b.Unknown {
			return nil, fmt.Errorf("draw card: bar %d has a position that is not a number", i+1)
		}
	}
	p := newPen()
	p.card(c.spelt())
	var out bytes.Buffer
	if err := encoder.Encode(&out, p.picture); err != nil {
		return nil, fmt.Errorf("draw card: %w", err)
	}
	return out.Bytes(), nil
}

// The best compression takes fifteen times as long and saves a twentieth.
var encoder = png.Encoder{CompressionLevel: png.DefaultCompression}
