package admin

import (
	"cmp"
	"fmt"
	"math"
	"net/http"
	"slices"

	"whichpm/internal/insight"
	"whichpm/web/adminview"
	"whichpm/web/page"
)

// showInsight shows how many came, how far they got and what they were told.
func (a *Admin) showInsight(w http.ResponseWriter, r *http.Request) error {
	s, err := a.sample(r)
	if err != nil {
		return err
	}
	days, err := insight.Series(s.shape, s.rows)
	if err != nil {
		return fmt.Errorf("add up days: %w", err)
	}
	steps, err := a.store.StepTotals(r.Context(), s.version.ID, s.from, s.to)
	if err != nil {
		return fmt.Errorf("load steps of version %d: %w", s.version.ID, err)
	}
	return page.Render(w, r, http.StatusOK, adminview.InsightOverview(adminview.InsightOverviewProps{
		Insight: s.props, Days: days, From: s.from, To: s.to,
		Durations: s.kept.Durations(), MeanAnswered: s.kept.MeanAnswered(),
		Funnel: insight.Funnel(s.version, steps, s.kept.N()+s.hurried.N()),
	}))
}

// showInsightDimensions shows how the questions of each dimension hang
// together.
func (a *Admin) showInsightDimensions(w http.ResponseWriter, r *http.Request) error {
	s, err := a.sample(r, insight.Items, insight.Pairs)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.InsightDimensions(adminview.InsightDimensionsProps{
		Insight: s.props, Reliability: s.kept.Reliability(),
	}))
}

// showInsightOutcomes holds the verdict against the job people say they do.
func (a *Admin) showInsightOutcomes(w http.ResponseWriter, r *http.Request) error {
	s, err := a.sample(r, insight.Items, insight.Outcomes)
	if err != nil {
		return err
	}
	apart := slices.DeleteFunc(s.kept.Items(), func(i insight.ItemStats) bool { return !i.DPrime.Known || i.DPrime.Internal })
	slices.SortStableFunc(apart, func(x, y insight.ItemStats) int {
		return cmp.Compare(math.Abs(y.DPrime.Value), math.Abs(x.DPrime.Value))
	})
	return page.Render(w, r, http.StatusOK, adminview.InsightOutcomes(adminview.InsightOutcomesProps{
		Insight: s.props, Accuracy: s.kept.Matrix().Accuracy(), Hurried: s.hurried.Matrix().Accuracy(), Apart: apart,
	}))
}
