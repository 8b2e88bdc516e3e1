package content

import (
	"bytes"
	_ "embed"

	"whichpm/internal/quiz"
)

//go:embed empty.jsonc
var empty []byte

// EmptyFile is a content file with comments of which nobody has written
// anything yet.
func EmptyFile() []byte { return bytes.Clone(empty) }

// Empty is the version that file holds: it can be kept as a draft, and the
// checks name all that has to be written.
func Empty() *quiz.Version { return parsedEmpty().Clone() }

var parsedEmpty = shipped(&empty)
