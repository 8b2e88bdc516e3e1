package admin

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"
	"time"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// insightStore reads what results add up to. It lists no method that reads a
// result.
type insightStore interface {
	DayParts(ctx context.Context, version int64, part string, from, to quiz.Day) ([]quiz.DayPart, error)
	StepTotals(ctx context.Context, version int64, from, to quiz.Day) ([]quiz.StepCount, error)
	RolledAt(ctx context.Context) (time.Time, error)
	Simulated(ctx context.Context) (int64, error)
}

// insightRoutes mounts the pages on what the results say about the quiz.
func (a *Admin) insightRoutes(r chi.Router, handle func(page.Handler) http.HandlerFunc) {
	r.Get(site.AdminInsight, handle(a.showInsight))
	r.Get(site.AdminInsightQuestions, handle(a.showInsightQuestions))
	r.Get(site.AdminInsightQuestionPattern, handle(a.showInsightQuestion))
	r.Get(site.AdminInsightDimensions, handle(a.showInsightDimensions))
	r.Get(site.AdminInsightOutcomes, handle(a.showInsightOutcomes))
	r.Get(site.AdminInsightDaysCSV, handle(a.downloadDays))
	r.Get(site.AdminInsightQuestionsCSV, handle(a.downloadItems))
	r.Get(site.AdminInsightOptionsCSV, handle(a.downloadOptions))
	r.Get(site.AdminInsightStepsCSV, handle(a.downloadSteps))
}

// sample is whose results a page is about, with their sums.
type sample struct {
	props    adminview.Insight
	version  *quiz.Version
	shape    *insight.Shape
	from, to quiz.Day
	rows     []quiz.DayPart
	kept     *insight.Tally // without hurried results
	byLot    *insight.Tally // those of them whose takers were asked everything by lot
	hurried  *insight.Tally
}

// sample reads the choice of version and period from an address, and the parts
// of the sums that the page shows. Totals are always among them.
func (a *Admin) sample(r *http.Request, parts ...insight.Part) (sample, error) {
	s, err := a.chosen(r)
	if err != nil {
		return sample{}, err
	}
	if err := a.addUp(r.Context(), &s, parts...); err != nil {
		return sample{}, err
	}
	s.props.Results, s.props.ByLot, s.props.Hurried = s.kept.N(), s.byLot.N(), s.hurried.N()
	if s.props.RolledAt, err = a.store.RolledAt(r.Context()); err != nil {
		return sample{}, fmt.Errorf("find the last roll-up: %w", err)
	}
	if s.props.Simulated, err = a.store.Simulated(r.Context()); err != nil {
		return sample{}, fmt.Errorf("count simulated results: %w", err)
	}
	return s, nil
}

// addUp reads parts of the sums, and always the totals.
func (a *Admin) addUp(ctx context.Context, s *sample, parts ...insight.Part) error {
	for _, part := range append(parts, insight.Totals) {
		rows, err := a.store.DayParts(ctx, s.version.ID, string(part), s.from, s.to)
		if err != nil {
			return fmt.Errorf("load %s of version %d: %w", part, s.version.ID, err)
		}
		s.rows = append(s.rows, rows...)
	}
	var err error
	if s.kept, err = insight.Sum(s.shape, s.rows, insight.Unhurried); err != nil {
		return fmt.Errorf("add up results: %w", err)
	}
	if s.hurried, err = insight.Sum(s.shape, s.rows, insight.Hurried); err != nil {
		return fmt.Errorf("add up hurried results: %w", err)
	}
	if s.byLot, err = insight.Sum(s.shape, s.rows, insight.ByLot); err != nil {
		return fmt.Errorf("add up results by lot: %w", err)
	}
	return nil
}

// chosen reads the choice from an address. A period that there is not is the
// usual one.
func (a *Admin) chosen(r *http.Request) (sample, error) {
	versions, err := a.store.Versions(r.Context())
	if err != nil {
		return sample{}, fmt.Errorf("list versions: %w", err)
	}
	s := sample{props: adminview.Insight{Viewer: viewer(r), Versions: answered(versions)}}
	info, err := chosenVersion(s.props.Versions, r.URL.Query().Get("version"))
	if err != nil {
		return sample{}, err
	}
	if s.version, err = a.store.Version(r.Context(), info.ID); err != nil {
		return sample{}, fmt.Errorf("load version %d: %w", info.ID, err)
	}
	period := periodOf(r.URL.Query().Get("period"))
	s.from, s.to = a.lastDays(period.Days)
	s.shape = insight.NewShape(s.version)
	s.props.Version, s.props.Period = s.version, period.Value
	s.props.Before = before(s.props.Versions, info, s.from)
	return s, nil
}

// before is the number of the version that was asked until one was published, where
// that was since a day, and else 0.
func before(versions []quiz.VersionInfo, info quiz.VersionInfo, from quiz.Day) int64 {
	if quiz.DayOf(info.PublishedAt) < from {
		return 0
	}
	last := quiz.VersionInfo{}
	for _, v := range versions {
		if v.PublishedAt.Before(info.PublishedAt) && v.PublishedAt.After(last.PublishedAt) {
			last = v
		}
	}
	return last.ID
}

// answered are the versions that can have results, the published one first.
func answered(versions []quiz.VersionInfo) []quiz.VersionInfo {
	list := slices.DeleteFunc(slices.Clone(versions), func(v quiz.VersionInfo) bool { return v.State == quiz.Draft })
	slices.SortStableFunc(list, func(x, y quiz.VersionInfo) int {
		switch {
		case x.State == quiz.Published && y.State != quiz.Published:
			return -1
		case y.State == quiz.Published && x.State != quiz.Published:
			return 1
		}
		return 0
	})
	return list
}

// chosenVersion finds the version an address names, the first if it names none.
func chosenVersion(versions []quiz.VersionInfo, name string) (quiz.VersionInfo, error) {
	for _, v := range versions {
		if name == "" || name == site.VersionName(v.ID) {
			return v, nil
		}
	}
	if len(versions) == 0 {
		return quiz.VersionInfo{}, errNotPublished
	}
	return quiz.VersionInfo{}, errNoResults
}

var errNoResults = &page.Error{
	Status: http.StatusNotFound, Title: "admininsight.no_version_title",
	Message: "admininsight.no_version",
	Action:  "admininsight.see_published", To: site.AdminInsight, Cause: quiz.ErrNotFound,
}

// lastDays are so many days until today, from the beginning for 0.
func (a *Admin) lastDays(n int) (from, to quiz.Day) {
	to = quiz.DayOf(a.now())
	if n > 0 {
		from = to - quiz.Day(n) + 1
	}
	return from, to
}

// usualPeriod is what is shown until another is chosen.
func usualPeriod() adminview.Period { return periodOf(adminview.DefaultPeriod) }

func periodOf(value string) adminview.Period {
	usual := adminview.Period{}
	for _, p := range adminview.Periods {
		switch p.Value {
		case value:
			return p
		case adminview.DefaultPeriod:
			usual = p
		}
	}
	return usual
}

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
		Insight: s.props, Reliability: s.byLot.Reliability(),
	}))
}

// showInsightOutcomes holds the verdict against the job people say they do.
func (a *Admin) showInsightOutcomes(w http.ResponseWriter, r *http.Request) error {
	s, err := a.sample(r, insight.Items, insight.Outcomes)
	if err != nil {
		return err
	}
	apart := slices.DeleteFunc(s.byLot.Items(), func(i insight.ItemStats) bool { return !i.DPrime.Known || i.DPrime.Internal })
	slices.SortStableFunc(apart, func(x, y insight.ItemStats) int {
		return cmp.Compare(math.Abs(y.DPrime.Value), math.Abs(x.DPrime.Value))
	})
	return page.Render(w, r, http.StatusOK, adminview.InsightOutcomes(adminview.InsightOutcomesProps{
		Insight: s.props, Accuracy: s.kept.Matrix().Accuracy(), Hurried: s.hurried.Matrix().Accuracy(), Apart: apart,
	}))
}
