package main

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/internal/simulate"
	"whichpm/internal/store"
)

// fillDatabase plays takers into a database, so that pages which need many
// results can be seen. It never touches a database in which real people took
// the quiz.
func (c *simulateCmd) fillDatabase(ctx context.Context, std streams) (err error) {
	switch {
	case c.Quiz != "" || c.DB != "" || c.JSON:
		return errors.New("--into takes the version of the database it fills: leave out --quiz, --db and --json")
	case c.Days < 1 || c.Days > mostDays:
		return fmt.Errorf("--days: give a number from 1 to %d, not %d", mostDays, c.Days)
	}
	db, err := store.Open(ctx, store.Config{Path: c.Into})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	now := time.Now()
	if err := db.SeedFirst(ctx, content.First(), now); err != nil {
		return fmt.Errorf("load the first questions: %w", err)
	}
	made, err := onlySimulated(ctx, db, c.Into)
	if err != nil {
		return err
	}
	v, err := publishedOf(ctx, db)
	if err != nil {
		return err
	}
	// The mark comes first and names the most there can be: whatever becomes
	// of this run, nobody takes its results for real ones, and while it lasts
	// or after it was cut off no other run begins.
	if err := db.AddSimulated(ctx, int64(c.Takers)); err != nil {
		return err
	}
	bar := newBar(std.err)
	config := simulate.Config{Takers: c.Takers, Seed: seedAfter(c.Seed, made), Progress: bar.show}
	finished, err := simulate.Fill(ctx, db, v, config, simulate.Span{Until: now, Days: c.Days})
	bar.clear()
	if err != nil {
		return err
	}
	if err := db.AddSimulated(ctx, finished-int64(c.Takers)); err != nil {
		return err
	}
	job := rollup.New(db, rollup.Config{Log: slog.New(slog.DiscardHandler)})
	if err := job.Once(ctx); err != nil {
		return fmt.Errorf("add up the statistics: %w", err)
	}
	fmt.Fprintf(std.out, "%d simulated takers over %d days, %d of whom finished, were added to %s. It holds %d results.\nSee them with: whichpm --db %s\n",
		c.Takers, c.Days, finished, c.Into, made+finished, c.Into)
	return nil
}

// seedAfter is the seed that plays the takers to come after so many made-up
// results: adding to a database never plays somebody who is in it.
func seedAfter(seed uint64, made int64) uint64 {
	if made == 0 {
		return seed
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "simulate %d after %d", seed, made))
	return binary.BigEndian.Uint64(sum[:])
}

const mostDays = 3650

// onlySimulated refuses a database with results of people, and one where the
// mark and the results differ: nobody could say later which are made up. It
// returns how many there are.
func onlySimulated(ctx context.Context, db *store.Store, path string) (int64, error) {
	all, err := db.CountResults(ctx)
	if err != nil {
		return 0, err
	}
	made, err := db.Simulated(ctx)
	if err != nil {
		return 0, err
	}
	switch {
	case all > made:
		return 0, fmt.Errorf("%s holds results of people: name a file of its own for simulated ones", path)
	case all < made:
		return 0, fmt.Errorf("%s should hold %d simulated results and holds %d, because another run is at it or was cut off, or some were deleted: name a new file", path, made, all)
	}
	return made, nil
}

func publishedOf(ctx context.Context, db *store.Store) (*quiz.Version, error) {
	id, err := db.PublishedID(ctx)
	if err != nil {
		return nil, err
	}
	return db.Version(ctx, id)
}
