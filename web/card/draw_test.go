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
)

// look is where to write the pictures of the tests for a person to look at.
var look = flag.String("look", "", "folder to write the pictures to")

var (
	paper = color.RGBA{0xFB, 0xFA, 0xF7, 255}
	track = color.RGBA{0xE9, 0xE5, 0xDD, 255}
	blue  = color.RGBA{0x1F, 0x4F, 0xD8, 255}
	rust  = color.RGBA{0xB4, 0x48, 0x0F, 255}
	teal  = color.RGBA{0x03, 0x53, 0x4D, 255}
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
		Lead:     "Five dimensions point to product management, two to project management. 28 of 28 questions answered.",
		Bars:     eight(),
		Footer:   "quiz.example · At most 28 questions, no account",
	}
}

// longest is more of everything than any quiz says.
func longest() card.Card {
	c := card.Card{
		Kicker:   "WhichPM · " + strings.Repeat("Wilhelmina ", 60),
		Headline: strings.Repeat("Product management and project management would both suit ", 40),
		Lead:     strings.Repeat("Five dimensions point to product management, ", 40),
		Footer:   strings.Repeat("a-very-long-host-name.example.org", 40),
	}
	for i := range card.MaxBars {
		c.Bars = append(c.Bars, card.Bar{
			Positive: strings.Repeat("Improving how things work ", 20),
			Negative: strings.Repeat("Wwwwwwwww", 40),
			Position: float64(i)/3.5 - 1, Tone: i - 1,
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
		"a whole profile": ada(), "a verdict alone": without, "both roles suit": balanced, "four dimensions": four,
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

func TestTheStripeAboveCarriesTheColoursOfBothRoles(t *testing.T) {
	picture, _ := draw(t, ada())
	for at, want := range map[image.Point]color.RGBA{{0, 0}: blue, {599, 11}: blue, {600, 0}: rust, {1199, 11}: rust, {0, 12}: paper, {1199, 12}: paper} {
		if got := picture.At(at.X, at.Y); got != want {
			t.Errorf("at %v stands %v, not %v", at, got, want)
		}
	}
}

func TestNoTextRunsIntoTheMargins(t *testing.T) {
	for name, c := range map[string]card.Card{"a whole profile": ada(), "the longest of everything": longest()} {
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
