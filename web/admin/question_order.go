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

// addQuestion adds a question at either end of the list and leads to its page.
func (a *Admin) addQuestion(w http.ResponseWriter, r *http.Request) error {
	var key string
	return a.editList(w, r, "questions", func(v *quiz.Version, form url.Values) (err error) {
		at := 0
		if form.Get("at") == adminview.AddFirst {
			at = 1
		}
		key, err = v.AddQuestion(quiz.Kind(form.Get("kind")), at)
		return err
	}, func(*quiz.Version) string {
		return a.flash(w, r, site.AdminQuestion(key), adminview.Added, adminview.AtTop)
	})
}

// copyQuestion puts a copy behind a question and leads to its page.
func (a *Admin) copyQuestion(w http.ResponseWriter, r *http.Request) error {
	key, copied := chi.URLParam(r, "key"), ""
	return a.editList(w, r, "questions."+key, func(v *quiz.Version, _ url.Values) (err error) {
		copied, err = v.CopyQuestion(key)
		return err
	}, func(*quiz.Version) string {
		return a.flash(w, r, site.AdminQuestion(copied), adminview.Copied, adminview.AtTop)
	})
}

// moveQuestion puts a question to another place.
func (a *Admin) moveQuestion(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	return a.editList(w, r, "questions."+key+".position", func(v *quiz.Version, form url.Values) error {
		return v.MoveQuestion(key, moveOf(form))
	}, func(*quiz.Version) string { return a.backTo(w, r, key, adminview.Moved) })
}

// retireQuestion says whether a question is asked.
func (a *Admin) retireQuestion(w http.ResponseWriter, r *http.Request) error {
	key, what := chi.URLParam(r, "key"), adminview.AskedAgain
	return a.editList(w, r, "questions."+key+".retired", func(v *quiz.Version, form url.Values) error {
		retired := form.Get("retired") == "yes"
		if retired {
			what = adminview.Retired
		}
		return v.RetireQuestion(key, retired)
	}, func(*quiz.Version) string { return a.backTo(w, r, key, what) })
}

// editList is an edit made from a button of the list. A refused one shows the
// list again.
func (a *Admin) editList(w http.ResponseWriter, r *http.Request, subject string, decide func(*quiz.Version, url.Values) error, to func(*quiz.Version) string) error {
	return a.edit(w, r, edit{
		subject: subject, decide: decide, to: to,
		refuse: func(s shown) (templ.Component, error) {
			props, err := a.questionsProps(r, s.Before, formFilter(s.Form))
			if err != nil {
				return nil, err
			}
			props.Page, props.Revision = questionsPage(s.Page), s.Revision
			props.NewKind, props.NewAt = s.Form.Get("kind"), s.Form.Get("at")
			props.Strength = s.Form.Get("strength")
			for i := range props.Rows {
				props.Rows[i].Ticked = slices.Contains(s.Form[adminview.TickedField], props.Rows[i].Question.Key)
				if s.Problems.For("questions."+props.Rows[i].Question.Key+".position") != "" {
					props.Rows[i].To = s.Form.Get("to")
				}
			}
			return adminview.Questions(props), nil
		},
	})
}

// backTo is the place of a question in the list the button was pressed in.
func (a *Admin) backTo(w http.ResponseWriter, r *http.Request, key, what string) string {
	to := url.URL{Path: site.AdminQuestions, RawQuery: formFilter(r.PostForm).Query}
	return a.flash(w, r, to.String(), what, "questions."+key)
}

func formFilter(form url.Values) adminview.QuestionFilter {
	query, err := url.ParseQuery(form.Get("filter"))
	if err != nil {
		return adminview.QuestionFilter{}
	}
	return filterOf(query)
}

// askRemoval asks whether to delete a question.
func (a *Admin) askRemoval(w http.ResponseWriter, r *http.Request) error {
	v, i, err := a.draftQuestion(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, removal(adminview.Page{Viewer: viewer(r)}, v, i, v.Revision))
}

// deleteQuestion takes a question out of the draft.
func (a *Admin) deleteQuestion(w http.ResponseWriter, r *http.Request) error {
	key, place := chi.URLParam(r, "key"), 0
	return a.edit(w, r, edit{
		subject: "questions." + key,
		decide: func(v *quiz.Version, _ url.Values) error {
			place = v.QuestionIndex(key) + 1
			return v.DeleteQuestion(key)
		},
		to: func(*quiz.Version) string {
			return a.flash(w, r, site.AdminQuestions, adminview.Deleted, adminview.AtNumber(place))
		},
		refuse: func(s shown) (templ.Component, error) {
			return removal(s.Page, s.Before, s.Before.QuestionIndex(key), s.Revision), nil
		},
	})
}

func removal(p adminview.Page, v *quiz.Version, i int, revision int64) templ.Component {
	p.Title, p.Here, p.Narrow = p.Say("adminquestions.delete_title"), site.AdminQuestions, true
	return adminview.QuestionRemoval(adminview.QuestionRemovalProps{Page: p, Number: i + 1, Question: v.Questions[i], Revision: revision})
}

// draftQuestion finds the question of the draft an address names. It returns
// errNoDraft or quiz.ErrNotFound.
func (a *Admin) draftQuestion(r *http.Request) (*quiz.Version, int, error) {
	v, saved, err := a.savedDraft(r.Context())
	if err != nil {
		return nil, 0, err
	}
	i := v.QuestionIndex(chi.URLParam(r, "key"))
	if i < 0 {
		return nil, 0, &lostError{saved.By, saved.At, a.now(), quiz.ErrNotFound}
	}
	return v, i, nil
}
