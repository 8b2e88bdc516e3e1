package admin

import (
	"net/http"
	"net/url"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showDimensions lists what the quiz tells apart.
func (a *Admin) showDimensions(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Dimensions(form))
}

// addDimension adds one by its name and goes on to the rest of it.
func (a *Admin) addDimension(w http.ResponseWriter, r *http.Request) error {
	key := ""
	return a.add(w, r, "dimensions",
		func(v *quiz.Version, form url.Values) (err error) {
			key, err = v.AddDimension(form.Get("name"))
			return underName(err)
		},
		func(*quiz.Version) string {
			return a.flash(w, r, site.AdminDimension(key), adminview.Added, adminview.AtTop)
		},
		adminview.Dimensions)
}

// showDimension shows the editor of a dimension.
func (a *Admin) showDimension(w http.ResponseWriter, r *http.Request) error {
	return a.showPart(w, r, (*quiz.Version).DimensionIndex, adminview.Dimension)
}

// saveDimension changes the texts of a dimension.
func (a *Admin) saveDimension(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	at := "dimensions." + key
	return a.change(w, r, at,
		func(v *quiz.Version, form url.Values) error {
			d, ok := v.Dimension(key)
			if !ok {
				return quiz.ErrNotFound
			}
			retypeTexts(form, d.Texts())
			return v.SetDimension(d)
		},
		a.flashSaved(w, r, site.AdminDimension(key)),
		func(f adminview.Form) templ.Component { return adminview.Dimension(f, key) })
}

// confirmDimensionRemoval says what goes with a dimension.
func (a *Admin) confirmDimensionRemoval(w http.ResponseWriter, r *http.Request) error {
	return a.showPart(w, r, (*quiz.Version).DimensionIndex, adminview.DimensionRemoval)
}

// deleteDimension takes a dimension out of the draft with all that is about it.
func (a *Admin) deleteDimension(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	return a.add(w, r, "dimensions."+key,
		func(v *quiz.Version, _ url.Values) error { return v.DeleteDimension(key) },
		a.flashAfterEdit(w, r, adminview.Deleted, adminview.AtList, site.AdminDimensions), adminview.Dimensions)
}
