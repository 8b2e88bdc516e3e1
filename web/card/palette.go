package card

import "image/color"

// paint is a run of palette entries from nearly the ground to the full
// colour, so that the edge of a shape is drawn without mixing colours.
type paint struct {
	first, levels uint8
}

// full is the entry of the unmixed colour.
func (p paint) full() uint8 { return p.first + p.levels - 1 }

// over returns the entry for a shape that covers alpha of 255 of a pixel. What
// the same paint already covers adds up, so that touching letters join.
func (p paint) over(under, alpha uint8) uint8 {
	level := (int(alpha)*int(p.levels) + 127) / 255
	if under >= p.first && under <= p.full() {
		level += int(under-p.first) + 1
	}
	if level == 0 {
		return under
	}
	return p.first + uint8(min(level, int(p.levels))) - 1 // #nosec G115 -- levels fit a byte
}

// The colours of the light pages, as the style sheet has them; a test holds
// that.
var (
	paper  = rgb(0xFBFAF7)
	sunken = rgb(0xF3F0EA)
	rail   = rgb(0xE9E5DD)
	middle = rgb(0x7D776D)
	grey   = rgb(0x5B5750)
	black  = rgb(0x1C1B19)
	roles  = []color.RGBA{rgb(0x1F4FD8), rgb(0xB4480F), rgb(0x772885), rgb(0x494003), rgb(0x931650), rgb(0x4C7246)}
	both   = rgb(0x03534D)
)

// The colours of the mark, which stands on black.
var (
	markBlue  = rgb(0x9DB7FF)
	markRust  = rgb(0xFFB184)
	markWhite = rgb(0xF2EFE9)
)

// paints is every paint and the palette they stand in. Entry 0 is the ground.
type paints struct {
	palette                                 color.Palette
	ink, muted, track, faint, line          paint
	tones                                   []paint // by role
	shared, plain                           paint   // for no single role, for one among many
	halo, number                            paint   // around a mark, in it
	markRoleOne, markRoleTwo, markSeparator paint
}

var inks = newPaints()

// Letters need more steps than the long straight edges of bars.
const (
	letterSteps = 15
	shapeSteps  = 6
)

func newPaints() *paints {
	p := &paints{palette: color.Palette{paper}}
	p.ink = p.add(paper, black, letterSteps)
	p.muted = p.add(paper, grey, letterSteps)
	p.track = p.add(paper, rail, shapeSteps)
	p.faint = p.add(paper, sunken, shapeSteps)
	p.line = p.add(rail, middle, 1)
	for _, c := range roles {
		p.tones = append(p.tones, p.add(rail, c, shapeSteps))
	}
	p.shared = p.add(rail, both, shapeSteps)
	p.plain = p.add(rail, grey, shapeSteps)
	p.halo = p.add(rail, paper, shapeSteps)
	p.number = p.add(grey, paper, shapeSteps)
	p.markRoleOne = p.add(black, markBlue, shapeSteps)
	p.markRoleTwo = p.add(black, markRust, shapeSteps)
	p.markSeparator = p.add(black, markWhite, shapeSteps)
	return p
}

// add puts the steps between two colours, without the first, at the end of
// the palette.
func (p *paints) add(from, to color.RGBA, steps int) paint {
	first := len(p.palette)
	for i := 1; i <= steps; i++ {
		mix := func(a, b uint8) uint8 { return uint8((int(a)*(steps-i) + int(b)*i + steps/2) / steps) } // #nosec G115 -- between two bytes
		p.palette = append(p.palette, color.RGBA{mix(from.R, to.R), mix(from.G, to.G), mix(from.B, to.B), 255})
	}
	return paint{uint8(first), uint8(steps)} // #nosec G115 -- a palette has at most 256 entries
}

// tone is the paint of what speaks for a role, or for none.
func (p *paints) tone(tone int) paint {
	switch {
	case tone == Both:
		return p.shared
	case tone >= 0 && tone < len(p.tones):
		return p.tones[tone]
	}
	return p.plain
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255} // #nosec G115 -- one byte each
}
