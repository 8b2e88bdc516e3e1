package store

import (
	"context"
	"errors"

	"whichpm/migrations"
)

// errHalfCopied is what everything but a copy answers to a database without
// its heartbeat.
var errHalfCopied = errors.New("it is a half-finished copy: run the same whichpm copy again to finish it, or use another database")

// sourceHandle opens a file that another program may have written, and changes
// neither it nor its log.
var sourceHandle = handle{
	readOnly: true, txlock: "deferred", wal: true, connections: 1,
	pragmas: map[string]string{"busy_timeout": "2000", "query_only": "1"},
}

// openSource opens what is copied, to read from it only. It has to be whole
// and of this program's schema.
func openSource(ctx context.Context, c Config) (end, error) {
	open := openSourceFile
	if c.URL != "" {
		open = openSourceServer
	}
	e, err := open(ctx, c)
	if err != nil {
		return end{}, err
	}
	s := &Store{read: pool{e.db}}
	if err = s.schemaIsOurs(ctx); err == nil {
		err = s.isWhole(ctx)
	}
	if err != nil {
		return end{}, errors.Join(err, e.close())
	}
	return e, nil
}

func openSourceFile(ctx context.Context, c Config) (end, error) {
	s, err := peekFile(ctx, c, sourceHandle)
	if err != nil {
		return end{}, err
	}
	return end{db: s.read.DB, marker: "?", close: s.read.Close}, nil
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
		err = errors.New("it holds no quiz yet: check the address")
	}
	if err != nil {
		return end{}, errors.Join(err, db.Close())
	}
	return end{db: db, marker: "$", close: db.Close}, nil
}

// isWhole refuses a half-finished copy.
func (s *Store) isWhole(ctx context.Context) error {
	beats, err := end{db: s.read.DB}.count(ctx, heartbeatTable)
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
	if s, err := peekSQLite(ctx, c); err != nil {
		return end{}, err
	} else if err = s.read.Close(); err != nil {
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
	if err := (&Store{read: pool{e.db}}).schemaIsOurs(ctx); err != nil {
		return end{}, errors.Join(err, e.close())
	}
	return e, nil
}
