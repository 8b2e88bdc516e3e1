package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// source is the version a command works on.
type source struct {
	Quiz string `arg:"--quiz" placeholder:"FILE" help:"Content file to use instead of the database's published version."`
	storedQuiz
}

// storedQuiz is a database to read a version from, if there is one.
type storedQuiz struct {
	DB string `arg:"--db,env:WHICHPM_DB" placeholder:"FILE" help:"SQLite file with the published version: whichpm.db if it is there, else the version this program comes with."`
	postgres
}

// The largest files that are read, in bytes.
const (
	maxAnswers = 1 << 20
	maxQuiz    = 8 << 20
)

// usualDB is the file the server keeps the quiz in unless told otherwise.
const usualDB = "whichpm.db"

// version reads the content file, else the published version, else the first.
// It changes no file. A database that was named has to be there.
func (s source) version(ctx context.Context) (*quiz.Version, error) {
	if s.Quiz != "" {
		body, err := readFile(s.Quiz, maxQuiz)
		if err != nil {
			return nil, err
		}
		v, err := content.Parse(body)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Quiz, err)
		}
		return v, nil
	}
	where, found := s.found()
	if !found {
		return content.First(), nil
	}
	config, err := where.config()
	if err != nil {
		return nil, err
	}
	v, err := store.ReadPublished(ctx, config)
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, fmt.Errorf("%s holds no published version: publish one, or name a content file with --quiz", where.name())
	}
	return v, err
}

// found is the database that was named, or the usual one if it is there.
func (d storedQuiz) found() (database, bool) {
	where := database(d)
	if where.DB != "" || where.server() {
		return where, true
	}
	where.DB = usualDB
	return where, anyExists(usualDB, usualDB+".marker")
}

// anyExists reports whether one of the files exists, if only as a link.
func anyExists(paths ...string) bool {
	return slices.ContainsFunc(paths, func(path string) bool {
		_, err := os.Lstat(path)
		return err == nil
	})
}

// readFile reads a file of at most that many bytes.
func readFile(path string, most int64) ([]byte, error) {
	file, err := os.Open(path) //nolint:gosec // the person at the keyboard names it
	if err != nil {
		return nil, fmt.Errorf("read a file: %w", err)
	}
	defer file.Close() //nolint:errcheck // nothing was written
	return readAll(file, path, most)
}

func readAll(r io.Reader, name string, most int64) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if int64(len(body)) > most {
		return nil, fmt.Errorf("%s is larger than %d MB", name, most>>20)
	}
	return body, nil
}

func printJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}
