package rollup

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

// group is what is added up apart.
type group struct {
	version int64
	form    quiz.Form
	hurried bool
}

func (g group) compare(o group) int {
	return cmp.Or(cmp.Compare(g.version, o.version), cmp.Compare(g.form, o.form), compareBools(g.hurried, o.hurried))
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// holdEvery is after how many results the lease is looked at.
const holdEvery = 4096

// count adds up the results of a day and keeps the sums.
func (j *Job) count(ctx context.Context, day quiz.Day, seq int64) error {
	if err := j.hold(ctx); err != nil {
		return err
	}
	tallies := map[group]*insight.Tally{}
	n := 0
	err := j.store.DayResults(ctx, day, func(r quiz.Result, o *quiz.Outcome) error {
		if n++; n%holdEvery == 0 {
			if err := j.hold(ctx); err != nil {
				return err
			}
		}
		g := group{r.Version, r.Form, r.Hurried}
		tally, ok := tallies[g]
		if !ok {
			shape, err := j.shape(ctx, r.Version)
			if err != nil {
				return err
			}
			tally = shape.New()
			tallies[g] = tally
		}
		if err := tally.Add(r, o); err != nil {
			j.warn(ctx, r, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return j.store.KeepDay(ctx, j.owner, day, seq, parts(day, tallies))
}

// parts spells the sums of a day, in a set order.
func parts(day quiz.Day, tallies map[group]*insight.Tally) []quiz.DayPart {
	var list []quiz.DayPart
	for _, g := range slices.SortedFunc(maps.Keys(tallies), group.compare) {
		for _, part := range insight.Parts {
			list = append(list, quiz.DayPart{
				Version: g.version, Day: day, Form: g.form, Hurried: g.hurried,
				Part: string(part), Sums: tallies[g].Sums(part),
			})
		}
	}
	return list
}

// shape is what is counted about a version. Results are of versions that never
// change, so it is worked out once.
func (j *Job) shape(ctx context.Context, version int64) (*insight.Shape, error) {
	if known, ok := j.shapes[version]; ok {
		return known, nil
	}
	v, err := j.store.Version(ctx, version)
	if err != nil {
		return nil, fmt.Errorf("load version %d: %w", version, err)
	}
	shape := insight.NewShape(v)
	j.shapes[version] = shape
	return shape, nil
}

// warn says once a version that a result does not fit it. It is left out.
func (j *Job) warn(ctx context.Context, r quiz.Result, err error) {
	if !j.warned[r.Version] {
		j.warned[r.Version] = true
		j.log.WarnContext(ctx, "a result is left out of the statistics", "version", r.Version, "error", err)
	}
}
