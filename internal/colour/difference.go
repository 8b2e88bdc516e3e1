package colour

import "math"

// Difference is how different two colours look: ΔE of CIEDE2000, with all
// weights 1. About 1 is the least that is seen of two patches side by side.
func Difference(a, b Colour) float64 { return ciede2000(a.lab(), b.lab()) }

// lab is CIE L*a*b* with the white of sRGB, D65.
func (c Colour) lab() [3]float64 {
	x := companded((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := companded(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := companded((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func companded(t float64) float64 {
	if t > 216.0/24389 {
		return math.Cbrt(t)
	}
	return (24389.0/27*t + 16) / 116
}

// ciede2000 is the formula as Sharma, Wu and Dalal wrote it down, “The
// CIEDE2000 Color-Difference Formula: Implementation Notes, Supplementary Test
// Data, and Mathematical Observations” (2005).
func ciede2000(p, q [3]float64) float64 {
	grey := 0.5 * (1 - chromaShare((math.Hypot(p[1], p[2])+math.Hypot(q[1], q[2]))/2))
	c1, h1 := polar(p[1]*(1+grey), p[2])
	c2, h2 := polar(q[1]*(1+grey), q[2])
	turn, hue := hues(c1*c2, h1, h2)

	lightness, chroma := (p[0]+q[0])/2, (c1+c2)/2
	t := 1 - 0.17*cos(hue-30) + 0.24*cos(2*hue) + 0.32*cos(3*hue+6) - 0.20*cos(4*hue-63)
	far := (lightness - 50) * (lightness - 50)
	l := (q[0] - p[0]) / (1 + 0.015*far/math.Sqrt(20+far))
	c := (c2 - c1) / (1 + 0.045*chroma)
	h := 2 * math.Sqrt(c1*c2) * math.Sin(radians(turn/2)) / (1 + 0.015*chroma*t)
	blue := (hue - 275) / 25
	rotation := -math.Sin(radians(60*math.Exp(-blue*blue))) * 2 * chromaShare(chroma)
	return math.Sqrt(l*l + c*c + h*h + rotation*c*h)
}

// chromaShare is √(C⁷/(C⁷+25⁷)).
func chromaShare(c float64) float64 {
	c7 := math.Pow(c, 7)
	return math.Sqrt(c7 / (c7 + math.Pow(25, 7)))
}

// polar returns the chroma and the hue in degrees from 0 to 360.
func polar(a, b float64) (chroma, hue float64) {
	hue = math.Atan2(b, a) * 180 / math.Pi
	if hue < 0 {
		hue += 360
	}
	return math.Hypot(a, b), hue
}

// hues returns the turn from one hue to the other, the short way round, and the
// hue between them. A grey has none.
func hues(chromas, h1, h2 float64) (turn, mean float64) {
	switch turn, mean = h2-h1, (h1+h2)/2; {
	case chromas == 0:
		return 0, h1 + h2
	case turn > 180:
		turn -= 360
	case turn < -180:
		turn += 360
	default:
		return turn, mean
	}
	if h1+h2 < 360 {
		return turn, mean + 180
	}
	return turn, mean - 180
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }

func cos(degrees float64) float64 { return math.Cos(radians(degrees)) }
