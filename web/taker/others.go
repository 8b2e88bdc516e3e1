package taker

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/takerview"
)

// countedUntil is the last day that is over and counted, if there is one.
func countedUntil(rolled time.Time, today quiz.Day) (quiz.Day, bool) {
	return min(quiz.DayOf(rolled), today) - 1, !rolled.IsZero()
}

// countOthers adds up where the people stand who answered each version, of all
// days up to one. A version that few answered is left out: what it measures
// may be another thing than in the version after it, so people of several are
// not put together.
func (t *Taker) countOthers(ctx context.Context, to quiz.Day) (map[int64]insight.Others, error) {
	byVersion := map[int64][]quiz.DayPart{}
	for _, part := range []insight.Part{insight.Totals, insight.Positions} {
		rows, err := t.store.DayParts(ctx, 0, string(part), 0, to)
		if err != nil {
			return nil, fmt.Errorf("count others: %w", err)
		}
		for _, row := range rows {
			byVersion[row.Version] = append(byVersion[row.Version], row)
		}
	}
	others := map[int64]insight.Others{}
	for _, id := range slices.Sorted(maps.Keys(byVersion)) {
		ed, err := t.editions.version(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("count others: %w", err)
		}
		o, err := insight.OthersOf(insight.NewShape(ed.Version), byVersion[id])
		if err != nil {
			return nil, fmt.Errorf("count others: %w", err)
		}
		if o.Enough() {
			others[id] = o
		}
	}
	return others, nil
}

// others are the people the owner of a result reads about, nil for too few.
func (t *Taker) others(version int64) *takerview.Others {
	m := t.measured.Load()
	if m == nil {
		return nil
	}
	o, ok := m.others[version]
	if !ok {
		return nil
	}
	return &takerview.Others{Others: o, Simulated: m.Simulated}
}
