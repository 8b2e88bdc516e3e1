package admin

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showTranslations says of each language what is missing.
func (a *Admin) showTranslations(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Translations(form))
}

// showTranslation shows the texts of a part beside those they are made from.
func (a *Admin) showTranslation(w http.ResponseWriter, r *http.Request) error {
	language, part, err := translationIn(r)
	if err != nil {
		return err
	}
	form, err := a.form(r)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(form.Version.Translatable(), func(s quiz.Translatable) bool { return quiz.PartOf(s.Field) == part }) {
		return quiz.ErrNotFound
	}
	return page.Render(w, r, http.StatusOK, adminview.Translation(form, language, part))
}

// saveTranslation replaces the texts of a part in a language.
func (a *Admin) saveTranslation(w http.ResponseWriter, r *http.Request) error {
	language, part, err := translationIn(r)
	if err != nil {
		return err
	}
	at := "translations." + language + "."
	return a.edit(w, r, edit{
		subject: at + part,
		reads: func(v *quiz.Version) []string { // the texts beside it
			var beside []string
			for _, s := range v.Translatable() {
				if quiz.PartOf(s.Field) == part {
					beside = append(beside, s.Field)
				}
			}
			return beside
		},
		decide: func(v *quiz.Version, form url.Values) error {
			typed := quiz.TypedTranslation{
				Texts: map[string]string{}, Fits: map[string]bool{}, Reviewed: form.Has(at + part + ".reviewed"),
			}
			for _, s := range v.Translatable() {
				if form.Has(at + s.Field) {
					typed.Texts[s.Field] = form.Get(at + s.Field)
				}
				typed.Fits[s.Field] = form.Has(at + s.Field + ".fits")
			}
			return v.SetTranslation(language, part, typed)
		},
		to: a.flashSaved(w, r, site.AdminTranslation(language, part)),
		refuse: func(s shown) (templ.Component, error) {
			return adminview.Translation(s.form(), language, part), nil
		},
	})
}

// translationIn reads the language, which there has to be, and the part.
func translationIn(r *http.Request) (language, part string, err error) {
	language, part = chi.URLParam(r, "language"), chi.URLParam(r, "part")
	if !slices.Contains(quiz.PageLanguages, language) {
		return "", "", quiz.ErrNotFound
	}
	return language, part, nil
}
