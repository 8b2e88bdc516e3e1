package store

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"whichpm/internal/files"
)

// Dumped reports whether a file is a backup of a PostgreSQL database, which
// only PostgreSQL's own programs read.
func Dumped(path string) bool {
	file, err := os.Open(path) //nolint:gosec // the person at the keyboard names it
	if err != nil {
		return false
	}
	defer file.Close() //nolint:errcheck // nothing was written
	begin := make([]byte, 5)
	_, err = io.ReadFull(file, begin)
	return err == nil && string(begin) == "PGDMP"
}

// MayDump returns what to do where PostgreSQL's own programs are not installed.
func MayDump() error {
	for _, name := range []string{"pg_dump", "pg_restore"} {
		if _, err := exec.LookPath(name); err != nil {
			return fmt.Errorf("backups of PostgreSQL are made by its own %s, which is not installed here: install PostgreSQL’s client programs "+
				"(Debian: apt-get install postgresql-client), or back up where the server is", name)
		}
	}
	return nil
}

// dump writes what the database holds, in the schema this program uses, to a
// file for pg_restore that appears only when it is whole and on disk.
func dump(ctx context.Context, address, to string, replace bool) (err error) {
	if err := MayDump(); err != nil {
		return err
	}
	copied, err := findPlace(to)
	if _, missing := os.Lstat(string(copied)); err == nil && missing == nil && !replace {
		err = alreadyThere(copied)
	}
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	ours, schema, err := serverOrigin(ctx, address)
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	part := string(copied) + ".part"
	if err = dumpTo(ctx, address, schema, part, copied); err == nil {
		err = checkDump(ctx, part, ours)
	}
	if err == nil {
		err = renameDurably(part, string(copied))
	}
	if err != nil {
		_ = os.Remove(part) // half a dump is of no use
		return fmt.Errorf("back up to %s: %w", copied, err)
	}
	return nil
}

// serverOrigin is which quiz a server has, and in which of its schemas.
func serverOrigin(ctx context.Context, address string) (o Origin, schema string, err error) {
	e, err := peekServer(ctx, Config{URL: address})
	if err != nil {
		return o, "", err
	}
	defer func() { err = errors.Join(err, e.close()) }()
	if o, err = e.store().Origin(ctx); err == nil {
		err = e.db.QueryRowContext(ctx, "SELECT current_schema()").Scan(&schema)
	}
	return o, schema, err
}

// dumpTo keeps the password off the command line, which others can read. What
// the limits counted stays out, as it stays out of every other copy.
func dumpTo(ctx context.Context, address, schema, part string, like place) (err error) {
	conninfo, password, err := forPrograms(address)
	if err != nil {
		return err
	}
	if err := os.Remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	file, err := files.Create(part, filepath.Base(string(like)))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	command := exec.CommandContext(ctx, "pg_dump", //nolint:gosec // no shell, and what is in it is quoted
		"--format=custom", "--no-password", "--no-owner", "--no-privileges", "--no-unlogged-table-data",
		schemaPattern(schema), "--dbname="+conninfo)
	command.Stdout = file
	command.Env = append(environment(), "PGPASSWORD="+password)
	if _, err := runProgram(command, password); err != nil {
		return err
	}
	return file.Sync()
}

// schemaPattern has pg_dump leave out everything else in the database. A new
// database has the usual schema already, any other is dumped too.
func schemaPattern(schema string) string {
	name := `"` + strings.ReplaceAll(schema, `"`, `""`) + `"`
	if schema == "public" {
		return "--table=" + name + ".*"
	}
	return "--schema=" + name
}

// environment is what a program of PostgreSQL gets to know: not our secrets.
func environment() (all []string) {
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "WHICHPM_") && !strings.HasPrefix(variable, "PGPASSWORD=") {
			all = append(all, variable)
		}
	}
	return append(all, "TZ=UTC", "LC_ALL=C")
}

const waitForEnd = 5 * time.Second // of a program that was stopped

// runProgram runs a program and returns what it printed, unless that goes
// elsewhere. An error is the last line the program complained with, without the
// secret.
func runProgram(command *exec.Cmd, secret string) (said []byte, err error) {
	var out, complaints bytes.Buffer
	if command.Stdout == nil {
		command.Stdout = &out
	}
	command.Stderr, command.WaitDelay = &complaints, waitForEnd
	if err := command.Run(); err != nil {
		line := strings.TrimSpace(complaints.String())
		line = line[strings.LastIndexByte(line, '\n')+1:]
		if secret != "" {
			line = strings.ReplaceAll(line, secret, "…")
		}
		return nil, fmt.Errorf("%s: %w: %s", filepath.Base(command.Path), err, line)
	}
	return out.Bytes(), nil
}

// checkDump makes sure that a dump can be read and is of that quiz.
func checkDump(ctx context.Context, part string, ours Origin) error {
	found, err := originOfDump(ctx, part)
	if err == nil && found.Quiz != ours.Quiz {
		err = errors.New("the dump does not hold the quiz: another program changes the database")
	}
	return err
}

// originOfDump reads from a dump which quiz it is and when it was made.
func originOfDump(ctx context.Context, path string) (o Origin, err error) {
	ask := func(args ...string) ([]byte, error) {
		command := exec.CommandContext(ctx, "pg_restore", append(args, path)...) //nolint:gosec // no shell
		command.Env = environment()
		return runProgram(command, "")
	}
	list, err := ask("--list")
	if err != nil {
		return o, err
	}
	for line := range strings.Lines(string(list)) {
		if at, is := strings.CutPrefix(strings.TrimSpace(line), "; Archive created at "); is {
			o.At, err = time.Parse("2006-01-02 15:04:05 MST", at)
		}
	}
	if err != nil || o.At.IsZero() {
		return o, fmt.Errorf("%s does not say when it was made", path)
	}
	rows, err := ask("--data-only", "--table=quiz_identity", "--file=-")
	if err != nil {
		return o, err
	}
	lines := bufio.NewScanner(bytes.NewReader(rows))
	for lines.Scan() {
		if row := strings.Split(lines.Text(), "\t"); len(row) == 3 && row[0] == strconv.Itoa(1) {
			o.Quiz = row[1]
		}
	}
	return o, lines.Err()
}

// OriginOf says which quiz a backup holds, of either kind.
func OriginOf(ctx context.Context, path string) (o Origin, err error) {
	if Dumped(path) {
		return originOfDump(ctx, path)
	}
	f, err := Inspect(ctx, path)
	if err != nil {
		return o, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return f.Origin(ctx)
}
