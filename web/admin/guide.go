package admin

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showGuide shows the editor of what the guide says about the roles together.
func (a *Admin) showGuide(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Guide(form))
}

// saveGuide changes it. An entry ticked for removal goes, and the empty one at
// the end is added once something is written in it.
func (a *Admin) saveGuide(w http.ResponseWriter, r *http.Request) error {
	return a.change(w, r, "guide",
		func(v *quiz.Version, form url.Values) error {
			g := v.Clone().Guide
			retypeTexts(form, g.Texts())
			var was []int
			g.FAQ, was = typedFAQ(v, form)
			g.Companies = typedCompanies(v, form)
			v.CarryFAQ(was)
			return v.SetGuide(g)
		},
		a.flashSaved(w, r, site.AdminGuide), adminview.Guide)
}

// typedCompanies reads the kinds of company the form has, in its order.
func typedCompanies(v *quiz.Version, form url.Values) []quiz.CompanyKind {
	keys := form["set_up"]
	if !shows(form, "guide.set_ups") {
		keys = nil
		for _, s := range v.Guide.Companies {
			keys = append(keys, s.Key)
		}
	}
	var kept []quiz.CompanyKind
	taken := map[string]bool{}
	for _, key := range keys {
		at := "guide.set_ups." + key
		if form.Has(at+".removal") || taken[key] {
			continue
		}
		taken[key] = true
		kept = append(kept, typedCompany(v, form, at, key))
	}
	added := quiz.CompanyKind{Name: form.Get("added_set_up.name"), Pole: form.Get("added_set_up.pole"), Text: form.Get("added_set_up.text")}
	if strings.TrimSpace(added.Name+added.Text) == "" {
		return kept
	}
	for n := 1; added.Key == "" || taken[added.Key]; n++ {
		added.Key = fmt.Sprintf("company_%d_%d", v.ID, n)
	}
	return append(kept, added)
}

// typedCompany is the one with that key, with what the form says of it.
func typedCompany(v *quiz.Version, form url.Values, at, key string) quiz.CompanyKind {
	c := quiz.CompanyKind{Key: key}
	if i := slices.IndexFunc(v.Guide.Companies, func(kept quiz.CompanyKind) bool { return kept.Key == key }); i >= 0 {
		c = v.Guide.Companies[i]
	}
	retypeTexts(form, c.Texts())
	retype(form, at+".pole", &c.Pole)
	return c
}

// shows reports whether the form has a list as a whole.
func shows(form url.Values, list string) bool {
	return slices.Contains(form[adminview.ListField], list)
}

// typedFAQ reads the questions people ask, numbered from 0, and for each its
// number as kept.
func typedFAQ(v *quiz.Version, form url.Values) (kept []quiz.FAQ, was []int) {
	whole := shows(form, "guide.questions_people_ask")
	for i := 0; ; i++ {
		at, place := adminview.FAQField(i), i
		if whole {
			place = placeOf(form.Get(at + ".was"))
		}
		there := place >= 0 && place < len(v.Guide.FAQ)
		if whole && !form.Has(at+".was") || !whole && !there {
			break
		}
		a := quiz.FAQ{}
		if there {
			a = v.Guide.FAQ[place]
		}
		retypeTexts(form, a.Texts(i))
		if !form.Has(at + ".removal") {
			kept, was = append(kept, a), append(was, place)
		}
	}
	added := quiz.FAQ{Question: form.Get("added_asked.question"), Answer: form.Get("added_asked.answer")}
	if strings.TrimSpace(added.Question+added.Answer) != "" {
		kept, was = append(kept, added), append(was, quiz.NoAnswer)
	}
	return kept, was
}
