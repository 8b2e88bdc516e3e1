package upkeep

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"whichpm/internal/jobs"
	"whichpm/internal/quiz"
)

// GroupStore is what Groups needs of the database.
type GroupStore interface {
	EndingGroups(ctx context.Context, now time.Time, n int) ([]quiz.Group, error)
	CloseGroup(ctx context.Context, id quiz.GroupID, now time.Time, draw func([]quiz.Result) (string, error)) error
	DeleteGroup(ctx context.Context, id quiz.GroupID, now time.Time) error
	finishes
}

// Groups ends groups whose time is over: an anonymous one that is still open is
// closed with its picture if enough people joined, every other is deleted. Several
// programs may do it at once: a picture is made once.
type Groups struct {
	Store GroupStore
	Draw  func(ctx context.Context, least int) func([]quiz.Result) (string, error) // makes the picture
	Log   *slog.Logger
}

const (
	lookForEnding = time.Minute
	endingBatch   = 100
)

// Run ends what is over, now and every minute, until ctx ends.
func (g Groups) Run(ctx context.Context) {
	c := newClock()
	job := jobs.Job{
		Do: func(ctx context.Context) error { return g.end(ctx, c) }, Fails: "groups are not ended", Log: g.Log, Every: lookForEnding,
	}
	job.Run(ctx)
}

// end ends nothing while the clock is not believed, and says so once if there is
// something to end.
func (g Groups) end(ctx context.Context, c *clock) error {
	now := c.now()
	list, err := g.Store.EndingGroups(ctx, now, endingBatch)
	if err != nil {
		return err
	}
	why, err := c.doubt(ctx, g.Store) // asked even if nothing is over: it watches the clock
	if err != nil || len(list) == 0 {
		return err
	}
	if why != "" {
		if !c.told {
			g.Log.WarnContext(ctx, "groups whose time is over are kept for a day more", "because", why, "clock", now.UTC())
			c.told = true
		}
		return nil
	}
	c.told = false
	return g.endAll(ctx, list, now)
}

// endAll ends each of some groups, whatever becomes of the others.
func (g Groups) endAll(ctx context.Context, list []quiz.Group, now time.Time) error {
	var failed []error
	closed, deleted := 0, 0
	for _, one := range list {
		switch drawn, err := g.endOne(ctx, one, now); {
		case err != nil:
			failed = append(failed, err)
		case drawn:
			closed++
		default:
			deleted++
		}
	}
	if closed+deleted > 0 {
		g.Log.InfoContext(ctx, "groups ended", "closed", closed, "deleted", deleted)
	}
	return errors.Join(failed...)
}

// endOne closes or deletes a group, and reports whether there is a picture.
func (g Groups) endOne(ctx context.Context, one quiz.Group, now time.Time) (drawn bool, err error) {
	if one.Kind == quiz.Anonymous && one.ClosedAt.IsZero() {
		err := g.Store.CloseGroup(ctx, one.ID, now, g.Draw(ctx, one.Least))
		switch {
		case errors.Is(err, quiz.ErrGone): // another program was faster
			return false, nil
		case err == nil:
			return true, nil
		case !errors.Is(err, quiz.ErrTooFew):
			return false, fmt.Errorf("close a group: %w", err)
		}
	}
	if err := g.Store.DeleteGroup(ctx, one.ID, now); err != nil {
		return false, fmt.Errorf("delete a group: %w", err)
	}
	return false, nil
}
