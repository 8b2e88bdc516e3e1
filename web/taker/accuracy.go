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

// measurement is what is public about accuracy, and what it was made from.
type measurement struct {
	takerview.Accuracy

	version int64                    // asked then: its roles are the ones compared, by its names
	made    int64                    // results of the database that are made up
	day     quiz.Day                 // it holds all that was finished before this day; 0: not yet
	others  map[int64]insight.Others // where people stand, by version
}

// accuracy is what was measured last, nil until it was measured once.
func (t *Taker) accuracy() *takerview.Accuracy {
	if m := t.measured.Load(); m != nil {
		return &m.Accuracy
	}
	return nil
}

// simulated reports whether the people of this database are made up.
func (t *Taker) simulated() bool {
	a := t.accuracy()
	return a != nil && a.Simulated
}

// Measure brings the public numbers on accuracy up to date, if it is time:
// once a day, when all of yesterday is counted, so that no two looks at the
// page tell what somebody said between them. Another published version or
// made-up people are measured at once.
func (t *Taker) Measure(ctx context.Context) error {
	if !t.Open() {
		return nil
	}
	made, err := t.store.Simulated(ctx)
	if err != nil {
		return fmt.Errorf("measure accuracy: %w", err)
	}
	rolled, err := t.store.RolledAt(ctx)
	if err != nil {
		return fmt.Errorf("measure accuracy: %w", err)
	}
	asked, today := t.editions.latest(), quiz.DayOf(t.now())
	m := measurement{version: asked.ID, made: made}
	if !rolled.Before(today.Start()) {
		m.day = today
	}
	if old := t.measured.Load(); old != nil && old.version == m.version && old.made == m.made && (old.day == today || m.day == 0) {
		return nil
	}
	if m.Accuracy, err = t.measure(ctx, asked, today-1); err != nil {
		return err
	}
	m.Simulated = made > 0
	if old := t.measured.Load(); old != nil && old.day == today && old.made == made {
		m.others = old.others // they too change once a day
	} else if to, ok := countedUntil(rolled, today); ok {
		if m.others, err = t.countOthers(ctx, to); err != nil {
			return err
		}
	}
	t.measured.Store(&m)
	return nil
}

// measure adds up what people said about their job, of all days up to one and
// of all versions between the roles of the one asked: another choice of roles
// is another question. People whose answers looked hurried are only counted.
func (t *Taker) measure(ctx context.Context, asked *edition, to quiz.Day) (takerview.Accuracy, error) {
	rows, err := t.store.DayParts(ctx, 0, string(insight.Outcomes), 0, to)
	if err != nil {
		return takerview.Accuracy{}, fmt.Errorf("measure accuracy: %w", err)
	}
	byVersion := map[int64][]quiz.DayPart{}
	for _, row := range rows {
		byVersion[row.Version] = append(byVersion[row.Version], row)
	}
	calm := insight.NewShape(asked.Version).New().Matrix() // nobody yet, the roles in order
	hurried := calm
	for _, id := range slices.Sorted(maps.Keys(byVersion)) {
		ed, err := t.editions.version(ctx, id)
		if err != nil {
			return takerview.Accuracy{}, fmt.Errorf("measure accuracy: %w", err)
		}
		if !sameRoles(ed, asked) {
			continue
		}
		if calm, err = plus(calm, ed, byVersion[id], insight.Unhurried); err != nil {
			return takerview.Accuracy{}, err
		}
		if hurried, err = plus(hurried, ed, byVersion[id], insight.Hurried); err != nil {
			return takerview.Accuracy{}, err
		}
	}
	a := takerview.Accuracy{PublicMatrix: calm.Public(), Other: calm.Other, Short: calm.Short, Hurried: hurried.Told()}
	for _, role := range asked.Roles { // a version before may have called it otherwise
		a.Names = append(a.Names, role.Name)
	}
	return a, nil
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
