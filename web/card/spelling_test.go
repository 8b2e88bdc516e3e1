package card

import (
	"bytes"
	"testing"
)

func TestNamesInLatinGreekAndCyrillicCanBeDrawn(t *testing.T) {
	for _, name := range []string{
		"Ada", "Zoë", "Łukasz", "Şebnem İpek", "Nguyễn Thị Ánh", "Ελένη", "Анна-Мария", "Ґалаґан", "O’Brien", "D'Arcy", "José María", "Þórdís", "Mary\u00a0Ann", "",
	} {
		if !Drawable(name) {
			t.Errorf("%q cannot be drawn", name)
		}
	}
}

func TestNamesTheFontCannotWriteAreTold(t *testing.T) {
	for _, name := range []string{
		"李雷", "さくら", "지민", "עדה", "ليلى", "अदा", "ადა", "Ada 🎉", "👩‍💻", "Zoe\u0308", "A\u200bda", "A\u202eda", "Ada\ufe0f", "a\x00b", "Ada\xff", "\ue000",
	} {
		if Drawable(name) {
			t.Errorf("%q is said to be drawable", name)
		}
	}
}

func TestWhatTheFontCannotWriteLeavesAnEllipsisAndNoBoxes(t *testing.T) {
	for text, want := range map[string]string{
		"WhichPM · 李雷’s result":           "WhichPM · …’s result",
		"fits how 山田 太郎 likes to work":    "fits how … likes to work",
		"fits how 👩‍💻 likes to work":      "fits how … likes to work",
		"fits how عبد الله likes to work": "fits how … likes to work",
		"Zoe\u0308 leans":                 "Zoe leans",
		"A\u202ed\u200ba":                 "Ada",
		"  Ada \n\t Lovelace ":            "Ada Lovelace",
		"product\u00a0management":         "product\u00a0management",
		"product\u202fmanagement":         "product\u00a0management",
		"अदा":                             "…",
	} {
		got := Card{Headline: text}.spelt().Headline
		if got != want {
			t.Errorf("%q became %q, not %q", text, got, want)
		}
		if !Drawable(got) {
			t.Errorf("%q still cannot be drawn", got)
		}
	}
}

func TestAPictureWithAnUndrawableNameIsThatOfItsEllipsis(t *testing.T) {
	with, err := Draw(Card{Kicker: "WhichPM · 李雷’s result", Bars: []Bar{{Positive: "左", Negative: "Right"}}})
	if err != nil {
		t.Fatal(err)
	}
	without, err := Draw(Card{Kicker: "WhichPM · …’s result", Bars: []Bar{{Positive: "…", Negative: "Right"}}})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(with, without) {
		t.Error("the undrawable name left something else")
	}
}

func FuzzDraw(f *testing.F) {
	f.Add("WhichPM · Ada’s result", "Product management fits how 李雷 likes to work", .5)
	f.Add("", strings400(), -1.0)
	f.Fuzz(func(t *testing.T, line, headline string, position float64) {
		if position != position {
			position = 0
		}
		out, err := Draw(Card{
			Kicker: line, Headline: headline, Lead: line, Footer: line, Stripe: []int{0, 1, Both}, Legend: []Role{{Name: line}, {Name: headline, Tone: Plain}},
			Bars: []Bar{{Positive: headline, Negative: line, Position: position}},
		})
		if err != nil || len(out) > 100_000 {
			t.Errorf("%d bytes, %v", len(out), err)
		}
	})
}

func strings400() string { return string(bytes.Repeat([]byte("Wq "), 150)) }
