package colour

import (
	"math/rand/v2"
	"testing"
)

func TestTheNearestColourPassesAndIsTheColourItselfWhereThatDoes(t *testing.T) {
	light, dark := []Colour{{1, 1, 1}, {0.9, 0.88, 0.82}}, []Colour{{}, {0.014, 0.013, 0.011}}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		c := Colour{rng.Float64(), rng.Float64(), rng.Float64()}
		for _, grounds := range [][]Colour{light, dark} {
			near := Nearest(c, 4.5, grounds)
			if written, err := Hex(near.String()); err != nil || written.Least(grounds) < 4.5 {
				t.Fatalf("%s leads to %s with %.3f: %v", c, near, written.Least(grounds), err)
			}
			if whole, _ := Hex(c.String()); whole.Least(grounds) >= 4.5 && near.String() != whole.String() {
				t.Fatalf("%s passes and leads to %s", c, near)
			}
		}
	}
}

func TestTheNearestColourKeepsItsHue(t *testing.T) {
	for colour, want := range map[string]string{"#ffcc00": "#917300", "#1f4fd8": "#1f4fd8", "#ff0000": "#ed0b06", "#00c853": "#058937", "#ffffff": "#767676"} {
		c, err := Hex(colour)
		if err != nil {
			t.Fatal(err)
		}
		if got := Nearest(c, 4.5, []Colour{{1, 1, 1}}).String(); got != want {
			t.Errorf("%s leads to %s, want %s", colour, got, want)
		}
	}
}

func TestWhereNothingPassesTheNearestIsBlackOrWhite(t *testing.T) {
	if got := Nearest(Colour{1, 0, 0}, 15, []Colour{{}, {0.05, 0.05, 0.05}}).String(); got != "#ffffff" && got != "#000000" {
		t.Error(got)
	}
}
