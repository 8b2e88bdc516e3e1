package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// contentRoutes mounts the pages for all of the draft but its questions.
func (a *Admin) contentRoutes(r chi.Router, handle func(page.Handler) http.HandlerFunc) {
	a.moveRoutes(r, handle)
	r.Get(site.AdminDimensions, handle(a.showDimensions))
	r.Post(site.AdminDimensions, handle(a.addDimension))
	r.Get(site.AdminDimensionPattern, handle(a.showDimension))
	r.Post(site.AdminDimensionPattern, handle(a.saveDimension))
	r.Get(site.AdminDimensionRemovalPattern, handle(a.confirmDimensionRemoval))
	r.Post(site.AdminDimensionRemovalPattern, handle(a.deleteDimension))
	r.Get(site.AdminQuizRoles, handle(a.showRoles))
	r.Post(site.AdminQuizRoles, handle(a.addRole))
	r.Get(site.AdminPriors, handle(backToRoles)) // after the form was stale
	r.Post(site.AdminPriors, handle(a.savePriors))
	r.Get(site.AdminQuizRolePattern, handle(a.showRole))
	r.Post(site.AdminQuizRolePattern, handle(a.saveRole))
	r.Get(site.AdminStatementsPattern, handle(backToRole)) // as above
	r.Post(site.AdminStatementsPattern, handle(a.addStatements))
	r.Get(site.AdminQuizRoleRemovalPattern, handle(a.confirmRoleRemoval))
	r.Post(site.AdminQuizRoleRemovalPattern, handle(a.deleteRole))
	r.Get(site.AdminSettings, handle(a.showSettings))
	r.Post(site.AdminSettings, handle(a.saveSettings))
	r.Get(site.AdminGuide, handle(a.showGuide))
	r.Post(site.AdminGuide, handle(a.saveGuide))
	r.Get(site.AdminScenarios, handle(a.showScenarios))
	r.Post(site.AdminScenarios, handle(a.addScenario))
	r.Get(site.AdminScenarioPattern, handle(a.showScenario))
	r.Post(site.AdminScenarioPattern, handle(a.saveScenario))
	r.Get(site.AdminScenarioRemovalPattern, handle(backToScenario)) // as above
	r.Post(site.AdminScenarioRemovalPattern, handle(a.deleteScenario))
	r.Get(site.AdminTranslations, handle(a.showTranslations))
	r.Get(site.AdminOutdated, handle(a.showOutdated))
	r.Post(site.AdminOutdated, handle(a.keepSmall))
	r.Get(site.AdminTranslationPattern, handle(a.showTranslation))
	r.Post(site.AdminTranslationPattern, handle(a.saveTranslation))
	r.Get(site.AdminChecks, handle(a.showChecks))
	a.keyingRoutes(r, handle)
}

// draftOrPublished returns the draft, or while there is none the published version,
// which the pages show without a way to change it.
func (a *Admin) draftOrPublished(ctx context.Context) (*quiz.Version, error) {
	draft, _, err := a.store.Draft(ctx)
	if err == nil {
		return draft, nil
	}
	if !errors.Is(err, quiz.ErrNotFound) {
		return nil, fmt.Errorf("load draft: %w", err)
	}
	return a.published(ctx)
}

// published returns what new takers are asked, or errNotPublished.
func (a *Admin) published(ctx context.Context) (*quiz.Version, error) {
	v, err := a.live(ctx)
	if err == nil && v == nil {
		return nil, errNotPublished
	}
	return v, err
}

// errNotPublished does not wrap quiz.ErrNotFound, which says that there is no
// draft.
var errNotPublished = &page.Error{
	Status: http.StatusNotFound, Title: "adminerror.not_published_title",
	Message: "adminerror.not_published",
	Action:  "adminerror.to_versions", To: site.AdminVersions,
}

// live is like published, but nil while nothing is published.
func (a *Admin) live(ctx context.Context) (*quiz.Version, error) {
	id, err := a.store.PublishedID(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, nil //nolint:nilnil // a new quiz has none
	}
	if err != nil {
		return nil, fmt.Errorf("find published version: %w", err)
	}
	v, err := a.store.Version(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("load published version: %w", err)
	}
	return v, nil
}

// form is an editing page with the values of the version.
func (a *Admin) form(r *http.Request) (adminview.Form, error) {
	v, err := a.draftOrPublished(r.Context())
	if err != nil {
		return adminview.Form{}, err
	}
	return adminview.Form{
		Page: pageOf(r, v), Version: v, Revision: v.Revision,
	}, nil
}

// showPart shows the part that the address names by its key, if the version has
// it.
func (a *Admin) showPart(w http.ResponseWriter, r *http.Request,
	index func(v *quiz.Version, key string) int,
	view func(f adminview.Form, key string) templ.Component,
) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	key := chi.URLParam(r, "key")
	if index(form.Version, key) < 0 {
		return quiz.ErrNotFound
	}
	return page.Render(w, r, http.StatusOK, view(form, key))
}

// change is an edit whose refused form shows the draft as it would be, with
// what was typed.
func (a *Admin) change(w http.ResponseWriter, r *http.Request, subject string,
	decide func(v *quiz.Version, form url.Values) error,
	to func(v *quiz.Version) string,
	view func(adminview.Form) templ.Component,
) error {
	return a.edit(w, r, edit{
		subject: subject, decide: decide, to: to,
		refuse: func(s shown) (templ.Component, error) { return view(s.form()), nil },
	})
}

// add is an edit from the page that lists what there is. A refused form shows
// that as it is.
func (a *Admin) add(w http.ResponseWriter, r *http.Request, subject string,
	decide func(v *quiz.Version, form url.Values) error,
	to func(v *quiz.Version) string,
	view func(adminview.Form) templ.Component,
) error {
	return a.edit(w, r, edit{
		subject: subject, decide: decide, to: to,
		refuse: func(s shown) (templ.Component, error) {
			s.After = s.Before
			return view(s.form()), nil
		},
	})
}

// underName puts the problems of a part that could not be added beside the
// one control there is for it.
func underName(err error) error {
	problems, ok := errors.AsType[quiz.Problems](err)
	if !ok {
		return err
	}
	moved := quiz.Problems{}
	for _, p := range problems {
		if moved.For("name") != p.Message {
			p.Field = "name"
			moved = append(moved, p)
		}
	}
	return moved
}

// problemsOf takes what a person can correct out of an error.
func problemsOf(err error) (quiz.Problems, error) {
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		return problems, nil
	}
	return nil, err
}
