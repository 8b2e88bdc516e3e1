// Package colour computes how colours look, so that what a page promises can be
// held: that a text is read on its ground, and that two colours are told apart,
// by people who are colour-blind too. It knows no page.
package colour

import (
	"fmt"
	"math"
	"strconv"
)

// Colour is red, green and blue as light: linear, from 0 to 1.
type Colour [3]float64

// Hex reads a colour as a style sheet writes it: #1F4FD8.
func Hex(s string) (Colour, error) {
	var c Colour
	if len(s) != len("#RRGGBB") || s[0] != '#' {
		return c, fmt.Errorf("colour %q is not #RRGGBB", s)
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return c, fmt.Errorf("colour %q: %w", s, err)
	}
	for i := range c {
		c[i] = linear(float64(n>>(16-8*i)&0xFF) / 0xFF)
	}
	return c, nil
}

// linear undoes the transfer function of sRGB (IEC 61966-2-1).
func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// Contrast is the contrast ratio of WCAG 2.2, from 1 to 21. AA asks for 4.5
// between a text and its ground, and 3 between a graphic and what it lies on.
func Contrast(a, b Colour) float64 {
	high, low := a.luminance(), b.luminance()
	if high < low {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

func (c Colour) luminance() float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }
