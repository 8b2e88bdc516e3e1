package card

import (
	"slices"
	"strings"
	"testing"
)

func TestAHeadlineThatFitsIsShownWhole(t *testing.T) {
	p := newPen()
	for _, text := range []string{
		"Zoë leans to project\u00a0management",
		"Product management fits how Ada likes to work",
		"Product\u00a0management and project\u00a0management would both suit Maximiliana-Alexandra von und zu",
	} {
		lines, f := p.headline(text, inner, 130, 70)
		if got := strings.Join(lines, " "); got != text {
			t.Errorf("%q became %q", text, lines)
		}
		if w := p.widest(lines, f); w > inner {
			t.Errorf("%q is %.0f wide", lines, w)
		}
		if h := headlineHeight(len(lines), f.size); h > 130.01 {
			t.Errorf("%q is %.0f high", lines, h)
		}
	}
}

func TestAHeadlineTooLongTakesThreeLinesAndEndsInAnEllipsis(t *testing.T) {
	p := newPen()
	for _, text := range []string{
		strings.Repeat("would both suit ", 30),
		strings.Repeat("W", 300),
		strings.Repeat("Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantin ", 6),
	} {
		lines, f := p.headline(strings.TrimSpace(text), inner, 130, 70)
		if len(lines) > maxLines || !strings.HasSuffix(lines[len(lines)-1], ellipsis) {
			t.Errorf("%q became %q", text, lines)
		}
		if w := p.widest(lines, f); w > inner {
			t.Errorf("%q is %.0f wide", lines, w)
		}
	}
}

func TestTheLinesOfAHeadlineAreEven(t *testing.T) {
	p := newPen()
	for _, c := range []struct {
		size float64
		want []string
	}{
		{40, []string{"Product\u00a0management fits how you like to work"}},
		{64, []string{"Product\u00a0management", "fits how you like to work"}},
		{96, []string{"Product\u00a0management", "fits how you", "like to work"}},
	} {
		f := face{font: bold, size: c.size}
		lines := p.balance("Product\u00a0management fits how you like to work", f, inner)
		if !slices.Equal(lines, c.want) {
			t.Errorf("at %.0f pixels the lines are %q", c.size, lines)
		}
	}
}

func TestANoBreakSpaceKeepsWordsTogether(t *testing.T) {
	p := newPen()
	f := face{font: bold, size: 90}
	lines := p.balance("Zoë leans to project\u00a0management", f, inner)
	if want := []string{"Zoë leans to", "project\u00a0management"}; !slices.Equal(lines, want) {
		t.Errorf("the lines are %q", lines)
	}
}

func TestATextTooWideIsCutBetweenWords(t *testing.T) {
	p := newPen()
	f := face{font: regular, size: 30}
	for text, want := range map[string]string{
		"Growing one thing over time, then":  "Growing one thing over…",
		"Growing":                            "Growing",
		"Donaudampfschifffahrtsgesellschaft": "Donaudampfschifffahrt…",
	} {
		if got := p.shorten(text, f, 360); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestALeadTooLongLosesItsLastSentencesFirst(t *testing.T) {
	p := newPen()
	first := "Five preferences point to product management."
	text := first + " 28 of 28 questions answered. " + strings.Repeat("More. ", 30)
	if got := p.sentences(strings.TrimSpace(text), 700, 24); got != first {
		t.Errorf("the lead is %q", got)
	}
	if got := p.sentences(first, 100, 24); got != first {
		t.Errorf("a single sentence became %q", got)
	}
}

func TestALabelIsMadeSmallerBeforeItIsCut(t *testing.T) {
	p := newPen()
	bars := []Bar{{Positive: "It made a difference", Negative: "It was delivered as promised", Position: -.5}}
	size, width := p.column(bars, newRows(1))
	f := face{font: bold, size: size}
	if got := p.shorten(bars[0].Negative, f, float64(width)); got != bars[0].Negative {
		t.Errorf("the label is %q", got)
	}
	if size < 21 || size >= 25 {
		t.Errorf("the label is set in %.1f pixels", size)
	}
}

func TestKerningGrowsWithTheLetters(t *testing.T) {
	p := newPen()
	kern := func(size float64) float64 {
		f := face{font: bold, size: size}
		return (p.width("A", f) + p.width("V", f) - p.width("AV", f)) / size
	}
	if small, large := kern(20), kern(80); small <= 0 || small < large*.9 || small > large*1.1 {
		t.Errorf("A and V move %.3f and %.3f of their size together", small, large)
	}
}
