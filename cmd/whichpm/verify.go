package main

import (
	"context"
	"errors"
	"fmt"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/store"
)

type verifyCmd struct {
	File string `arg:"positional" help:"Database file or backup to look at, instead of --db."`
	database
}

// Run looks at the file and changes nothing.
func (c *verifyCmd) Run(ctx context.Context, std streams) error {
	where := c.database
	if c.File != "" {
		where = database{DB: c.File}
	}
	if !where.server() {
		if err := noDump(ctx, where.DB); err != nil {
			return err
		}
	}
	report, err := where.verify(ctx, newBar(std.err))
	if err != nil {
		return err
	}
	if err := report.print(std.out); err != nil {
		return err
	}
	return report.fault()
}

// verified is what was found in a database.
type verified struct {
	path       string
	origin     store.Origin
	server     bool
	have, want int64 // schema
	damage     []string
	unlike     []string // what the schema should be
	dangling   []string
	marked     bool
	published  int64 // 0 if none is
	counts     store.Counts
	scored     int
	differ     []difference // at most mostShown
	differing  int
}

// difference is a stored result that would come out in another way now.
type difference struct {
	stored quiz.Result
	now    score.Frozen
	why    string // it cannot be scored at all
}

const mostShown = 20

func (d database) verify(ctx context.Context, progress bar) (r verified, err error) {
	where, err := d.config()
	if err != nil {
		return r, err
	}
	f, err := store.InspectAt(ctx, where)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r = verified{path: d.name(), server: f.OnServer()}
	if !r.server {
		r.marked = f.Marked()
		if r.damage, err = f.Damage(ctx); err != nil || len(r.damage) > 0 {
			return r, err // what a damaged file says further is worth nothing
		}
	}
	if err = r.shape(ctx, f); err != nil || r.have == 0 || r.have > r.want || len(r.unlike) > 0 {
		return r, err // nor what is in other tables
	}
	if !r.server { // which checks each reference itself
		if r.dangling, err = f.Dangling(ctx); err != nil {
			return r, err
		}
	}
	if r.published, err = f.PublishedID(ctx); err != nil && !errors.Is(err, quiz.ErrNotFound) {
		return r, err
	}
	if r.origin, err = f.Origin(ctx); err != nil || r.have != r.want {
		return r, err
	}
	if r.counts, err = f.Counts(ctx); err != nil {
		return r, err
	}
	defer progress.clear()
	return r, r.rescore(ctx, f, progress)
}

// shape compares tables, indexes, triggers and views with those of the schema
// that the database says it has.
func (r *verified) shape(ctx context.Context, f *store.File) (err error) {
	if r.have, r.want, err = f.Schema(ctx); err == nil && 0 < r.have && r.have <= r.want {
		r.unlike, err = f.SchemaDifferences(ctx, r.have)
	}
	return err
}

// rescore scores every result with the version it was answered on.
func (r *verified) rescore(ctx context.Context, f *store.File, progress bar) error {
	type edition struct {
		version *quiz.Version
		model   *score.Model
	}
	editions := map[int64]edition{}
	step := max(r.counts.Results/100, 1)
	return f.Results(ctx, func(stored quiz.Result) error {
		ed, known := editions[stored.Version]
		if !known {
			v, err := f.Version(ctx, stored.Version)
			if err != nil {
				return fmt.Errorf("load version %d: %w", stored.Version, err)
			}
			ed = edition{v, score.New(v)}
			editions[stored.Version] = ed
		}
		if answers, err := ed.version.AnswersFromText(stored.Answers); err != nil {
			r.differs(difference{stored: stored, why: err.Error()})
		} else if now := ed.model.Freeze(ed.version, answers); !now.Is(stored) {
			r.differs(difference{stored: stored, now: now})
		}
		if r.scored++; r.scored%step == 0 {
			progress.show(r.scored, max(r.counts.Results, r.scored))
		}
		return nil
	})
}

func (r *verified) differs(d difference) {
	if r.differing++; len(r.differ) < mostShown {
		r.differ = append(r.differ, d)
	}
}
