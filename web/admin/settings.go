package admin

import (
	"net/http"
	"net/url"
	"strings"

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
			title, n, s := v.Title, numbersOf(form), v.Settings
			retype(form, "title", &title)
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
			return together(v.SetTitle(title), setLanguage(v, form), setAbout(v, form), setScales(v, form), n.explain(v.SetSettings(s)))
		},
		a.flashSaved(w, r, site.AdminSettings), adminview.Settings)
}

// setLanguage says which language the quiz is written in. What is translated into
// that one goes, and only if somebody said so.
func setLanguage(v *quiz.Version, form url.Values) error {
	tag := v.Source()
	if !retype(form, "language", &tag) {
		return nil
	}
	if strings.TrimSpace(tag) == "" {
		return quiz.Refusal("language", "draft_source_language_empty")
	}
	if n := v.TextsIn(tag); n > 0 && !form.Has(adminview.LoseTranslation) {
		return quiz.Refusal("language", "language_loses", "n", n, "language", quiz.LanguageTag(tag))
	}
	return v.SetLanguage(tag)
}

// setAbout changes what the quiz says of itself, where a form has it.
func setAbout(v *quiz.Version, form url.Values) error {
	about := v.About.Clone()
	retypeTexts(form, about.Texts())
	switch answer := form.Get("about.no_jobs"); {
	case !form.Has("about.no_jobs"):
	case answer == "" || answer == "on":
		about.NoJobs = answer == "on"
	default:
		return quiz.Refusal("about.no_jobs", "draft_choice")
	}
	return v.SetAbout(about)
}

// setScales names the steps of the scales, where a form has them.
func setScales(v *quiz.Version, form url.Values) error {
	var refused []error
	for _, kind := range v.StatementKinds() {
		labels, _ := v.ScaleLabels(kind)
		changed := false
		for i := range labels {
			changed = retype(form, quiz.ScaleField(kind, i), &labels[i]) || changed
		}
		if changed {
			refused = append(refused, v.SetScaleLabels(kind, labels))
		}
	}
	return together(refused...)
}
