package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// source is the version a command works on.
type source struct {
	Quiz string `env:"WHICHPM_QUIZ" placeholder:"FILE" help:"Content file to use instead of the database's published version."`
	DB   string `default:"whichpm.db" env:"WHICHPM_DB" placeholder:"FILE" help:"SQLite file with the published version. Where there is none, the version this program comes with is used."`
}

// The largest files that are read, in bytes.
const (
	maxAnswers = 1 << 20
	maxQuiz    = 8 << 20
)

// version reads the content file, else the published version, else the first.
// It never makes a database.
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
	if info, err := os.Stat(s.DB); errors.Is(err, os.ErrNotExist) || err == nil && info.Mode().IsRegular() && info.Size() == 0 {
		return content.First(), nil
	}
	return s.published(ctx)
}

func (s source) published(ctx context.Context) (v *quiz.Version, err error) {
	db, err := store.Open(ctx, store.Config{Path: s.DB})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	id, err := db.PublishedID(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, fmt.Errorf("%s holds no published version: publish one, or name a content file with --quiz", s.DB)
	}
	if err != nil {
		return nil, err
	}
	return db.Version(ctx, id)
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
