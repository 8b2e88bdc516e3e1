package taker

import (
	"slices"
	"testing"

	"whichpm/web/card"
	"whichpm/web/takerview"
	"whichpm/web/ui"
)

func TestAPictureIsDrawnWithTheLookOfItsRoles(t *testing.T) {
	for _, c := range []struct {
		role   ui.Role
		tone   int
		number string
	}{{ui.RoleAt(0, 2), 0, ""}, {ui.RoleAt(5, 6), 5, ""}, {ui.RoleAt(6, 7), card.Plain, "7"}, {ui.RoleAt(0, 12), card.Plain, "1"}, {ui.Role{}, card.Both, ""}} {
		role := takerview.PictureRole{Role: c.role, Name: "Data"}
		got := cardOf(takerview.Picture{
			Stripe: []takerview.PictureRole{role}, Legend: []takerview.PictureRole{role},
			Bars: []takerview.PictureBar{{Position: .5, Role: role}},
		})
		if !slices.Equal(got.Stripe, []int{c.tone}) || got.Legend[0].Tone != c.tone || got.Bars[0].Tone != c.tone {
			t.Errorf("%v has the tones %v, %d and %d", c.role, got.Stripe, got.Legend[0].Tone, got.Bars[0].Tone)
		}
		for _, mark := range []card.Mark{got.Legend[0].Mark, got.Bars[0].Mark} {
			if mark.Number != c.number || (len(mark.Outline) > 0) != (c.number != "") {
				t.Errorf("%v has the mark %q with %d corners", c.role, mark.Number, len(mark.Outline))
			}
		}
		if got.Legend[0].Name != "Data" {
			t.Errorf("the legend says %q", got.Legend[0].Name)
		}
	}
}
