package adminview

import (
	"net/url"

	"github.com/a-h/templ"

	"whichpm/web/site"
)

// Settings is the editor of the title and of the numbers of the model.
func Settings(f Form) templ.Component {
	s := f.Version.Settings
	return settings(f.At(f.Say("adminframe.settings"), site.AdminSettings).holding(url.Values{
		"title":                   {f.Version.Title},
		"settings.discrimination": {Number(f.Language, s.Discrimination)}, "settings.noise": {Number(f.Language, s.Noise)},
		"settings.correlation": {Number(f.Language, s.Correlation)}, "settings.discount": {Number(f.Language, s.Discount)},
		"settings.balanced_below": {Number(f.Language, s.BalancedBelow)}, "settings.clear_from": {Number(f.Language, s.ClearFrom)},
		"settings.min_answers": {Number(f.Language, float64(s.MinAnswers))}, "settings.min_dimensions": {Number(f.Language, float64(s.MinDimensions))},
		"settings.short_min_asked": {Number(f.Language, float64(s.ShortMinAsked))}, "settings.short_flip_stop": {Number(f.Language, s.ShortFlipStop)},
		"settings.short_headline_stop": {Number(f.Language, s.ShortHeadlineStop)}, "settings.full_by_lot": {Number(f.Language, s.FullByLot)},
	}))
}
