package adminview

import (
	"maps"
	"net/url"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
)

// Settings is the editor of the title, of what the quiz says of itself and of
// the numbers of the model.
func Settings(f Form) templ.Component {
	s := f.Version.Settings
	saved := heldTexts(f.Version.About.Texts())
	saved.Set("language", f.Version.Source())
	if f.Version.About.NoJobs {
		saved.Set("about.no_jobs", "on")
	}
	maps.Copy(saved, url.Values{
		"title":                   {f.Version.Title},
		"settings.discrimination": {Number(f.Language, s.Discrimination)}, "settings.noise": {Number(f.Language, s.Noise)},
		"settings.correlation": {Number(f.Language, s.Correlation)}, "settings.discount": {Number(f.Language, s.Discount)},
		"settings.balanced_below": {Number(f.Language, s.BalancedBelow)}, "settings.clear_from": {Number(f.Language, s.ClearFrom)},
		"settings.min_answers": {Number(f.Language, float64(s.MinAnswers))}, "settings.min_dimensions": {Number(f.Language, float64(s.MinDimensions))},
		"settings.short_min_asked": {Number(f.Language, float64(s.ShortMinAsked))}, "settings.short_flip_stop": {Number(f.Language, s.ShortFlipStop)},
		"settings.short_headline_stop": {Number(f.Language, s.ShortHeadlineStop)}, "settings.full_by_lot": {Number(f.Language, s.FullByLot)},
	})
	for _, kind := range f.Version.StatementKinds() {
		labels, _ := f.Version.ScaleLabels(kind)
		for i, label := range labels {
			saved.Set(quiz.ScaleField(kind, i), label)
		}
	}
	return settings(f.At(f.Say("adminframe.settings"), site.AdminSettings).holding(saved))
}

// LoseTranslation says that the translation into the language a quiz is going to
// be written in may go.
const LoseTranslation = "language.lose"

// losing is how many translated texts would go with the language that was typed.
func losing(f Form) int {
	if f.Problems.For("language") == "" {
		return 0
	}
	return f.Version.TextsIn(f.Values.Get("language"))
}

// languageHint says how to write a language, and what pages are in where there
// are none in it.
func languageHint(f Form) string {
	hint := f.Say("adminsettings.language_hint")
	if f.Version.Foreign() {
		hint += " " + f.Say("adminsettings.language_frame", "language", languageName(f.Language, f.Version.Source()), "frame", languageName(f.Language, f.Version.PageLanguage()))
	}
	return hint
}

// scaleLabel is the control of the name of a step that all statements have.
func scaleLabel(f Form, kind quiz.Kind, step int) ui.FieldProps {
	p := f.described(textProps(f.Language, quiz.TextFor("questions.x.options.0.label"), quiz.ScaleField(kind, step)))
	p.Label = f.Say("adminsettings.step", "number", step+1)
	maps.Copy(p.Attributes, written(f.Language, f.Version.Source()))
	return p
}

// sayFor is a text about two roles, or about more where that is not the same.
func (f Form) sayFor(id string, values ...any) string {
	if len(f.Version.Roles) > quiz.MinRoles {
		id += "_many"
	}
	return f.Say(id, values...)
}
