// Package garden is the example of docs/content-format.md, for tests that want
// a quiz that is about no jobs: three roles, statements alone.
package garden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// Document is docs/content-format.md.
func Document(t testing.TB) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; folder = filepath.Dir(folder) {
		body, err := os.ReadFile(filepath.Join(folder, "docs", "content-format.md")) //nolint:gosec // a file of the project
		if err == nil {
			return string(body)
		}
		if folder == filepath.Dir(folder) {
			t.Fatal(err)
		}
	}
}

// File is the content file that the document ends with, with its comments.
func File(t testing.TB) string {
	t.Helper()
	_, behind, found := strings.Cut(Document(t), "```json\n")
	file, _, closed := strings.Cut(behind, "```\n")
	if !found || !closed {
		t.Fatal("the document holds no example")
	}
	return file
}

// Version is the version in the file.
func Version(t testing.TB) *quiz.Version {
	t.Helper()
	v, err := content.Parse([]byte(File(t)))
	if err != nil {
		t.Fatal(err)
	}
	return v
}
