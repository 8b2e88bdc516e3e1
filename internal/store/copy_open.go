package store

import (
	"context"
	"errors"
	"fmt"

	"whichpm/migrations"
)

// errHalfCopied is what everything but a copy answers to a database without
// its heartbeat.
var errHalfCopied = errors.New("it is a half-finished copy: run the same whichpm copy again to finish it, or use another database")

// openSource opens what is copied, to read from it only. It has to be whole. A
// file may have an older schema, a server not.
func openSource(ctx context.Context, c Config) (end, error) {
	if c.URL != "" {
		return openSourceServer(ctx, c)
	}
	return peekFile(ctx, c)
}

// openSourceServer takes the primary: a standby may lack the newest rows.
func openSourceServer(ctx context.Context, c Config) (end, error) {
	address, err := parseAddress(c.URL, "primary")
	if err != nil {
		return end{}, err
	}
	address.RuntimeParams["default_transaction_read_only"] = "on"
	db := openMigrator(address)
	ours, err := claimSchema(ctx, db)
	if err == nil && !ours {
		err = errNoQuiz
	}
	return end{db: db, marker: "$", close: db.Close}.checked(ctx, err)
}

// isWhole refuses a half-finished copy.
func (e end) isWhole(ctx context.Context) error {
	beats, err := e.count(ctx, heartbeatTable)
	if err == nil && beats == 0 {
		err = errHalfCopied
	}
	return err
}

// openTarget opens what is copied to and keeps every other process from
// preparing it until it is closed. It makes the tables where there is no quiz,
// and changes nothing where there is one.
func openTarget(ctx context.Context, c Config) (end, error) {
	if c.URL != "" {
		return openTargetServer(ctx, c)
	}
	return openTargetFile(ctx, c)
}

func openTargetFile(ctx context.Context, c Config) (end, error) {
	p, err := findPlace(c.Path)
	if err != nil {
		return end{}, err
	}
	if !p.exists() {
		if err = prepare(ctx, p, migrations.SQLite(), c.Log); err != nil {
			return end{}, err
		}
	}
	if db, err := p.openToInspect(ctx, true); err != nil {
		return end{}, fmt.Errorf("%s: %w", p, err)
	} else if err = db.Close(); err != nil {
		return end{}, err
	}
	unlock, err := p.lock(ctx)
	if err != nil {
		return end{}, err
	}
	db := writerHandle.open(p)
	return checkTarget(ctx, end{db: db, marker: "?", close: func() error {
		defer unlock()
		return db.Close()
	}})
}

func openTargetServer(ctx context.Context, c Config) (end, error) {
	address, err := parseAddress(c.URL, readWrite)
	if err != nil {
		return end{}, err
	}
	db := openMigrator(address)
	ours, err := claimSchema(ctx, db)
	if err == nil && !ours {
		err = preparePostgres(ctx, address, migrations.PostgreSQL(), c.Log)
	}
	var unlock func()
	if err == nil {
		unlock, err = lockSchema(ctx, db)
	}
	if err != nil {
		return end{}, errors.Join(err, db.Close())
	}
	return checkTarget(ctx, end{db: db, marker: "$", close: func() error {
		unlock()
		return db.Close()
	}})
}

func checkTarget(ctx context.Context, e end) (end, error) {
	if err := e.store().schemaIsOurs(ctx); err != nil {
		return end{}, errors.Join(err, e.close())
	}
	return e, nil
}
