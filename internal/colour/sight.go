package colour

// Sight is a way of seeing colours: what somebody who sees so cannot tell from
// the first colour is the second.
type Sight struct {
	Name string
	See  func(Colour) Colour
}

// Sights are normal sight and the three dichromacies. The first three matrices
// are of Machado, Oliveira and Fernandes, “A Physiologically-based Model for
// Simulation of Color Vision Deficiency” (2009), at full severity. Of tritanopia
// their model is known to be the weakest; it is seen the way of Brettel, Viénot
// and Mollon, “Computerized simulation of color appearance for dichromats”
// (1997), too, in the form for sRGB that libDaltonLens published as public domain.
var Sights = []Sight{
	{"normal sight", func(c Colour) Colour { return c }},
	{"protanopia", matrix{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}.of},
	{"deuteranopia", matrix{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}.of},
	{"tritanopia", matrix{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}.of},
	{"tritanopia after Brettel", brettelTritanopia},
}

func brettelTritanopia(c Colour) Colour {
	if 0.03901*c[0]-0.02788*c[1]-0.01113*c[2] >= 0 { // which side of the plane of neutral colours
		return matrix{{1.01277, 0.13548, -0.14826}, {-0.01243, 0.86812, 0.14431}, {0.07589, 0.80500, 0.11911}}.of(c)
	}
	return matrix{{0.93678, 0.18979, -0.12657}, {0.06154, 0.81526, 0.12320}, {-0.37562, 1.12767, 0.24796}}.of(c)
}

// matrix turns light into light. What no screen shows becomes the nearest it does.
type matrix [3][3]float64

func (m matrix) of(c Colour) Colour {
	var out Colour
	for i, row := range m {
		out[i] = min(max(row[0]*c[0]+row[1]*c[1]+row[2]*c[2], 0), 1)
	}
	return out
}
