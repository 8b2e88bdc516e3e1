package admin

import (
	"net/http"
	"net/url"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showSettings shows the title and the numbers of the scoring model.
func (a *Admin) showSettings(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Settings(form))
}

// saveSettings changes the title and the numbers.
func (a *Admin) saveSettings(w http.ResponseWriter, r *http.Request) error {
	return a.change(w, r, "settings",
		func(v *quiz.Version, form url.Values) error {
			title, tag, about, n, s := v.Title, v.Source(), v.About.Clone(), numbersOf(form), v.Settings
			retype(form, "title", &title)
			retype(form, "language", &tag)
			retypeTexts(form, about.Texts())
			if form.Has("about.no_jobs") {
				about.NoJobs = form.Get("about.no_jobs") != ""
			}
			for name, x := range map[string]*float64{
				"discrimination": &s.Discrimination, "noise": &s.Noise, "correlation": &s.Correlation, "discount": &s.Discount,
				"balanced_below": &s.BalancedBelow, "clear_from": &s.ClearFrom, "short_flip_stop": &s.ShortFlipStop,
				"short_headline_stop": &s.ShortHeadlineStop, "full_by_lot": &s.FullByLot,
			} {
				n.setFloat("settings."+name, x)
			}
			n.setInt("settings.min_answers", &s.MinAnswers)
			n.setInt("settings.min_dimensions", &s.MinDimensions)
			n.setInt("settings.short_min_asked", &s.ShortMinAsked)
			return together(v.SetTitle(title), v.SetLanguage(tag), v.SetAbout(about), n.explain(v.SetSettings(s)))
		},
		a.flashSaved(w, r, site.AdminSettings), adminview.Settings)
}
