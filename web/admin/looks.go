package admin

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// looks are the questions of the published version to look at.
type looks struct {
	version *quiz.Version
	list    []insight.Look
	known   bool // enough were asked everything by lot to judge questions
}

// keptLooks are the last looks, which are the same until results are added up
// again.
type keptLooks struct {
	mu     sync.Mutex
	id     int64
	rolled time.Time
	looks  looks
}

// questionLooks judges the questions of the published version by its results of
// the usual period, as the pages on them do: from the roll-ups, and only once
// after each time these were brought up to date. Without a published version it
// has none.
func (a *Admin) questionLooks(ctx context.Context) (looks, error) {
	id, err := a.store.PublishedID(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		return looks{}, nil
	}
	if err != nil {
		return looks{}, fmt.Errorf("find published version: %w", err)
	}
	rolled, err := a.store.RolledAt(ctx)
	if err != nil {
		return looks{}, fmt.Errorf("find the last roll-up: %w", err)
	}
	k := &a.looked
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.looks.version != nil && k.id == id && k.rolled.Equal(rolled) {
		return k.looks, nil
	}
	found, err := a.lookAt(ctx, id)
	if err != nil {
		return looks{}, err
	}
	k.id, k.rolled, k.looks = id, rolled, found
	return found, nil
}

func (a *Admin) lookAt(ctx context.Context, id int64) (looks, error) {
	v, err := a.store.Version(ctx, id)
	if err != nil {
		return looks{}, fmt.Errorf("load version %d: %w", id, err)
	}
	s := sample{version: v, shape: insight.NewShape(v)}
	s.from, s.to = a.lastDays(usualPeriod().Days)
	if err := a.addUp(ctx, &s, insight.Items, insight.Pairs, insight.Outcomes); err != nil {
		return looks{}, err
	}
	steps, err := a.store.StepTotals(ctx, id, s.from, s.to)
	if err != nil {
		return looks{}, fmt.Errorf("load steps of version %d: %w", id, err)
	}
	return looks{v, s.looks(steps), s.byLot.N() >= insight.MinLot}, nil
}

// looks are the questions to look at, from all measures. Nothing is said of
// answers before enough people were asked by lot.
func (s sample) looks(steps []quiz.StepCount) []insight.Look {
	var items []insight.ItemStats
	if s.byLot.N() >= insight.MinLot {
		items = s.byLot.Items()
	}
	return insight.ToLookAt(items, insight.Funnel(s.version, steps, s.kept.N()+s.hurried.N()).Questions)
}

// lookedAt finds what there is to look at about the questions of a draft, by
// key. What the draft words, loads or answers otherwise than the published
// version, or retired, has been looked at.
func (l looks) lookedAt(draft *quiz.Version) map[string]insight.Look {
	open := map[string]insight.Look{}
	for _, look := range l.list {
		was := l.version.Questions[look.Question]
		at := draft.QuestionIndex(was.Key)
		if at >= 0 && draft.Questions[at].SameAs(was) {
			open[was.Key] = look
		}
	}
	return open
}

// toLookAt are the keys of the questions of a draft, or of the published version,
// that the results of the published version say something about, and that the draft
// has not changed since: that they tell little (nearly everybody answers alike, the
// answers do not go with the others of the dimension, or they tell the roles not
// apart or the wrong way round), or anything that is worth a look. There are none
// while too few were asked by lot.
func (a *Admin) toLookAt(ctx context.Context, v *quiz.Version, what string) (map[string]bool, error) {
	found, err := a.questionLooks(ctx)
	if err != nil || found.version == nil {
		return nil, err
	}
	keys := map[string]bool{}
	for key, look := range found.lookedAt(v) {
		if what == adminview.WorthALook || look.TellsLittle() {
			keys[key] = true
		}
	}
	return keys, nil
}
