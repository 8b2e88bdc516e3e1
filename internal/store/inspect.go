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

// File is a database that is looked at and never changed, in a file or on a
// PostgreSQL server. A program may be using it.
type File struct {
	place place // "" on a server
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
	db, err := p.openToInspect(ctx, true)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, err)
	}
	return &File{p, &Store{read: pool{db}}}, nil
}

// InspectAt opens a database to look at it, wherever it is.
func InspectAt(ctx context.Context, c Config) (*File, error) {
	if c.URL != "" {
		return InspectServer(ctx, c.URL)
	}
	return Inspect(ctx, c.Path)
}

// InspectServer opens a database on a server to look at it.
func InspectServer(ctx context.Context, address string) (*File, error) {
	c, err := parseAddress(address, readWrite)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	db := openMigrator(c) // which may take its time
	ours, err := claimSchema(ctx, db)
	if err == nil && !ours {
		err = errNoQuiz
	}
	if err != nil {
		return nil, fmt.Errorf("open database: %w", errors.Join(err, db.Close()))
	}
	return &File{s: &Store{read: pool{db}}}, nil
}

// OnServer reports whether it is a PostgreSQL database and not a file.
func (f *File) OnServer() bool { return f.place == "" }

// Close ends looking.
func (f *File) Close() error { return f.s.read.Close() }

// Path is the absolute path of the file.
func (f *File) Path() string { return string(f.place) }

// Schema returns the number of the last migration the database has, 0 if it
// says none, and of the last one this program knows.
func (f *File) Schema(ctx context.Context) (have, want int64, err error) {
	have, err = f.s.schema(ctx)
	return have, migrations.Latest(), f.s.readFailure("read the schema's version", err)
}

// SchemaDifferences lists where tables, indexes, triggers and views differ from
// what the migrations up to that number make, at most 20 places.
func (f *File) SchemaDifferences(ctx context.Context, number int64) ([]string, error) {
	var want, have shape
	var err error
	if f.OnServer() {
		want, have, err = shapesOnServer(ctx, f.s.read.DB, migrations.PostgreSQL(), number)
	} else if want, err = shapeOfSteps(ctx, migrations.SQLite(), number); err == nil {
		have, err = shapeOfFile(ctx, f.s.read)
	}
	if err != nil {
		return nil, f.s.readFailure("compare the tables", err)
	}
	missing, err := f.missingSteps(ctx, number)
	return append(missing, want.differences(have)...), f.s.readFailure("compare the migrations", err)
}

// missingSteps says which steps are in the middle of the list of those made,
// and not in it.
func (f *File) missingSteps(ctx context.Context, number int64) (found []string, err error) {
	made := map[int64]bool{}
	var step int64
	//nolint:sqlclosecheck // each closes them
	rows, err := f.s.read.QueryContext(ctx, `
		SELECT version_id
		FROM goose_db_version
		WHERE is_applied`)
	err = each(rows, err, func() error {
		problem := rows.Scan(&step)
		made[step] = true
		return problem
	})
	for step := int64(1); step <= number && err == nil; step++ {
		if !made[step] {
			found = append(found, fmt.Sprintf("the list of migrations lacks number %d", step))
		}
	}
	return found, err
}

// Pragma reads a PRAGMA that is kept in the file.
func (f *File) Pragma(ctx context.Context, name string) (string, error) {
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

// Counts counts what the file holds; Results are those not deleted. Deleted
// are also the keys of journeys that were finished in another browser.
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
		SELECT id, version_id, finished_at, answers, asked, shuffle, verdict, top_role,
			probability, duration_ms, form, is_hurried
		FROM results
		WHERE deleted_at IS NULL
		ORDER BY id`)
	err = each(rows, err, func() error {
		r, problem := scanResult(rows)
		if problem != nil {
			return problem
		}
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

// Versions lists all versions, the newest first.
func (f *File) Versions(ctx context.Context) ([]quiz.VersionInfo, error) { return f.s.Versions(ctx) }

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
