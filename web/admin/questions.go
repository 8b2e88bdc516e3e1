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
		site.AdminQuestionPositionPattern, site.AdminQuestionCopyPattern, site.AdminQuestionRetirementPattern,
	} {
		r.Get(pattern, handle(backToQuestions)) // after a form was stale
	}
	r.Post(site.AdminQuestionPositionPattern, handle(a.moveQuestion))
	r.Post(site.AdminQuestionCopyPattern, handle(a.copyQuestion))
	r.Post(site.AdminQuestionRetirementPattern, handle(a.retireQuestion))
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
	props := questionsProps(v, filterOf(r.URL.Query()))
	props.Page = questionsPage(pageOf(r, v))
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
	f := adminview.QuestionFilter{Text: strings.TrimSpace(query.Get("text")), Dimension: query.Get("dimension"), Kind: query.Get("type")}
	kept := url.Values{}
	for name, value := range map[string]string{"text": f.Text, "dimension": f.Dimension, "type": f.Kind} {
		if value != "" {
			kept.Set(name, value)
		}
	}
	f.Query = kept.Encode()
	return f
}

func questionsProps(v *quiz.Version, f adminview.QuestionFilter) adminview.QuestionsProps {
	p := adminview.QuestionsProps{Draft: v.State == quiz.Draft, Version: v, Filter: f, Revision: v.Revision}
	findings := check.Version(v).Findings
	for i, q := range v.Questions {
		if !chosenBy(f, q) {
			continue
		}
		row := adminview.QuestionRow{Number: i + 1, Question: q}
		for _, d := range v.Dimensions {
			if q.Loads(d.Key) {
				row.Dimensions = append(row.Dimensions, d.Name)
			}
		}
		for _, finding := range findings {
			switch {
			case !within(finding.Field, "questions."+q.Key):
			case finding.Severity == check.Error:
				row.Errors++
			default:
				row.Advice++
			}
		}
		p.Rows = append(p.Rows, row)
	}
	return p
}

// within reports whether a place is another or lies in it.
func within(field, place string) bool {
	return field == place || strings.HasPrefix(field, place+".")
}

func chosenBy(f adminview.QuestionFilter, q quiz.Question) bool {
	texts := []string{q.Key, q.Text, q.Left, q.Right}
	for _, o := range q.Options {
		texts = append(texts, o.Label)
	}
	word := strings.ToLower(f.Text)
	return (f.Kind == "" || f.Kind == string(q.Kind)) && (f.Dimension == "" || q.Loads(f.Dimension)) &&
		slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(strings.ToLower(text), word) })
}
