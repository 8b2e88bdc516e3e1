package admin

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// questionRoutes mounts the pages that edit questions and try the draft out.
func (a *Admin) questionRoutes(r chi.Router, handle func(page.Handler) http.HandlerFunc) {
	a.previewRoutes(r, handle)
	r.Post(site.AdminDraft, handle(a.beginDraft))
	r.Get(site.AdminQuestions, handle(a.showQuestions))
	r.Post(site.AdminQuestions, handle(a.addQuestion))
	for _, pattern := range []string{
		site.AdminQuestionPositionPattern, site.AdminQuestionCopyPattern, site.AdminQuestionRetirementPattern, site.AdminQuestionsSeveral,
	} {
		r.Get(pattern, handle(backToQuestions)) // after a form was stale
	}
	r.Post(site.AdminQuestionPositionPattern, handle(a.moveQuestion))
	r.Post(site.AdminQuestionCopyPattern, handle(a.copyQuestion))
	r.Post(site.AdminQuestionRetirementPattern, handle(a.retireQuestion))
	r.Post(site.AdminQuestionsSeveral, handle(a.doToSeveral))
	r.Get(site.AdminQuestionsRemoval, handle(a.askSeveralRemoval))
	r.Post(site.AdminQuestionsRemoval, handle(a.deleteSeveral))
	r.Get(site.AdminQuestionPattern, handle(a.showQuestion))
	r.Post(site.AdminQuestionPattern, handle(a.saveQuestion))
	r.Get(site.AdminQuestionRemovalPattern, handle(a.askRemoval))
	r.Post(site.AdminQuestionRemovalPattern, handle(a.deleteQuestion))
}

// beginDraft copies what is published. Where there is a draft already, that
// one is shown.
func (a *Admin) beginDraft(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	live, err := a.published(r.Context())
	if err != nil {
		return err
	}
	_, err = a.store.StartDraft(r.Context(), live.ID, currentAdmin(r).Email, a.now())
	if err != nil && !errors.Is(err, quiz.ErrDraftExists) {
		return fmt.Errorf("start draft: %w", err)
	}
	if next := r.PostForm.Get("next"); next != "" {
		return page.Redirect(w, r, a.flash(w, r, safeNext(next), adminview.Started, adminview.AtTop))
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminQuestions, adminview.Started, adminview.AtTop))
}

// showQuestions lists the questions of the draft, or those that are live.
func (a *Admin) showQuestions(w http.ResponseWriter, r *http.Request) error {
	v, err := a.draftOrPublished(r.Context())
	if err != nil {
		return err
	}
	props, err := a.questionsProps(r, v, filterOf(r.URL.Query()))
	if err != nil {
		return err
	}
	props.Page = questionsPage(pageOf(r, v))
	for i := range props.Rows {
		props.Rows[i].Ticked = r.URL.Query().Has(adminview.TickAll)
	}
	return page.Render(w, r, http.StatusOK, adminview.Questions(props))
}

func backToQuestions(w http.ResponseWriter, r *http.Request) error {
	return page.Redirect(w, r, site.AdminQuestions)
}

func questionsPage(p adminview.Page) adminview.Page {
	p.Title, p.Here = p.Say("adminframe.questions"), site.AdminQuestions
	return p
}

// filterOf reads the filter from an address.
func filterOf(query url.Values) adminview.QuestionFilter {
	f := adminview.QuestionFilter{
		Text: strings.TrimSpace(query.Get("text")), Dimension: query.Get("dimension"), Kind: query.Get("type"),
		State: query.Get("state"), Findings: query.Get("findings"), Answers: query.Get("answers"),
	}
	kept := url.Values{}
	for name, value := range map[string]string{
		"text": f.Text, "dimension": f.Dimension, "type": f.Kind, "state": f.State, "findings": f.Findings, "answers": f.Answers,
	} {
		if value != "" {
			kept.Set(name, value)
		}
	}
	f.Query = kept.Encode()
	return f
}

func (a *Admin) questionsProps(r *http.Request, v *quiz.Version, f adminview.QuestionFilter) (adminview.QuestionsProps, error) {
	p := adminview.QuestionsProps{Draft: v.State == quiz.Draft, Version: v, Filter: f, Revision: v.Revision}
	var tell map[string]bool
	if f.Answers != "" {
		var err error
		if tell, err = a.toLookAt(r.Context(), v, f.Answers); err != nil {
			return p, err
		}
	}
	all := check.Version(v).Findings
	for i, q := range v.Questions {
		row := adminview.QuestionRow{Number: i + 1, Question: q}
		for _, d := range v.Dimensions {
			if q.Loads(d.Key) {
				row.Dimensions = append(row.Dimensions, d.Name)
			}
		}
		for _, finding := range all {
			switch {
			case !within(finding.Field, "questions."+q.Key):
			case finding.Severity == check.Error:
				row.Errors++
			default:
				row.Advice++
			}
		}
		if chosenBy(f, row) && (f.Answers == "" || tell[q.Key]) {
			p.Rows = append(p.Rows, row)
		}
	}
	return p, nil
}

// within reports whether a place is another or lies in it.
func within(field, place string) bool {
	return field == place || strings.HasPrefix(field, place+".")
}

// chosenBy reports whether a row is one that the filter lets through, but for
// what the answers say.
func chosenBy(f adminview.QuestionFilter, row adminview.QuestionRow) bool {
	q := row.Question
	texts := []string{q.Key, q.Text, q.Left, q.Right}
	for _, o := range q.Options {
		texts = append(texts, o.Label)
	}
	word := strings.ToLower(f.Text)
	switch {
	case f.State == adminview.OnlyAsked && q.Retired, f.State == adminview.OnlyRetired && !q.Retired,
		f.Findings == adminview.WithErrors && row.Errors == 0, f.Findings == adminview.WithAdvice && row.Advice == 0:
		return false
	}
	return (f.Kind == "" || f.Kind == string(q.Kind)) && (f.Dimension == "" || q.Loads(f.Dimension)) &&
		slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(strings.ToLower(text), word) })
}
