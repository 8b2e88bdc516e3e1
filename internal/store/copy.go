package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
)

// Copied says what a copy made.
type Copied struct {
	Tables  []CopiedTable
	Resumed int64 // rows an earlier run had copied
}

// CopiedTable is one that is the same in both databases.
type CopiedTable struct {
	Name string
	Rows int64
	Sum  string // SHA-256 of all rows, the same on every kind of database
}

// Copy copies a database to an empty one, of the same kind or the other, and
// compares both row by row. It only reads the source, which nobody may write
// to meanwhile. A copy that is cut off goes on where it was when it is made
// again, and until it is done no server starts on it.
func Copy(ctx context.Context, from, to Config, progress func(done, total int64)) (done Copied, err error) {
	from.Log, to.Log = slog.New(slog.DiscardHandler), slog.New(slog.DiscardHandler)
	source, err := openSource(ctx, from)
	if err != nil {
		return done, fmt.Errorf("open the source: %w", err)
	}
	defer func() { err = errors.Join(err, source.close()) }()
	target, err := openTarget(ctx, to)
	if err != nil {
		return done, fmt.Errorf("open the target: %w", err)
	}
	defer func() { err = errors.Join(err, target.close()) }()
	c := &copying{source: source, target: target, progress: progress}
	if err = c.claim(ctx); err != nil {
		return done, err
	}
	if done.Resumed, err = c.measure(ctx); err != nil {
		return done, err
	}
	for _, t := range copied {
		if err := c.fill(ctx, t); err != nil {
			return done, err
		}
	}
	for _, t := range copied {
		same, err := c.compare(ctx, t)
		if err != nil {
			return done, err
		}
		done.Tables = append(done.Tables, same)
	}
	return done, c.seal(ctx)
}

// copying is a copy under way. Each row is read to copy it and on both sides
// to compare it.
type copying struct {
	source, target end
	progress       func(done, total int64)
	done, total    int64
}

func (c *copying) show(rows int) {
	c.done += int64(rows)
	c.progress(min(c.done, c.total), c.total)
}

// measure counts what there is to do and returns what was done before.
func (c *copying) measure(ctx context.Context) (before int64, err error) {
	for _, t := range copied {
		all, err := c.source.count(ctx, t)
		if err != nil {
			return 0, err
		}
		there, err := c.target.count(ctx, t)
		if err != nil {
			return 0, err
		}
		c.total += 3 * all
		before += there
	}
	c.done = before
	c.show(0)
	return before, nil
}

// fill copies the rows of a table that come after the target's last.
func (c *copying) fill(ctx context.Context, t table) error {
	key, err := c.target.last(ctx, t)
	for err == nil {
		var rows [][]any
		rows, err = c.source.after(ctx, t, key)
		if err != nil || len(rows) == 0 {
			break
		}
		if err = c.target.add(ctx, t, rows); err == nil {
			key = t.keyOf(rows[len(rows)-1])
			c.show(len(rows))
		}
	}
	if err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	return nil
}

func (c *copying) compare(ctx context.Context, t table) (CopiedTable, error) {
	source, err := c.source.sumOf(ctx, t, c.show)
	if err != nil {
		return CopiedTable{}, fmt.Errorf("compare: %w", err)
	}
	target, err := c.target.sumOf(ctx, t, c.show)
	if err != nil {
		return CopiedTable{}, fmt.Errorf("compare: %w", err)
	}
	if what := firstDifferentGroup(t, source, target); what != "" {
		return CopiedTable{}, fmt.Errorf("compare: %s: stop every program that writes to either, and copy again to an empty database", what)
	}
	return CopiedTable{Name: t.name, Rows: source.rows(), Sum: source.whole()}, nil
}
