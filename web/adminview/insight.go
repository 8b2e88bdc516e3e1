package adminview

import (
	"fmt"
	"net/url"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/ui"
)

// Insight is what every page on the results has: whose results are shown and
// how fresh the numbers are.
type Insight struct {
	Viewer
	Versions  []quiz.VersionInfo // to choose from, the published one first
	Version   *quiz.Version      // the chosen one
	Period    string             // the chosen one: the Value of a period
	Sort      string             // of the list of questions: the Value of a column, "" elsewhere
	RolledAt  time.Time          // when the numbers were brought up to date, zero if never
	Simulated int64              // results of the database that are made up
	Results   int64              // of the version in the period, without hurried ones
	Hurried   int64              // left out of every number
}

// Period is a stretch of time until today to choose from.
type Period struct {
	Value string // in the address
	Label string
	Days  int // 0: from the beginning
}

// Periods are all there are.
var Periods = []Period{
	{"30", "Last 30 days", 30}, {"90", "Last 90 days", 90}, {"365", "Last 12 months", 365}, {"all", "Everything", 0},
}

// DefaultPeriod is shown until another is chosen.
const DefaultPeriod = "365"

func periodChoices() []ui.Choice {
	var list []ui.Choice
	for _, p := range Periods {
		list = append(list, ui.Choice{Value: p.Value, Label: p.Label})
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

// insightParts are the pages on the results.
var insightParts = []ui.Link{
	{Label: "Overview", To: site.AdminInsight},
	{Label: "Questions", To: site.AdminInsightQuestions},
	{Label: "Dimensions", To: site.AdminInsightDimensions},
	{Label: "Outcomes", To: site.AdminInsightOutcomes},
	{Label: "Recalibration", To: site.AdminRecalibration},
}

func (p Insight) frame(title string) Page {
	return Page{Title: title, Viewer: p.Viewer, Here: site.AdminInsight}
}

func (p Insight) empty() bool { return p.Results == 0 }

// resting says on how many results the numbers of the page rest.
func (p Insight) resting() string {
	text := counted(p.Results, "result", "results")
	switch {
	case p.Hurried == 1:
		text += ". 1 more looked hurried and is left out"
	case p.Hurried > 1:
		text += fmt.Sprintf(". %s more looked hurried and are left out", thousands(p.Hurried))
	}
	return text + "."
}

func (p Insight) fresh() string {
	if p.RolledAt.IsZero() {
		return "Not brought up to date yet. This happens each minute while the program runs."
	}
	return "Brought up to date " + moment(p.Language, p.RolledAt) + "."
}

func (p Insight) madeUp() string {
	if p.Simulated == 1 {
		return "1 result of this database was made up by the program, to try the pages out. It says nothing about people."
	}
	return fmt.Sprintf("%s results of this database were made up by the program, to try the pages out. They say nothing about people.", thousands(p.Simulated))
}

// dimensionName is the main dimension of a question, "" for none.
func dimensionName(v *quiz.Version, item insight.ItemStats) string {
	if item.Dimension < 0 {
		return ""
	}
	return v.Dimensions[item.Dimension].Name
}
