package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"net/url"
	"slices"
	"sync"

	"github.com/mattn/go-sqlite3"
)

// handle is one way to open the file. The driver ignores options it does not
// know, so each PRAGMA is both set and read back, on every connection.
type handle struct {
	create      bool              // make the file if it is missing
	readOnly    bool              // leave even the log alone
	alone       bool              // believe that nobody else uses the file, and make none beside it
	txlock      string            // what BEGIN takes
	pragmas     map[string]string // set, and read back as the same
	wal         bool              // the file must already be in WAL mode
	takesOver   bool              // the log itself, and SQLite does not at a commit
	connections int
}

// The ways to open the file. FULL makes an acknowledged write outlive a power
// cut; secure_delete overwrites what a taker deletes.
var (
	migratorHandle = handle{
		create: true, txlock: "immediate", connections: 1,
		pragmas: map[string]string{"busy_timeout": "2000", "synchronous": "2", "foreign_keys": "0"},
	}
	writerHandle = handle{
		txlock: "immediate", wal: true, connections: 1,
		pragmas: map[string]string{
			"busy_timeout": "2000", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1",
		},
	}
	readerHandle = handle{
		txlock: "deferred", wal: true, connections: 8,
		pragmas: map[string]string{
			"busy_timeout": "2000", "synchronous": "2", "foreign_keys": "1", "query_only": "1",
		},
	}
)

// open returns a pool whose connections are all checked. It does not connect.
func (h handle) open(p place) *sql.DB {
	db := sql.OpenDB(connector{
		driver: &sqlite3.SQLiteDriver{ConnectHook: h.check},
		dsn:    h.dsn(p),
	})
	db.SetMaxOpenConns(h.connections)
	db.SetMaxIdleConns(h.connections)
	return db
}

func (h handle) dsn(p place) string {
	options := url.Values{"mode": {"rw"}, "_txlock": {h.txlock}, "_stmt_cache_size": {"64"}}
	if h.create {
		options.Set("mode", "rwc")
	}
	if h.readOnly {
		options.Set("mode", "ro")
	}
	if h.alone {
		options.Set("immutable", "1")
	}
	for name, value := range h.pragmas {
		options.Set("_"+name, value)
	}
	return (&url.URL{Scheme: "file", Path: p.slashed(), RawQuery: options.Encode()}).String()
}

func (h handle) check(conn *sqlite3.SQLiteConn) error {
	want := maps.Clone(h.pragmas)
	if h.takesOver {
		if _, err := conn.Exec("PRAGMA wal_autocheckpoint = 0", nil); err != nil {
			return fmt.Errorf("set wal_autocheckpoint: %w", err)
		}
		want["wal_autocheckpoint"] = "0"
	}
	if h.wal {
		want["journal_mode"] = "wal"
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		got, err := readPragma(conn, name)
		if err != nil {
			return fmt.Errorf("read back %s: %w", name, err)
		}
		if got != want[name] {
			return fmt.Errorf("SQLite has %s=%s where this program needs %s", name, got, want[name])
		}
	}
	return nil
}

func readPragma(conn *sqlite3.SQLiteConn, name string) (string, error) {
	rows, err := conn.Query("PRAGMA "+name, nil)
	if err != nil {
		return "", err
	}
	defer rows.Close() //nolint:errcheck // only read from
	value := make([]driver.Value, 1)
	if err := rows.Next(value); err != nil {
		return "", err
	}
	return fmt.Sprint(value[0]), nil
}

// connector hands database/sql a driver with a hook, without the names that
// sql.Register keeps for the whole program.
type connector struct {
	driver *sqlite3.SQLiteDriver
	dsn    string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }

func (c connector) Driver() driver.Driver { return c.driver }

// sqlite is an open database file.
type sqlite struct {
	*writer
	place place
	log   *slog.Logger
	rest  func() // ends the guard
	leave func() // lets a backup be restored
	once  sync.Once
}

func openSQLite(ctx context.Context, c Config, steps fs.FS) (s *Store, err error) {
	p, err := findPlace(c.Path)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	leave, err := p.lockShared()
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, err)
	}
	defer func() {
		if err != nil {
			leave()
		}
	}()
	if err = prepare(ctx, p, steps, c.Log); err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, err)
	}
	db, w, err := openWatched(ctx, p, c.Path)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, err)
	}
	e := &sqlite{writer: startWriter(ctx, db, w), place: p, log: c.Log, leave: leave}
	e.rest = e.guard(ctx)
	return &Store{engine: e, read: pool{readerHandle.open(p)}}, nil
}

// openWatched opens the file to write. The first query opens its log, too.
func openWatched(ctx context.Context, p place, named string) (db *sql.DB, w *watch, err error) {
	h := writerHandle
	h.takesOver = true
	db = h.open(p)
	var tables int
	err = db.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_schema").Scan(&tables)
	if err == nil {
		w, err = newWatch(p, named)
	}
	if err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	return db, w, nil
}

// sameFile looks whether the files are still those that were opened.
func (e *sqlite) sameFile() error { return e.watch.look() }

// close lets go of the file last. Where taking the log over would spoil what
// is at the path, it leaves the last connection open, so that SQLite does not.
func (e *sqlite) close() (err error) {
	e.once.Do(func() {
		defer e.leave()
		e.rest()
		if now := e.watch.look(); spoils(now) {
			err = e.setLogAside(now)
			return
		}
		err = errors.Join(e.db.Close(), e.watch.close())
	})
	return err
}
