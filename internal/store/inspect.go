package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/mattn/go-sqlite3"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/migrations"
)

// File is a database file that is looked at and never changed. A server may
// be using it.
type File struct {
	place place
	s     *Store
}

// Inspect opens a database file to look at it. It makes no file, runs no
// migration and takes a file of any schema.
func Inspect(ctx context.Context, path string) (*File, error) {
	p, err := findPlace(path)
	if err == nil {
		err = p.mustExist()
	}
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	h := p.lookHandle()
	h.pragmas["query_only"] = "1"
	f := &File{p, &Store{read: pool{h.open(p)}}}
	if err := mustBeOurs(ctx, f.s.read.DB); err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, errors.Join(err, f.Close()))
	}
	return f, nil
}

// Close ends looking.
func (f *File) Close() error { return f.s.read.Close() }

// Path is the absolute path of the file.
func (f *File) Path() string { return string(f.place) }

// lookHandle opens the file and leaves its bytes as they are. Where there is
// a log, only a connection that cannot write leaves it alone when it closes;
// where there is none, only one that can write removes what it made.
func (p place) lookHandle() handle {
	h := handle{
		txlock: "deferred", connections: 4,
		pragmas: map[string]string{"busy_timeout": "2000", "synchronous": "2", "foreign_keys": "1"},
	}
	if _, err := os.Stat(string(p) + "-wal"); err == nil {
		h.readOnly = true
	}
	return h
}

func (p place) mustExist() error {
	if err := p.notLost(); err != nil {
		return err
	}
	if !p.exists() {
		return fmt.Errorf("there is no database at %s: check the path", p)
	}
	return p.readable()
}

func mustBeOurs(ctx context.Context, db *sql.DB) error {
	var id, tables int64
	err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id)
	if err == nil && id == applicationID {
		err = db.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_schema").Scan(&tables)
	}
	if fault, ok := errors.AsType[sqlite3.Error](err); ok && fault.Code == sqlite3.ErrNotADB {
		return errors.New("the file is not a SQLite database: choose another path")
	}
	if err != nil {
		return fmt.Errorf("cannot read the file: %w", err)
	}
	if id != applicationID {
		return errors.New("the file is not a database of this program: choose another path")
	}
	return nil
}

// Schema returns the number of the last migration the file has, and of the
// last one this program knows.
func (f *File) Schema(ctx context.Context) (have, want int64, err error) {
	err = f.s.read.QueryRowContext(ctx, `
		SELECT MAX(version_id)
		FROM goose_db_version`).Scan(&have)
	return have, migrations.Latest(), f.s.readFailure("read the schema's version", err)
}

// Setting reads a PRAGMA that is kept in the file.
func (f *File) Setting(ctx context.Context, name string) (string, error) {
	var value string
	err := f.s.read.QueryRowContext(ctx, "PRAGMA "+name).Scan(&value)
	return value, f.s.readFailure("read "+name, err)
}

// Damage lists what is broken in the file, at most 20 things.
func (f *File) Damage(ctx context.Context) ([]string, error) {
	var found []string
	var line string
	//nolint:sqlclosecheck // each closes them
	rows, err := f.s.read.QueryContext(ctx, "PRAGMA integrity_check(20)")
	err = each(rows, err, func() error {
		problem := rows.Scan(&line)
		if line != "ok" {
			found = append(found, line)
		}
		return problem
	})
	if fault, ok := errors.AsType[sqlite3.Error](err); ok && (fault.Code == sqlite3.ErrCorrupt || fault.Code == sqlite3.ErrNotADB) {
		return append(found, fault.Error()), nil
	}
	return found, f.s.readFailure("check the file", err)
}

// Dangling lists references to rows that are not there, at most 20.
func (f *File) Dangling(ctx context.Context) ([]string, error) {
	var found []string
	//nolint:sqlclosecheck // each closes them
	rows, err := f.s.read.QueryContext(ctx, "SELECT \"table\", \"parent\" FROM pragma_foreign_key_check LIMIT 20")
	err = each(rows, err, func() error {
		var table, parent string
		problem := rows.Scan(&table, &parent)
		found = append(found, fmt.Sprintf("a row of %s points to a row of %s that is not there", table, parent))
		return problem
	})
	return found, f.s.readFailure("check the references", err)
}

// Counts says how much a file holds.
type Counts struct{ Versions, Results, Deleted, Shares, Admins int }

// Counts counts what the file holds; Results are those not deleted.
func (f *File) Counts(ctx context.Context) (c Counts, err error) {
	err = f.s.read.QueryRowContext(ctx, `
		SELECT
			(SELECT COUNT(*) FROM quiz_versions),
			(SELECT COUNT(*) FROM results WHERE deleted_at IS NULL),
			(SELECT COUNT(*) FROM results WHERE deleted_at IS NOT NULL),
			(SELECT COUNT(*) FROM shares),
			(SELECT COUNT(*) FROM admins)`).
		Scan(&c.Versions, &c.Results, &c.Deleted, &c.Shares, &c.Admins)
	return c, f.s.readFailure("count", err)
}

// Results calls fn with every result that is not deleted, as of one moment.
func (f *File) Results(ctx context.Context, fn func(quiz.Result) error) error {
	rows, err := f.s.read.QueryContext(ctx, `
		SELECT id, version_id, answers, verdict, COALESCE(top_role, ''), probability
		FROM results
		WHERE deleted_at IS NULL
		ORDER BY id`)
	err = each(rows, err, func() error {
		var r quiz.Result
		var id []byte
		if err := rows.Scan(&id, &r.Version, &r.Answers, &r.Verdict, &r.Top, &r.Probability); err != nil {
			return err
		}
		copy(r.ID[:], id)
		return fn(r)
	})
	return f.s.readFailure("read the results", err)
}

// Version returns a version, or quiz.ErrNotFound.
func (f *File) Version(ctx context.Context, id int64) (*quiz.Version, error) {
	return f.s.Version(ctx, id)
}

// PublishedID returns the number of the published version, or quiz.ErrNotFound.
func (f *File) PublishedID(ctx context.Context) (int64, error) { return f.s.PublishedID(ctx) }

// Admins lists the admins.
func (f *File) Admins(ctx context.Context) ([]auth.Admin, error) { return f.s.Admins(ctx) }

// LastFinished is when the newest result was finished, zero without any.
func (f *File) LastFinished(ctx context.Context) (time.Time, error) {
	var last sql.NullInt64
	err := f.s.read.QueryRowContext(ctx, `
		SELECT MAX(finished_at)
		FROM results
		WHERE finished_at IS NOT NULL`).Scan(&last)
	return timeOf(last), f.s.readFailure("find the last result", err)
}

// Marked reports whether the marker is beside the file.
func (f *File) Marked() bool {
	_, err := os.Stat(f.place.marker())
	return err == nil
}
