package admin

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// moveOf reads where a form of a list moves something.
func moveOf(form url.Values) quiz.Move {
	if by, err := strconv.Atoi(form.Get("by")); err == nil && by != 0 {
		return quiz.Move{By: by}
	}
	to, err := quiz.ReadWhole(form.Get("to"))
	if err != nil {
		to = 0 // no place has this number: the domain says what to do
	}
	return quiz.Move{To: to}
}

// move is a form that moves a part among the others, and leads back to the list.
// A refused one shows the list as it is.
func (a *Admin) move(w http.ResponseWriter, r *http.Request, list, to string,
	move func(v *quiz.Version, key string, m quiz.Move) error, view func(adminview.Form) templ.Component,
) error {
	key := chi.URLParam(r, "key")
	return a.add(w, r, list+"."+key+".position",
		func(v *quiz.Version, form url.Values) error { return move(v, key, moveOf(form)) },
		a.flashAfterEdit(w, r, adminview.Moved, list+"."+key, to), view)
}

func (a *Admin) moveDimension(w http.ResponseWriter, r *http.Request) error {
	return a.move(w, r, "dimensions", site.AdminDimensions, (*quiz.Version).MoveDimension, adminview.Dimensions)
}

func (a *Admin) moveRole(w http.ResponseWriter, r *http.Request) error {
	return a.move(w, r, "roles", site.AdminQuizRoles, (*quiz.Version).MoveRole, adminview.Roles)
}

func (a *Admin) moveScenario(w http.ResponseWriter, r *http.Request) error {
	live, err := a.live(r.Context())
	if err != nil {
		return err
	}
	return a.move(w, r, "scenarios", site.AdminScenarios, (*quiz.Version).MoveScenario, scenariosView(live))
}

// moveRoutes mounts those forms. The address of one that was stale leads to the
// list.
func (a *Admin) moveRoutes(r chi.Router, handle func(page.Handler) http.HandlerFunc) {
	for _, of := range []struct {
		pattern, list string
		move          page.Handler
	}{
		{site.AdminDimensionPositionPattern, site.AdminDimensions, a.moveDimension},
		{site.AdminQuizRolePositionPattern, site.AdminQuizRoles, a.moveRole},
		{site.AdminScenarioPositionPattern, site.AdminScenarios, a.moveScenario},
	} {
		r.Get(of.pattern, handle(func(w http.ResponseWriter, r *http.Request) error { return page.Redirect(w, r, of.list) }))
		r.Post(of.pattern, handle(of.move))
	}
}
