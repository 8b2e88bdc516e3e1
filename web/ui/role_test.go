package ui_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"whichpm/web/ui"
)

func TestUpToSixRolesHaveAColourEachAndMoreHaveNone(t *testing.T) {
	for _, c := range []struct {
		place, of int
		want      ui.Tone
	}{
		{0, 2, ui.ToneRole1},
		{1, 2, ui.ToneRole2},
		{2, 3, ui.ToneRole3},
		{3, 6, ui.ToneRole4},
		{4, 6, ui.ToneRole5},
		{5, 6, ui.ToneRole6},
		{0, 7, ui.TonePlain},
		{6, 7, ui.TonePlain},
		{11, 12, ui.TonePlain},
		{-1, 2, ui.ToneBoth},
		{-1, 12, ui.ToneBoth},
	} {
		if got := ui.RoleAt(c.place, c.of).Tone(); got != c.want {
			t.Errorf("role %d of %d has tone %s", c.place+1, c.of, got)
		}
	}
}

func TestARoleAmongManyIsToldByANumberInAShape(t *testing.T) {
	seen := map[string]bool{}
	for place := range 24 {
		r := ui.RoleAt(place, 24)
		html := render(t, ui.RoleTag(r, "Data", nil))
		number := fmt.Sprintf(">%d</text>", place+1)
		if !strings.Contains(html, "tone-plain") || !strings.Contains(html, number) || !strings.Contains(html, r.Shape().Path()) || !strings.HasSuffix(html, "Data</span>") {
			t.Errorf("role %d is %s", place+1, html)
		}
		if seen[html] {
			t.Errorf("two roles are %s", html)
		}
		seen[html] = true
	}
}

func TestARoleAmongFewIsATagInItsColour(t *testing.T) {
	if got, want := render(t, ui.RoleTag(ui.RoleAt(1, 6), "Data", nil)), `<span class="tag tone-role2">Data</span>`; got != want {
		t.Errorf("the tag is %s", got)
	}
}

func TestABarLooksLikeTheRoleItSpeaksFor(t *testing.T) {
	bar := ui.DimensionBarProps{Positive: "One end", Negative: "Other end", Position: -.4}
	for _, c := range []struct {
		role     ui.Role
		position float64
		want     string
		number   bool
	}{
		{ui.RoleAt(2, 3), -.4, "tone-role3", false},
		{ui.RoleAt(-1, 3), -.4, "tone-both", false},
		{ui.Role{}, .4, "tone-both", false},
		{ui.RoleAt(2, 3), .004, "tone-both", false},
		{ui.RoleAt(6, 7), .4, "tone-plain", true},
		{ui.RoleAt(6, 7), 0, "tone-both", false},
	} {
		bar.Role, bar.Position = c.role, c.position
		html := render(t, ui.DimensionBar(bar))
		if !strings.Contains(html, `<svg class="`+c.want+`"`) || strings.Contains(html, ">7</text>") != c.number || strings.Contains(html, "<circle") == c.number {
			t.Errorf("%v at %v is %s", c.role, c.position, html)
		}
	}
}

func TestAShapeIsTheSameByItsCornersAsByItsPath(t *testing.T) {
	area := func(corners []ui.Point) float64 {
		sum := 0.0
		for i, p := range corners {
			q := corners[(i+1)%len(corners)]
			sum += float64(p.X*q.Y - q.X*p.Y)
		}
		return math.Abs(sum / 2)
	}
	// By hand: a circle of radius 11, a square of 20, a diamond of 26 by 26, a
	// triangle of 26 by 23, a hexagon of 12 and 24 by 22, a cross of 24 by 24
	// without four corners of 7.
	for i, want := range []float64{math.Pi * 121, 400, 338, 299, 396, 24*24 - 4*49} {
		if got := area(ui.ShapeOf(i).Outline()); math.Abs(got-want) > want/200 {
			t.Errorf("shape %d covers %.1f, not %.1f", i, got, want)
		}
	}
}
