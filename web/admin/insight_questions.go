package admin

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"net/http"
	"slices"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// orders are what the list of questions can be sorted by: what needs a look
// comes first.
var orders = map[string]func(i insight.ItemStats) float64{
	adminview.DefaultSort: func(i insight.ItemStats) float64 { return -float64(len(i.Flags)) },
	"number":              func(i insight.ItemStats) float64 { return float64(i.Question) },
	"asked":               func(i insight.ItemStats) float64 { return -float64(i.Asked) },
	"skipped":             func(i insight.ItemStats) float64 { return -float64(i.Skipped()) / float64(max(i.Asked, 1)) },
	"mean":                func(i insight.ItemStats) float64 { return -math.Abs(i.Mean) },
	"sd":                  func(i insight.ItemStats) float64 { return last(i.Answered > 1, i.SD) },
	"rest":                func(i insight.ItemStats) float64 { return last(i.RestN >= insight.MinGroup, i.ItemRest) },
	"dprime":              func(i insight.ItemStats) float64 { return last(i.DPrime.Known, -math.Abs(i.DPrime.Value)) },
}

// last puts what is not known behind the rest.
func last(known bool, x float64) float64 {
	if !known || math.IsNaN(x) {
		return math.Inf(1)
	}
	return x
}

// showInsightQuestions lists the questions with what their answers say.
func (a *Admin) showInsightQuestions(w http.ResponseWriter, r *http.Request) error {
	s, err := a.sample(r, insight.Items, insight.Pairs, insight.Outcomes)
	if err != nil {
		return err
	}
	by := r.URL.Query().Get("sort")
	if orders[by] == nil {
		by = adminview.DefaultSort
	}
	items := s.byLot.Items()
	slices.SortStableFunc(items, func(x, y insight.ItemStats) int { return cmp.Compare(orders[by](x), orders[by](y)) })
	s.props.Sort = by
	props := adminview.InsightQuestionsProps{Insight: s.props, Items: items, InDraft: map[string]bool{}}
	steps, err := a.store.StepTotals(r.Context(), s.version.ID, s.from, s.to)
	if err != nil {
		return fmt.Errorf("load steps of version %d: %w", s.version.ID, err)
	}
	props.Looks = s.looks(steps)
	draft, err := a.draft(r.Context())
	switch {
	case errors.Is(err, quiz.ErrNotFound):
		props.NoDraft = true
	case err != nil:
		return err
	default:
		for _, q := range draft.Questions {
			props.InDraft[q.Key] = true
		}
	}
	return page.Render(w, r, http.StatusOK, adminview.InsightQuestions(props))
}

// showInsightQuestion says all that is known about one question.
func (a *Admin) showInsightQuestion(w http.ResponseWriter, r *http.Request) error {
	s, err := a.sample(r, insight.Items, insight.Pairs, insight.Outcomes)
	if err != nil {
		return err
	}
	place := s.version.QuestionIndex(chi.URLParam(r, "key"))
	if place < 0 {
		return errNoItem(s)
	}
	props := adminview.InsightQuestionProps{Insight: s.props, Item: insight.ItemStats{Question: place, Dimension: -1}}
	for _, i := range s.byLot.Items() { // without retired ones
		if i.Question == place {
			props.Item = i
		}
	}
	props.Order, props.Side = contrast(s.byLot.OrderEffects(), place), contrast(s.byLot.SideEffects(), place)
	for _, e := range s.byLot.PlaceEffects() {
		if e.Question == place {
			props.Place = e
		}
	}
	draft, err := a.draft(r.Context())
	switch {
	case errors.Is(err, quiz.ErrNotFound):
		props.NoDraft = true
	case err != nil:
		return err
	case draft.QuestionIndex(s.version.Questions[place].Key) >= 0:
		props.Editor = site.AdminQuestion(s.version.Questions[place].Key)
	}
	return page.Render(w, r, http.StatusOK, adminview.InsightQuestion(props))
}

func contrast(list []insight.Contrast, place int) insight.Contrast {
	for _, c := range list {
		if c.Question == place {
			return c
		}
	}
	return insight.Contrast{P: 1}
}

func errNoItem(s sample) error {
	return &page.Error{
		Status: http.StatusNotFound, Title: "admininsight.no_question_title",
		Message: "admininsight.no_question",
		Action:  "admininsight.see_questions", Cause: quiz.ErrNotFound,
		To: site.AdminInsightQuestions + "?version=" + site.VersionName(s.version.ID),
	}
}
