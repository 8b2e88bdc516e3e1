package takerview

import (
	_ "embed"
	"math"
	"time"

	"whichpm/internal/quiz"
)

// ResultSchema is the JSON Schema of Export.
//
//go:embed result.schema.json
var ResultSchema string

// OpenAPI describes what the site answers to programs.
//
//go:embed openapi.json
var OpenAPI string

// Export is a result as JSON. ResultSchema says what every field means and
// which ones a scope leaves out.
type Export struct {
	SchemaAddress string               `json:"$schema"`
	Schema        exportSchema         `json:"schema"`
	Scope         quiz.Scope           `json:"scope"`
	Name          string               `json:"name,omitempty"`
	Version       exportVersion        `json:"version"`
	FinishedOn    string               `json:"finished_on"`
	Headline      string               `json:"headline"`
	Verdict       quiz.Verdict         `json:"verdict"`
	Top           *string              `json:"top"`
	Percent       *int                 `json:"percent"`
	Answered      int                  `json:"answered"`
	Questions     int                  `json:"questions"`
	Roles         map[string]string    `json:"roles"`
	Chances       map[string]int       `json:"chances,omitempty"`
	Flags         exportFlags          `json:"flags"`
	Dimensions    map[string]exportDim `json:"dimensions,omitempty"`

	*exportWorking
	*exportOwn
}

type exportSchema struct {
	Name    string `json:"name"`
	Version int    `json:"version"`
}

type exportVersion struct {
	ID          int64     `json:"id"`
	Hash        string    `json:"hash"`
	PublishedAt time.Time `json:"published_at"`
}

type exportFlags struct {
	Hurried      bool `json:"hurried"`
	NewerVersion bool `json:"newer_version"`
}

// exportDim is where the answers place a person on one dimension; the numbers
// are null where nothing was answered.
type exportDim struct {
	Name     string   `json:"name"`
	Positive string   `json:"positive"`
	Negative string   `json:"negative"`
	Position *float64 `json:"position"`
	Low      *float64 `json:"low"`
	High     *float64 `json:"high"`

	*exportWeight
}

// scopeEverything is what the owner gets. No link shows as much.
const scopeEverything quiz.Scope = "everything"

// SharedExport is what a share link opens, within its scope.
func SharedExport(p SharedProps, schema string) Export {
	e := p.export(p.Share.Scope, p.of(), schema)
	e.Name = p.Share.Name
	switch p.Share.Scope {
	case quiz.ScopeProfile:
		e.Dimensions = p.places()
	case quiz.ScopeAnswers:
		e.Dimensions = p.weighed()
		e.exportWorking = p.working()
	}
	return e
}

// OwnerExport is everything stored about a result and what the scoring makes
// of it. What the taker said about their job is nil for nothing.
func OwnerExport(r Reading, schema string, shares []ShareLink, said *quiz.Outcome, groups []quiz.Group) Export {
	e := r.export(scopeEverything, "", schema)
	e.Dimensions = r.weighed()
	e.exportWorking = r.working()
	e.exportOwn = r.own(shares, said, groups)
	return e
}

// export is the verdict: what every scope shows.
func (r Reading) export(scope quiz.Scope, of audience, schema string) Export {
	e := Export{
		SchemaAddress: schema,
		Schema:        exportSchema{"whichpm-result", 1},
		Scope:         scope,
		Version:       exportVersion{r.Version.ID, r.Version.Hash(), r.Version.PublishedAt.UTC()},
		FinishedOn:    r.Result.FinishedAt.UTC().Format(time.DateOnly),
		Headline:      r.Headline(of),
		Verdict:       r.Result.Verdict,
		Answered:      r.Score.Answered,
		Questions:     len(r.Version.Questions),
		Roles:         map[string]string{},
		Flags:         exportFlags{r.Result.Hurried, r.Newer},
	}
	for _, role := range r.Version.Roles {
		e.Roles[role.Key] = role.Name
	}
	if r.Result.Verdict != quiz.NotEnough {
		e.Top, e.Percent = new(r.Role().Key), new(r.certainty())
		e.Chances = r.percents()
	}
	return e
}

// places is the profile as the page shows it: dimensions that count, in
// hundredths.
func (r Reading) places() map[string]exportDim {
	dims := map[string]exportDim{}
	for _, p := range r.scored() {
		dims[p.Key] = p.export(func(x float64) float64 { return math.Round(100*x) / 100 })
	}
	return dims
}

func (p place) export(round func(float64) float64) exportDim {
	dim := exportDim{Name: p.Name, Positive: p.Positive, Negative: p.Negative}
	if p.Score.Info > 0 {
		dim.Position, dim.Low, dim.High = new(round(p.Score.Position)), new(round(p.Score.Low)), new(round(p.Score.High))
	}
	return dim
}
