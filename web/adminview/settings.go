package adminview

import (
	"net/url"
	"strconv"

	"github.com/a-h/templ"

	"whichpm/internal/site"
)

// Settings is the editor of the title and of the numbers of the model.
func Settings(f Form) templ.Component {
	s := f.Version.Settings
	return settings(f.At(f.Say("adminframe.settings"), site.AdminSettings).holding(url.Values{
		"title":                   {f.Version.Title},
		"settings.discrimination": {number(s.Discrimination)}, "settings.noise": {number(s.Noise)},
		"settings.correlation": {number(s.Correlation)}, "settings.discount": {number(s.Discount)},
		"settings.balanced_below": {number(s.BalancedBelow)}, "settings.clear_from": {number(s.ClearFrom)},
		"settings.min_answers": {strconv.Itoa(s.MinAnswers)}, "settings.min_dimensions": {strconv.Itoa(s.MinDimensions)},
		"settings.short_min_asked": {strconv.Itoa(s.ShortMinAsked)}, "settings.short_flip_stop": {number(s.ShortFlipStop)},
	}))
}
