package colour

import (
	"math"
	"testing"
)

func TestTheDifferenceIsThatOfThePublishedPairs(t *testing.T) {
	for _, c := range []struct {
		a, b [3]float64
		want float64
	}{ // Sharma, Wu and Dalal (2005), table 1
		{[3]float64{50, 2.6772, -79.7751}, [3]float64{50, 0, -82.7485}, 2.0425},
		{[3]float64{50, -1.3802, -84.2814}, [3]float64{50, 0, -82.7485}, 1.0000},
		{[3]float64{50, 0, 0}, [3]float64{50, -1, 2}, 2.3669},
		{[3]float64{50, 2.49, -0.001}, [3]float64{50, -2.49, 0.0009}, 7.1792},
		{[3]float64{50, 2.49, -0.001}, [3]float64{50, -2.49, 0.0011}, 7.2195},
		{[3]float64{50, -0.001, 2.49}, [3]float64{50, 0.0011, -2.49}, 4.7461},
		{[3]float64{50, 2.5, 0}, [3]float64{73, 25, -18}, 27.1492},
		{[3]float64{50, 2.5, 0}, [3]float64{58, 24, 15}, 19.4535},
		{[3]float64{60.2574, -34.0099, 36.2677}, [3]float64{60.4626, -34.1751, 39.4387}, 1.2644},
		{[3]float64{63.0109, -31.0961, -5.8663}, [3]float64{62.8187, -29.7946, -4.0864}, 1.2630},
		{[3]float64{2.0776, 0.0795, -1.1350}, [3]float64{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		if there, back := ciede2000(c.a, c.b), ciede2000(c.b, c.a); math.Abs(there-c.want) > 5e-5 || math.Abs(back-c.want) > 5e-5 {
			t.Errorf("%v and %v differ by %.4f and %.4f, published is %.4f", c.a, c.b, there, back, c.want)
		}
	}
}

func TestAColourIsReadAndHasTheContrastOfTheStandard(t *testing.T) {
	hex := func(s string) Colour {
		c, err := Hex(s)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	for _, c := range []struct {
		a, b string
		want float64
	}{{"#000000", "#FFFFFF", 21}, {"#FFFFFF", "#FFFFFF", 1}, {"#767676", "#ffffff", 4.54}, {"#FF0000", "#FFFFFF", 4.00}} {
		if got := Contrast(hex(c.a), hex(c.b)); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%s on %s has %.3f", c.a, c.b, got)
		}
	}
	for _, wrong := range []string{"", "#FFF", "1F4FD8A", "#1F4FDG", "#+F4FD8"} {
		if _, err := Hex(wrong); err == nil {
			t.Errorf("%q is a colour", wrong)
		}
	}
}

func TestEveryKindOfSightKeepsGreyAndTheColourBlindConfuseWhatTheyDo(t *testing.T) {
	for _, s := range Sights {
		for _, grey := range []float64{0, 0.2, 0.7, 1} {
			if d := Difference(s.See(Colour{grey, grey, grey}), Colour{grey, grey, grey}); d > 0.5 {
				t.Errorf("%s: grey %.1f looks %.2f different", s.Name, grey, d)
			}
		}
	}
	for name, pair := range map[string][2]string{
		"protanopia": {"#A04000", "#5C5C00"}, "deuteranopia": {"#B04000", "#6E6E00"}, "tritanopia": {"#0B6E66", "#186A90"}, "tritanopia after Brettel": {"#0B6E66", "#186A90"},
	} {
		for _, s := range Sights {
			a, _ := Hex(pair[0])
			b, _ := Hex(pair[1])
			if d := Difference(s.See(a), s.See(b)); s.Name == name && d > 9 || s.Name == "normal sight" && d < 15 {
				t.Errorf("%v look %.1f different with %s", pair, d, s.Name)
			}
		}
	}
}

func TestAStyleSheetSaysAColourOnce(t *testing.T) {
	sheet, err := Read("--ink: light-dark(#000000, #FFFFFF); --shadow: light-dark(0 1px, 0 0)")
	if err != nil || len(sheet) != 1 || sheet["ink"].Dark != (Colour{1, 1, 1}) {
		t.Errorf("%v, %v", sheet, err)
	}
	if _, err := Read("--ink: light-dark(#000000, #FFFFFF); --ink: light-dark(#000001, #FFFFFF)"); err == nil {
		t.Error("a colour stands twice")
	}
}
