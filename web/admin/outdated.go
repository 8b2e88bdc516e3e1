package admin

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showOutdated lists the translations whose English changed.
func (a *Admin) showOutdated(w http.ResponseWriter, r *http.Request) error {
	draft, err := a.draft(r.Context())
	if err != nil {
		return err
	}
	live, err := a.live(r.Context())
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, outdatedView(adminview.Page{Viewer: viewer(r)}, draft, live, draft.Revision, url.Values{}))
}

// keepSmall says of changes that they were small: their translations go on.
func (a *Admin) keepSmall(w http.ResponseWriter, r *http.Request) error {
	live, err := a.live(r.Context())
	if err != nil {
		return err
	}
	return a.edit(w, r, edit{
		action: quiz.ActionSmallChange, subject: "translations",
		reads: func(*quiz.Version) []string { // both texts of what is ticked
			var fields []string
			for _, ticked := range r.PostForm[adminview.SmallField] {
				_, field, _ := strings.Cut(ticked, ".")
				fields = append(fields, field, "translations."+ticked)
			}
			return fields
		},
		decide: func(v *quiz.Version, form url.Values) error {
			return keepTicked(v, live, form[adminview.SmallField])
		},
		to: func(*quiz.Version) string { return safeNext(r.PostForm.Get("next")) },
		refuse: func(s shown) (templ.Component, error) {
			return outdatedView(s.Page, s.After, live, s.Revision, s.Form), nil
		},
	})
}

func keepTicked(v, live *quiz.Version, ticked []string) error {
	if len(ticked) == 0 {
		return quiz.Refusal(adminview.SmallField, "small_none")
	}
	// What is not outdated any more needs nothing.
	v.KeepTranslations(live, func(t quiz.OutdatedText) bool { return slices.Contains(ticked, adminview.Small(t)) })
	return nil
}

func outdatedView(p adminview.Page, v, live *quiz.Version, revision int64, form url.Values) templ.Component {
	p.Title, p.Here = p.Say("adminoutdated.title"), site.AdminTranslations
	next := form.Get("next")
	if next == "" {
		next = site.AdminOutdated
	}
	return adminview.Outdated(p, adminview.OutdatedProps{
		Language: p.Language, Texts: v.OutdatedIn(p.Localize, live), Revision: revision, Next: next,
		Ticked: form[adminview.SmallField], Problem: p.Problems.For(adminview.SmallField),
	})
}

// outdatedFields name, in an address, the texts whose translation a form has
// just outdated.
const outdatedFields = "outdated"

// withOutdated adds to where an accepted form leads what it outdated.
func withOutdated(to string, fields []string) string {
	u, err := url.Parse(to)
	if err != nil || len(fields) == 0 {
		return to
	}
	query := u.Query()
	query.Set(outdatedFields, strings.Join(fields, ","))
	u.RawQuery = query.Encode()
	return u.String()
}

// pageOf is a page that shows a version, and first what the last form outdated.
func pageOf(r *http.Request, v *quiz.Version) adminview.Page {
	p, query := adminview.Page{Viewer: viewer(r)}, r.URL.Query()
	if !query.Has(outdatedFields) || v.State != quiz.Draft {
		return p
	}
	fields := strings.Split(query.Get(outdatedFields), ",")
	query.Del(outdatedFields)
	here := url.URL{Path: r.URL.Path, RawQuery: query.Encode()}
	p.JustOutdated = adminview.OutdatedProps{
		Language: p.Language, Revision: v.Revision, Next: here.String(),
		Texts: slices.DeleteFunc(v.OutdatedIn(p.Localize), func(t quiz.OutdatedText) bool { return !slices.Contains(fields, t.Field) }),
	}
	return p
}
