package card_test

import (
	"bytes"
	"image"
	"strings"
	"testing"

	"whichpm/web/card"
)

func TestARoleAmongManyIsAShapeAtTheTipOfItsBar(t *testing.T) {
	without, _ := draw(t, bare(card.Bar{Position: .5, Tone: card.Plain}))
	_, y, left, right := row(t, card.Bar{Position: .5})
	tip := image.Pt(600-(right-left)/4, y)
	seen := map[string]int{}
	for place := range 12 {
		marked, out := draw(t, bare(card.Bar{Position: .5, Tone: card.Plain, Mark: mark(place)}))
		drawn, apart := 0, 0
		for i, entry := range marked.(*image.Paletted).Pix {
			if entry == without.(*image.Paletted).Pix[i] {
				continue
			}
			drawn++
			if at := image.Pt(i%card.Width, i/card.Width); !at.In(image.Rectangle{tip, tip}.Inset(-32)) {
				apart++
			}
		}
		if drawn < 300 || apart > 0 {
			t.Errorf("role %d: %d pixels are drawn, %d of them far from the tip", place+1, drawn, apart)
		}
		if other, twice := seen[string(out)]; twice {
			t.Errorf("roles %d and %d look the same", other, place+1)
		}
		seen[string(out)] = place + 1
	}
}

func TestTheMiddleHasNoMark(t *testing.T) {
	_, with := draw(t, bare(card.Bar{Tone: card.Plain, Mark: mark(3)}))
	_, without := draw(t, bare(card.Bar{Tone: card.Both}))
	if !bytes.Equal(with, without) {
		t.Error("a bar that speaks for nobody has a mark")
	}
}

func TestTheFirstLineEndsWhereTheLegendBegins(t *testing.T) {
	for name, legend := range map[string][]card.Role{"marks": amongMany().Legend, "colours": amongFew().Legend, "too long": longest().Legend} {
		alone, _ := draw(t, card.Card{Legend: legend})
		both, _ := draw(t, card.Card{Legend: legend, Kicker: strings.Repeat("Wilhelmina ", 40)})
		begins := 132
		for ; other(alone, image.Rect(begins, 50, begins+1, 100), paper) == 0; begins++ {
		}
		if begins < 500 || begins > 900 {
			t.Errorf("%s: the legend begins at %d", name, begins)
		}
		for x := begins - 15; x < card.Width; x++ {
			for y := 50; y < 100; y++ {
				if alone.At(x, y) != both.At(x, y) {
					t.Fatalf("%s: the line runs into the legend at %d", name, x)
				}
			}
		}
	}
}
