package admin

import (
	"net/http"
	"net/url"
	"slices"

	"whichpm/internal/page"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/adminview"
)

// showSettings shows the title and the numbers of the scoring model.
func (a *Admin) showSettings(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Settings(form))
}

// saveSettings replaces the title and the numbers.
func (a *Admin) saveSettings(w http.ResponseWriter, r *http.Request) error {
	return a.change(w, r, "settings",
		func(v *quiz.Version, form url.Values) error {
			title, err := problemsOf(v.SetTitle(form.Get("title")))
			if err != nil {
				return err
			}
			n := numbersOf(form)
			settings, err := problemsOf(n.explain(v.SetSettings(quiz.Settings{
				Discrimination: n.real("settings.discrimination"), Noise: n.real("settings.noise"),
				Correlation: n.real("settings.correlation"), Discount: n.real("settings.discount"),
				BalancedBelow: n.real("settings.balanced_below"), ClearFrom: n.real("settings.clear_from"),
				MinAnswers: n.whole("settings.min_answers"), MinDimensions: n.whole("settings.min_dimensions"),
				ShortMinAsked: n.whole("settings.short_min_asked"), ShortFlipStop: n.real("settings.short_flip_stop"),
			})))
			if err != nil {
				return err
			}
			if problems := slices.Concat(title, settings); len(problems) > 0 {
				return problems
			}
			return nil
		},
		always(site.AdminSettings), adminview.Settings)
}
