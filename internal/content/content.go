// Package content reads and writes a version as a content file: the JSON that
// the first version is shipped in, that is imported and exported, and that
// the command line scores. It knows no database and no page.
package content

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"whichpm/internal/quiz"
)

// The wording in first.json is original; the IPIP items named as sources are in
// the public domain and were only models. The O*NET data are (c) U.S. DOL/ETA
// under CC BY 4.0, with the credit line the guide shows. The German is a
// translation, to be reviewed by a native speaker; pages say so.
//
//go:embed first.json
var first []byte

// First returns the version a new database starts with.
func First() *quiz.Version { return parsedFirst().Clone() }

var parsedFirst = shipped(&first)

// shipped reads a file that is part of the program, when it is needed first.
func shipped(file *[]byte) func() *quiz.Version {
	return sync.OnceValue(func() *quiz.Version {
		v, err := Parse(*file)
		if err != nil {
			panic(err)
		}
		return v
	})
}

// mark is what some editors put before a text in UTF-8. It is no part of it.
var mark = []byte("\ufeff")

// plain is the JSON of a file.
func plain(body []byte) []byte { return withoutComments(bytes.TrimPrefix(body, mark)) }

// Parse reads a content file. It returns quiz.Problems for a version that
// cannot be asked and scored, and one line that names the place for text that
// is not UTF-8, and for JSON that is none or holds an unknown key.
func Parse(body []byte) (*quiz.Version, error) { return ParseOver(body, nil) }

// ParseOver reads a content file that takes the place of base. A translation
// that base has from another text than the file has now is outdated, as it
// is when somebody changes that text on its page.
func ParseOver(body []byte, base *quiz.Version) (*quiz.Version, error) {
	if err := firstBad(body); err != nil {
		return nil, err
	}
	body = plain(body)
	var f file
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&f); err != nil {
		return nil, fmt.Errorf("read content file: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("read content file: there is text after the end of the JSON")
	}
	v := f.version(base)
	if problems := append(f.problems(), v.Validate()...); len(problems) > 0 {
		return nil, problems
	}
	if base != nil {
		v.Follow(base)
	}
	return v, nil
}

// OneLine is a content file on one line and without its comments, as a form
// changes the ends of lines.
func OneLine(body []byte) (string, error) {
	var line bytes.Buffer
	if err := json.Compact(&line, plain(body)); err != nil {
		return "", fmt.Errorf("put content file on one line: %w", err)
	}
	return line.String(), nil
}

// Format writes a version as a content file that Parse reads back. The same
// content always gives the same bytes, one value a line: whatever differs
// between two files differs between the versions.
func Format(v *quiz.Version) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(fileOf(v)); err != nil {
		return nil, fmt.Errorf("write content file: %w", err)
	}
	return b.Bytes(), nil
}
