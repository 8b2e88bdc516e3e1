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

const measureEvery = time.Minute

// simulated reports whether the people of this database are made up.
func (t *Taker) simulated() bool {
	a := t.measured.Load()
	return a != nil && a.Simulated
}

// watchAccuracy measures until ctx ends. While the database is away, what was
// measured last goes on being shown.
func (t *Taker) watchAccuracy(ctx context.Context) {
	tick := time.NewTicker(measureEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			_ = t.measure(ctx) // readiness reports a database that is away
		}
	}
}

// measure adds up what people said about their job, of all days and of all
// versions between the roles of the one asked now: another choice of roles is
// another question. People whose answers looked hurried are only counted.
func (t *Taker) measure(ctx context.Context) error {
	rows, err := t.store.DayParts(ctx, 0, string(insight.Outcomes), 0, quiz.DayOf(t.now())+1)
	if err != nil {
		return fmt.Errorf("measure accuracy: %w", err)
	}
	simulated, err := t.store.Simulated(ctx)
	if err != nil {
		return fmt.Errorf("measure accuracy: %w", err)
	}
	byVersion := map[int64][]quiz.DayPart{}
	for _, row := range rows {
		byVersion[row.Version] = append(byVersion[row.Version], row)
	}
	var calm, hurried insight.Matrix
	names := map[string]string{} // of roles, by key
	for _, id := range slices.Sorted(maps.Keys(byVersion)) {
		ed, err := t.editions.version(ctx, id)
		if err != nil {
			return fmt.Errorf("measure accuracy: %w", err)
		}
		if !sameRoles(ed, t.editions.latest()) {
			continue
		}
		if calm, err = plus(calm, ed, byVersion[id], insight.Unhurried); err != nil {
			return err
		}
		if hurried, err = plus(hurried, ed, byVersion[id], insight.Hurried); err != nil {
			return err
		}
		for _, role := range ed.Roles { // a later version may call it otherwise
			names[role.Key] = role.Name
		}
	}
	a := takerview.Accuracy{
		PublicMatrix: calm.Public(), Other: calm.Other, Short: calm.Short, Hurried: everybody(hurried), Simulated: simulated > 0,
	}
	for _, key := range a.Roles {
		a.Names = append(a.Names, names[key])
	}
	t.measured.Store(&a)
	return nil
}

func sameRoles(a, b *edition) bool {
	return len(a.Roles) == len(b.Roles) && !slices.ContainsFunc(a.Roles, func(r quiz.Role) bool { return b.RoleIndex(r.Key) < 0 })
}

func plus(m insight.Matrix, ed *edition, rows []quiz.DayPart, keep func(quiz.DayPart) bool) (insight.Matrix, error) {
	tally, err := insight.Sum(insight.NewShape(ed.Version), rows, keep)
	if err != nil {
		return m, fmt.Errorf("measure accuracy on version %d: %w", ed.ID, err)
	}
	return m.Plus(tally.Matrix()), nil
}

// everybody counts all who said something about their job.
func everybody(m insight.Matrix) int64 { return m.Accuracy().N + m.Other + m.Short }
