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
			g.Companies = typedCompanies(v, form)
			g.Decisions = typedEntries(v, form, quiz.DecisionsField, g.Decisions, typedDecision(v))
			g.CloseRoles = typedEntries(v, form, quiz.CloseRolesField, g.CloseRoles, typedCloseRole)
			g.Myths = typedEntries(v, form, quiz.MythsField, g.Myths, typedTexts((*quiz.Myth).Texts))
			g.FAQ = typedEntries(v, form, quiz.FAQField, g.FAQ, typedTexts((*quiz.FAQ).Texts))
			g.Glossary = typedEntries(v, form, quiz.GlossaryField, g.Glossary, typedTexts((*quiz.Term).Texts))
			return v.SetGuide(g)
		},
		a.flashSaved(w, r, site.AdminGuide), adminview.Guide)
}

// typedCloseRole reads a close role. A box that is not there is not ticked,
// where the form shows the list.
func typedCloseRole(form url.Values, at string, i int, c *quiz.CloseRole) {
	retypeTexts(form, c.Texts(i))
	if shows(form, quiz.CloseRolesField) {
		c.Between = form.Get(at+"between") == "on"
	}
}

// typedDecision reads what part each role has in a decision. One that has none,
// and of which nothing is said, is not kept.
func typedDecision(v *quiz.Version) func(url.Values, string, int, *quiz.Decision) {
	return func(form url.Values, at string, i int, d *quiz.Decision) {
		retypeTexts(form, d.Texts(i)[:1])
		d.Parts = slices.Clone(d.Parts)
		for _, role := range v.Roles {
			was, of := d.PartOf(role.Key), at+"parts."+role.Key+"."
			r, part := was, string(was.Part)
			retype(form, of+"part", &part)
			r.Part = quiz.Part(part)
			retype(form, of+"text", &r.Text)
			if r != was {
				d.SetPart(r)
			}
		}
	}
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
