package adminview

import (
	"net/url"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
)

// Insight is what every page on the results has: whose results are shown and
// how fresh the numbers are.
type Insight struct {
	Viewer
	Versions  []quiz.VersionInfo // to choose from, the published one first
	Version   *quiz.Version      // the chosen one
	Before    int64              // the number of the version before it, where it was published within the period, else 0
	Period    string             // the chosen one: the Value of a period
	Sort      string             // of the list of questions: the Value of a column, "" elsewhere
	RolledAt  time.Time          // when the numbers were brought up to date, zero if never
	Simulated int64              // results of the database that are made up
	Results   int64              // of the version in the period, without hurried ones
	ByLot     int64              // of Results, those asked everything by lot
	Hurried   int64              // left out of every number
}

// Period is a stretch of time until today to choose from.
type Period struct {
	Value string // in the address
	Days  int    // 0: from the beginning
	label string // its text
}

// Periods are all there are.
var Periods = []Period{
	{"30", 30, "admininsight.days30"},
	{"90", 90, "admininsight.days90"},
	{"365", 365, "admininsight.months12"},
	{"all", 0, "admininsight.everything"},
}

// DefaultPeriod is shown until another is chosen.
const DefaultPeriod = "365"

func (p Insight) periods() []ui.Choice {
	var list []ui.Choice
	for _, period := range Periods {
		list = append(list, ui.Choice{Value: period.Value, Label: p.Say(period.label)})
	}
	return list
}

// at is another page about the same results. More parameters follow as name,
// value.
func (p Insight) at(path string, more ...string) string {
	query := url.Values{"version": {site.VersionName(p.Version.ID)}, "period": {p.Period}}
	for i := 0; i+1 < len(more); i += 2 {
		query.Set(more[i], more[i+1])
	}
	return path + "?" + query.Encode()
}

// insightParts are the pages on the results, each with the text of its name.
var insightParts = []ui.Link{
	{Label: "adminframe.overview", To: site.AdminInsight},
	{Label: "adminframe.questions", To: site.AdminInsightQuestions},
	{Label: "adminframe.dimensions", To: site.AdminInsightDimensions},
	{Label: "admininsight.outcomes", To: site.AdminInsightOutcomes},
	{Label: "admininsight.recalibration", To: site.AdminRecalibration},
}

// title names a page on the results: "Insight: Questions".
func (p Insight) title(here string) string {
	for _, part := range insightParts[1:] {
		if part.To == here {
			return p.Say("adminframe.insight") + ": " + p.Say(part.Label)
		}
	}
	return p.Say("adminframe.insight")
}

func (p Insight) frame(title string) Page {
	return Page{Title: title, Viewer: p.Viewer, Here: site.AdminInsight}
}

// known reports whether enough were asked everything by lot to say how questions
// work.
func (p Insight) known() bool { return p.ByLot >= insight.MinLot }

// byLot says on whom numbers about questions rest.
func (p Insight) byLot() string { return p.Say("admininsight.by_lot", "n", int(p.ByLot)) }

// lacking says what has to happen before anything is known about questions.
func (p Insight) lacking() string {
	if p.Version.Settings.FullByLot == 0 && p.ByLot == 0 {
		return p.Say("admininsight.no_lot")
	}
	return p.Say("admininsight.wait", "n", int(p.ByLot), "enough", insight.MinLot, "lacking", insight.MinLot-p.ByLot) + p.drawn()
}

// drawn says who is asked everything by lot, after a sentence about how many were.
func (p Insight) drawn() string {
	share := p.Version.Settings.FullByLot
	if share == 0 {
		return ""
	}
	return " " + p.Say("admininsight.drawn", "share", p.Percent(share))
}

// begins says from when on a version is counted, with the one before it.
func (p Insight) begins() string {
	return p.Say("admininsight.begins", "version", site.VersionName(p.Version.ID), "day", p.Date(p.Version.PublishedAt), "before", site.VersionName(p.Before))
}

func (p Insight) empty() bool { return p.Results == 0 }

// resting says on how many results the numbers of the page rest.
func (p Insight) resting() string {
	text := p.Say("admininsight.results", "n", int(p.Results))
	if p.Hurried > 0 {
		text += " " + p.Say("admininsight.hurried", "n", int(p.Hurried))
	}
	return text
}

func (p Insight) fresh() string {
	if p.RolledAt.IsZero() {
		return p.Say("admininsight.never")
	}
	return p.Say("admininsight.fresh", "day", p.Date(p.RolledAt), "time", p.RolledAt.UTC().Format("15:04"))
}

// dimensionName is the main dimension of a question, "" for none.
func dimensionName(v *quiz.Version, item insight.ItemStats) string {
	if item.Dimension < 0 {
		return ""
	}
	return v.Dimensions[item.Dimension].Name
}
