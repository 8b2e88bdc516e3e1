package colour

import (
	"fmt"
	"math"
)

// String writes a colour as a style sheet does: #1f4fd8. What no screen shows
// becomes the nearest it does.
func (c Colour) String() string {
	var byte3 [3]int
	for i, v := range c {
		byte3[i] = int(math.Round(0xFF * min(max(companding(v), 0), 1)))
	}
	return fmt.Sprintf("#%02x%02x%02x", byte3[0], byte3[1], byte3[2])
}

// companding is the transfer function of sRGB (IEC 61966-2-1).
func companding(v float64) float64 {
	if v <= 0.0031308 {
		return 12.92 * v
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}

// Least is the least contrast of a colour with one of the grounds.
func (c Colour) Least(grounds []Colour) float64 {
	least := 21.0
	for _, ground := range grounds {
		least = min(least, Contrast(c, ground))
	}
	return least
}

// Nearest is the colour of the same hue whose lightness is nearest to that of c
// and that has the contrast with every ground; paler where no screen shows it as
// strong. Where no lightness has it, it is black or white, whichever has more.
func Nearest(c Colour, contrast float64, grounds []Colour) Colour {
	const steps = 512
	at := c.oklab()
	for step := range steps {
		for _, way := range []float64{-1, 1} {
			moved := at
			if moved[0] += way * float64(step) / steps; moved[0] < 0 || moved[0] > 1 {
				continue
			}
			if found := shown(moved); found.Least(grounds) >= contrast {
				return found
			}
		}
	}
	if black, white := (Colour{}), (Colour{1, 1, 1}); black.Least(grounds) < white.Least(grounds) {
		return white
	}
	return Colour{}
}

// shown is the colour with that lightness and hue that a screen shows, as strong
// as it can, in whole bytes.
func shown(at [3]float64) Colour {
	for strong := 1.0; ; strong -= 1.0 / 32 {
		c := fromOKLab([3]float64{at[0], at[1] * max(strong, 0), at[2] * max(strong, 0)})
		if inside(c) || strong <= 0 {
			whole, _ := Hex(c.String()) // it writes what it reads
			return whole
		}
	}
}

func inside(c Colour) bool {
	const close = 1e-4 // less than half a byte
	for _, v := range c {
		if v < -close || v > 1+close {
			return false
		}
	}
	return true
}

// oklab is the lightness from 0 to 1, and two axes of hue, of Ottosson, “A
// perceptual color space for image processing” (2020).
func (c Colour) oklab() [3]float64 {
	l := math.Cbrt(0.4122214708*c[0] + 0.5363325363*c[1] + 0.0514459929*c[2])
	m := math.Cbrt(0.2119034982*c[0] + 0.6806995451*c[1] + 0.1073969566*c[2])
	s := math.Cbrt(0.0883024619*c[0] + 0.2817188376*c[1] + 0.6299787005*c[2])
	return [3]float64{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

func fromOKLab(at [3]float64) Colour {
	l := cube(at[0] + 0.3963377774*at[1] + 0.2158037573*at[2])
	m := cube(at[0] - 0.1055613458*at[1] - 0.0638541728*at[2])
	s := cube(at[0] - 0.0894841775*at[1] - 1.2914855480*at[2])
	return Colour{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	}
}

func cube(v float64) float64 { return v * v * v }
