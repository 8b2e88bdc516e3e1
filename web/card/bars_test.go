package card_test

import (
	"image"
	"image/color"
	"testing"

	"whichpm/web/card"
)

// row is one bar alone on a picture, read along its middle.
func row(t *testing.T, b card.Bar) (picture image.Image, y, left, right int) {
	t.Helper()
	picture, _ = draw(t, bare(b))
	for y = 545; y > 96; y-- {
		if picture.At(500, y) != paper {
			break
		}
	}
	y -= 10 // half of a bar
	for left = 72; picture.At(left, y) == paper; left++ {
	}
	for right = 1127; picture.At(right, y) == paper; right-- {
	}
	return picture, y, left, right + 1
}

func TestABarIsAsLongAsThePositionSaysOnTheSideLeanedTo(t *testing.T) {
	for _, c := range []struct {
		name     string
		bar      card.Bar
		from, to float64 // of a half, left of the middle is negative
		colour   color.RGBA
	}{
		{"halfway to the positive end", card.Bar{Position: .5}, -.5, 0, blue},
		{"halfway to the negative end", card.Bar{Position: -.5, Tone: 1}, 0, .5, rust},
		{"all the way to the positive end", card.Bar{Position: 1, Tone: 1}, -1, 0, rust},
		{"beyond the negative end", card.Bar{Position: -1.7}, 0, 1, blue},
		{"a tenth, of both roles", card.Bar{Position: .104, Tone: card.Both}, -.1, 0, teal},
		{"a later role", card.Bar{Position: .3, Tone: 9}, -.3, 0, color.RGBA{0x5B, 0x57, 0x50, 255}},
	} {
		t.Run(c.name, func(t *testing.T) {
			picture, y, left, right := row(t, c.bar)
			half := float64(right-left) / 2
			for x := left + 1; x < right-1; x++ {
				at := (float64(x) + .5 - 600) / half
				want := track
				if at > c.from && at < c.to {
					want = c.colour
				}
				nearEdge := x >= 599 && x <= 600 || near(at, c.from, half) || near(at, c.to, half)
				if got := picture.At(x, y); got != want && !nearEdge {
					t.Fatalf("at %.3f of the half stands %v, not %v", at, got, want)
				}
			}
		})
	}
}

// near is within two pixels.
func near(at, edge, half float64) bool { return at > edge-2/half && at < edge+2/half }

func TestTheTrackIsInTheMiddleOfThePicture(t *testing.T) {
	_, _, left, right := row(t, card.Bar{Position: .5})
	if left+right != 1200 {
		t.Errorf("the track goes from %d to %d", left, right)
	}
}

func TestNothingKnownIsAnEmptyPalerTrack(t *testing.T) {
	picture, y, left, right := row(t, card.Bar{Unknown: true, Position: .5})
	pale := color.RGBA{0xF3, 0xF0, 0xEA, 255}
	if n := other(picture, image.Rect(left+1, y, right-1, y+1), pale); n > 0 {
		t.Errorf("%d pixels of the track are drawn on", n)
	}
}

func TestTheMiddleIsADotOfBothRoles(t *testing.T) {
	for _, position := range []float64{0, .004, -.004} {
		picture, y, _, _ := row(t, card.Bar{Position: position})
		for x, want := range map[int]color.RGBA{595: teal, 604: teal, 580: track, 620: track} {
			if got := picture.At(x, y); got != want {
				t.Errorf("%v: at %d stands %v, not %v", position, x, got, want)
			}
		}
	}
}

func TestTheEndLeanedToIsBold(t *testing.T) {
	ink := func(position float64) (left, right int) {
		picture, _ := draw(t, bare(card.Bar{Positive: "Users and market", Negative: "Users and market", Position: position}))
		return other(picture, image.Rect(72, 450, 300, 546), paper), other(picture, image.Rect(900, 450, 1128, 546), paper)
	}
	if left, right := ink(.5); left <= right {
		t.Errorf("leaning to the left, the labels have %d and %d pixels", left, right)
	}
	if left, right := ink(-.5); left >= right {
		t.Errorf("leaning to the right, the labels have %d and %d pixels", left, right)
	}
}
