package admin

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/words"
)

// keyingRoutes mounts what the buttons beside the checks do.
func (a *Admin) keyingRoutes(r chi.Router, handle func(page.Handler) http.HandlerFunc) {
	r.Get(site.AdminKeying, handle(a.showKeying))
	r.Post(site.AdminKeying, handle(a.spreadKeying))
	r.Get(site.AdminQuestionMirrorPattern, handle(a.showMirror))
	r.Post(site.AdminQuestionMirrorPattern, handle(a.mirror))
	for _, pattern := range []string{site.AdminQuestionTurnPattern, site.AdminOptionPositionPattern} {
		r.Get(pattern, handle(backToChecks)) // after a form was stale
	}
	r.Post(site.AdminQuestionTurnPattern, handle(a.turnSides))
	r.Post(site.AdminOptionPositionPattern, handle(a.moveOption))
}

// turnSides puts the right side of a pair on the left.
func (a *Admin) turnSides(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	return a.mend(w, r, "questions."+key, adminview.Turned,
		func(v *quiz.Version, _ url.Values) error { return v.TurnSides(key) })
}

// moveOption moves a way to act up or down.
func (a *Admin) moveOption(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	return a.mend(w, r, "questions."+key, adminview.OptionMoved,
		func(v *quiz.Version, form url.Values) error {
			option, err := strconv.Atoi(chi.URLParam(r, "option"))
			if err != nil {
				return quiz.ErrNotFound
			}
			to, err := strconv.Atoi(form.Get("to"))
			if err != nil {
				return quiz.ErrNotFound
			}
			return v.MoveOption(key, option, to)
		})
}

// mend is an edit made from a button beside a check. A refused one shows the
// checks again.
func (a *Admin) mend(w http.ResponseWriter, r *http.Request, subject, what string, decide func(*quiz.Version, url.Values) error) error {
	return a.edit(w, r, edit{
		subject: subject, decide: decide,
		to: a.flashAfterEdit(w, r, what, adminview.AtList, site.AdminChecks),
		refuse: func(s shown) (templ.Component, error) {
			s.After = s.Before
			return checksPage(language(r), s.form()), nil
		},
	})
}

// mendOf is a step as a button beside a check.
func mendOf(l words.Language, v *quiz.Version, s check.Step) adminview.Mend {
	m := adminview.Mend{Label: stepSaid(l, v, s)}
	switch s.Act { //exhaustive:enforce
	case check.Mirror:
		m.To, m.Page = site.AdminQuestionMirror(s.Question), true
	case check.Turn:
		m.To = site.AdminQuestionTurn(s.Question)
	case check.Shift:
		m.To, m.Hidden = site.AdminOptionPosition(s.Question, s.Option), []string{"to", strconv.Itoa(s.To)}
	case check.Weigh: // stands on the page that spreads the keying
		m.To, m.Page = site.AdminKeying, true
	}
	return m
}

// stepSaid says what a step does.
func stepSaid(l words.Language, v *quiz.Version, s check.Step) string {
	i := v.QuestionIndex(s.Question)
	q := v.Questions[i]
	switch s.Act { //exhaustive:enforce
	case check.Mirror:
		return l.Say("adminkeying.mirror_step", "number", i+1, "text", q.Text)
	case check.Turn:
		return l.Say("adminkeying.turn_step", "number", i+1, "left", q.Left, "right", q.Right)
	case check.Shift:
		id := "adminkeying.down_step"
		if s.To < s.Option {
			id = "adminkeying.up_step"
		}
		return l.Say(id, "number", i+1, "act", q.Options[s.Option].Label, "place", s.To+1)
	case check.Weigh:
		return l.Say("adminkeying.strength_step", "number", i+1, "was", quiz.FieldNumber(q.Strength), "now", quiz.FieldNumber(s.Strength))
	}
	return ""
}
