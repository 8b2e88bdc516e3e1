package admin

import (
	"net/url"
	"slices"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// decideNewDimensions does with dimensions what decideNewRoles does with roles,
// and says where the roles stand on each.
func decideNewDimensions(v *quiz.Version, form url.Values) error {
	if goneFrom(v, form) {
		return quiz.ErrNotFound
	}
	var rows rowProblems
	for _, d := range slices.Clone(v.Dimensions) {
		at := "dimensions." + d.Key
		switch {
		case d.Unwritten() || !form.Has(at+".name"):
		case empty(form, at, dimensionRow...):
			rows.add(v.ClearDimension(d.Key), at, at, "name")
		default:
			retypeWritten(form, d.Texts())
			rows.add(v.SetDimension(d), at, at, "name")
			placeRoles(&rows, v, form, at, d.Key)
		}
	}
	for _, at := range rowsOf(form, "new", ".name") {
		if empty(form, at, append(dimensionRow, "from")...) {
			continue
		}
		key, err := v.AddDimension(form.Get(at + ".name"))
		if d, ok := v.Dimension(key); ok {
			for _, end := range []struct {
				to   *string
				name string
			}{{&d.Positive, "positive_pole"}, {&d.Negative, "negative_pole"}} {
				if !empty(form, at, end.name) {
					*end.to = form.Get(at + "." + end.name)
				}
			}
			err = v.SetDimension(d)
			placeRoles(&rows, v, form, at, key)
		}
		rows.add(err, "dimensions."+key, at, "name")
		if key == "" {
			break // there are as many as there may be: said once
		}
		v.DropStandIns() // they take no room from what is written
	}
	v.DropStandIns()
	return rows.refusal()
}

// dimensionRow are the texts of the row of a dimension.
var dimensionRow = []string{"name", "positive_pole", "negative_pole"}

// placeRoles says where the roles stand on a dimension, and where that comes
// from where a role has no other source.
func placeRoles(rows *rowProblems, v *quiz.Version, form url.Values, at, dimension string) {
	common, source := adminview.CommonSource(v, dimension), adminview.CommonSource(v, dimension)
	retype(form, at+".from", &source)
	for _, r := range v.Clone().Roles {
		p, field := r.Profile[dimension], at+".place."+r.Key
		mean, ok := adminview.PlaceNamed(form.Get(field))
		switch {
		case ok:
			p.Mean = mean
			if p.Weight == 0 {
				p.Weight = 1
			}
		case form.Get(field) == adminview.NotCounted:
			p.Weight = 0
		case !form.Has(field), form.Get(field) == adminview.AsItIs && !strings.HasPrefix(at, "new."):
		default:
			rows.add(quiz.Refusal("place."+r.Key, "draft_choice"), "", at, "place."+r.Key)
			continue
		}
		if p.Source == "" || p.Source == common {
			p.Source = source
		}
		if p == r.Profile[dimension] || r.Unwritten() {
			continue
		}
		r.Profile[dimension] = p
		rows.add(v.SetRole(r), "", at, "from")
	}
}
