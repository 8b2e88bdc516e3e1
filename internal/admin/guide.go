package admin

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"whichpm/internal/page"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/adminview"
)

// showGuide shows the editor of what the guide says about the roles together.
func (a *Admin) showGuide(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Guide(form))
}

// saveGuide replaces it. An entry ticked for removal goes, and the empty one
// at the end is added once something is written in it.
func (a *Admin) saveGuide(w http.ResponseWriter, r *http.Request) error {
	return a.change(w, r, "guide",
		func(v *quiz.Version, form url.Values) error {
			return v.SetGuide(quiz.Guide{
				WorkingTogether: form.Get("guide.working_together"), Difference: form.Get("guide.difference_in_one_line"),
				Responsibility: form.Get("guide.level_of_responsibility"), SetUps: setUps(v, form),
				BothRoles: form.Get("guide.both_roles"), Caveats: listed(form, "guide.caveats"),
				Contradictions: listed(form, "guide.contradictions"), Asked: asked(form), Credit: form.Get("guide.credit"),
			})
		},
		always(site.AdminGuide), adminview.Guide)
}

// setUps reads the kinds of company the form has, in its order.
func setUps(v *quiz.Version, form url.Values) []quiz.SetUp {
	var kept []quiz.SetUp
	taken := map[string]bool{}
	for _, key := range form["set_up"] {
		at := "guide.set_ups." + key
		if form.Has(at+".removal") || taken[key] {
			continue
		}
		taken[key] = true
		kept = append(kept, quiz.SetUp{Key: key, Name: form.Get(at + ".name"), Pole: form.Get(at + ".pole"), Text: form.Get(at + ".text")})
	}
	added := quiz.SetUp{Name: form.Get("added_set_up.name"), Pole: form.Get("added_set_up.pole"), Text: form.Get("added_set_up.text")}
	if strings.TrimSpace(added.Name+added.Text) == "" {
		return kept
	}
	for n := 1; added.Key == "" || taken[added.Key]; n++ {
		added.Key = fmt.Sprintf("company_%d_%d", v.ID, n)
	}
	return append(kept, added)
}

// asked reads the questions people ask, numbered from 0.
func asked(form url.Values) []quiz.Asked {
	var kept []quiz.Asked
	for i := 0; form.Has(adminview.AskedField(i) + ".question"); i++ {
		at := adminview.AskedField(i)
		a := quiz.Asked{Question: form.Get(at + ".question"), Answer: form.Get(at + ".answer")}
		if !form.Has(at + ".removal") {
			kept = append(kept, a)
		}
	}
	added := quiz.Asked{Question: form.Get("added_asked.question"), Answer: form.Get("added_asked.answer")}
	if strings.TrimSpace(added.Question+added.Answer) != "" {
		kept = append(kept, added)
	}
	return kept
}
