package card_test

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/web/card"
	"whichpm/web/ui"
)

// look is where to write the pictures of the tests for a person to look at.
var look = flag.String("look", "", "folder to write the pictures to")

var (
	paper = color.RGBA{0xFB, 0xFA, 0xF7, 255}
	track = color.RGBA{0xE9, 0xE5, 0xDD, 255}
	blue  = color.RGBA{0x1F, 0x4F, 0xD8, 255}
	rust  = color.RGBA{0xB4, 0x48, 0x0F, 255}
	teal  = color.RGBA{0x03, 0x53, 0x4D, 255}
	green = color.RGBA{0x4C, 0x72, 0x46, 255}
)

func eight() []card.Bar {
	return []card.Bar{
		{Positive: "Setting direction", Negative: "Making the plan work", Position: .62},
		{Positive: "Growing one thing over time", Negative: "Reaching the finish line", Position: .31},
		{Positive: "Users and market", Negative: "Team and workflow", Position: .8},
		{Positive: "Improving how things work", Negative: "Bringing people together", Position: -.24, Tone: 1},
		{Positive: "Exploring and testing", Negative: "Planning and safeguarding", Position: .05},
		{Positive: "Championing an idea", Negative: "Building agreement", Tone: card.Both},
		{Positive: "It made a difference", Negative: "It was delivered as promised", Position: -1, Tone: 1},
		{Positive: "Clear structure", Negative: "Free rein", Unknown: true},
	}
}

func ada() card.Card {
	return card.Card{
		Kicker:   "WhichPM · Ada’s result",
		Headline: "Product\u00a0management fits how Ada likes to work",
		Lead:     "Five preferences point to product management, two to project management. 28 of 28 questions answered.",
		Bars:     eight(),
		Footer:   "quiz.example · At most 28 questions, no account",
		Stripe:   []int{0},
	}
}

// amongMany is a result among a dozen roles: marks where there are no colours.
func amongMany() card.Card {
	first, second := card.Role{Name: "Data analysis", Tone: card.Plain, Mark: mark(3)}, card.Role{Name: "Programme", Tone: card.Plain, Mark: mark(11)}
	c := ada()
	c.Stripe, c.Legend = []int{card.Plain}, []card.Role{first, second}
	for i, b := range c.Bars {
		c.Bars[i].Tone, c.Bars[i].Mark = card.Plain, first.Mark
		switch b.Tone {
		case card.Both:
			c.Bars[i].Tone, c.Bars[i].Mark = card.Both, card.Mark{}
		case 1:
			c.Bars[i].Mark = second.Mark
		}
	}
	return c
}

// mark is that of the role at a place, from 0, as the site draws it.
func mark(place int) card.Mark {
	r := ui.RoleAt(place, 12)
	m := card.Mark{Number: r.Number(), Baseline: r.Shape().Baseline}
	for _, p := range r.Shape().Outline() {
		m.Outline = append(m.Outline, card.Point(p))
	}
	return m
}

// amongFew is a result among three to six roles.
func amongFew() card.Card {
	c := ada()
	c.Stripe, c.Legend = []int{4}, []card.Role{{Name: "Data analysis", Tone: 4}, {Name: "Programme", Tone: 5}}
	for i, b := range c.Bars {
		if b.Tone != card.Both {
			c.Bars[i].Tone = b.Tone + 4
		}
	}
	return c
}

// longest is more of everything than any quiz says.
func longest() card.Card {
	c := card.Card{
		Kicker:   "WhichPM · " + strings.Repeat("Wilhelmina ", 60),
		Headline: strings.Repeat("Product management and project management would both suit ", 40),
		Lead:     strings.Repeat("Five preferences point to product management, ", 40),
		Footer:   strings.Repeat("a-very-long-host-name.example.org", 40),
	}
	for i := range card.MaxBars {
		c.Legend = append(c.Legend, card.Role{Name: strings.Repeat("Wwww ", 20), Tone: card.Plain, Mark: mark(i)})
		c.Bars = append(c.Bars, card.Bar{
			Positive: strings.Repeat("Improving how things work ", 20),
			Negative: strings.Repeat("Wwwwwwwww", 40),
			Position: float64(i)/3.5 - 1, Tone: i - 1, Mark: mark(i + 4),
		})
	}
	return c
}

// bare is the card without what a test does not ask for.
func bare(bars ...card.Bar) card.Card { return card.Card{Bars: bars} }

func draw(t *testing.T, c card.Card) (image.Image, []byte) {
	t.Helper()
	out, err := card.Draw(c)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if *look != "" {
		name := strings.ReplaceAll(strings.ReplaceAll(t.Name(), "/", "-"), " ", "-") + ".png"
		if err := os.WriteFile(filepath.Join(*look, name), out, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return picture, out
}

func TestEveryPictureIsASmallPNGOfTheSizeNetworksAskFor(t *testing.T) {
	without := ada()
	without.Bars = nil
	balanced := ada()
	balanced.Headline = "Product\u00a0management and project\u00a0management would both suit this person"
	four := ada()
	four.Bars = four.Bars[:4]
	for name, c := range map[string]card.Card{
		"a whole profile": ada(), "a verdict alone": without, "both roles suit": balanced, "four dimensions": four, "among many roles": amongMany(), "among few roles": amongFew(),
		"the longest of everything": longest(), "nothing at all": {},
	} {
		t.Run(name, func(t *testing.T) {
			picture, out := draw(t, c)
			if got := picture.Bounds().Size(); got != image.Pt(1200, 630) {
				t.Errorf("the picture is %v", got)
			}
			if len(out) > 100_000 {
				t.Errorf("the picture has %d bytes", len(out))
			}
			if n := len(picture.(*image.Paletted).Palette); n > 128 {
				t.Errorf("the picture has %d colours", n)
			}
		})
	}
}

func TestTheStripeAboveCarriesTheColoursOfTheRolesNamed(t *testing.T) {
	grey := color.RGBA{0x5B, 0x57, 0x50, 255}
	for name, c := range map[string]struct {
		stripe []int
		want   map[int]color.RGBA // by how far from the left
	}{
		"one":            {[]int{1}, map[int]color.RGBA{0: rust, 1199: rust}},
		"two":            {[]int{0, 1}, map[int]color.RGBA{0: blue, 599: blue, 600: rust, 1199: rust}},
		"three":          {[]int{1, 0, 5}, map[int]color.RGBA{0: rust, 399: rust, 400: blue, 799: blue, 800: green, 1199: green}},
		"none":           {nil, map[int]color.RGBA{0: teal, 1199: teal}},
		"one among many": {[]int{card.Plain}, map[int]color.RGBA{0: grey, 1199: grey}},
	} {
		t.Run(name, func(t *testing.T) {
			striped := ada()
			striped.Stripe = c.stripe
			picture, _ := draw(t, striped)
			for x, want := range c.want {
				for y, want := range map[int]color.RGBA{0: want, 11: want, 12: paper} {
					if got := picture.At(x, y); got != want {
						t.Errorf("at %d, %d stands %v, not %v", x, y, got, want)
					}
				}
			}
		})
	}
}

func TestNoTextRunsIntoTheMargins(t *testing.T) {
	for name, c := range map[string]card.Card{"a whole profile": ada(), "the longest of everything": longest(), "among many roles": amongMany()} {
		t.Run(name, func(t *testing.T) {
			picture, _ := draw(t, c)
			free := []image.Rectangle{image.Rect(0, 12, 1200, 50), image.Rect(0, 12, 68, 630), image.Rect(1132, 12, 1200, 630), image.Rect(0, 604, 1200, 630)}
			for _, r := range free {
				if n := other(picture, r, paper); n > 0 {
					t.Errorf("%d pixels of %v are not background", n, r)
				}
			}
		})
	}
}

func TestTheSameCardGivesTheSameBytes(t *testing.T) {
	_, first := draw(t, ada())
	_, second := draw(t, ada())
	if !bytes.Equal(first, second) {
		t.Error("two drawings of one card differ")
	}
}

func TestACardThatCannotBeShownIsRefused(t *testing.T) {
	for name, c := range map[string]card.Card{
		"a ninth bar":                     bare(append(eight(), card.Bar{})...),
		"a position that is not a number": bare(card.Bar{Position: math.NaN()}),
	} {
		if _, err := card.Draw(c); err == nil {
			t.Errorf("%s is drawn", name)
		}
	}
}

// other counts the pixels of another colour.
func other(picture image.Image, r image.Rectangle, want color.RGBA) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if picture.At(x, y) != want {
				n++
			}
		}
	}
	return n
}

func BenchmarkDraw(b *testing.B) {
	for name, c := range map[string]card.Card{"profile": ada(), "longest": longest()} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				out, err := card.Draw(c)
				if err != nil {
					b.Fatal(err)
				}
				size = len(out)
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}
