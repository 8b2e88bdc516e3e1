package gallery_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestEveryStateIsCleanHTML reads the golden pages, which
// TestEveryStateLooksAsItDidBefore holds equal to what is rendered, and a
// spoiled one to see that it looks.
func TestEveryStateIsCleanHTML(t *testing.T) {
	t.Parallel()
	spoiled := filepath.Join(t.TempDir(), "spoiled.html")
	if err := os.WriteFile(spoiled, []byte("<!doctype html>\n<html lang=\"en\"><head><title>Page</title></head><body><p><div></div></p></body></html>\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join("..", "..", "node_modules", "html-validate", "bin", "html-validate.mjs")
	node := exec.CommandContext(t.Context(), "node", program, "--config", "markup.config.mjs", "--formatter", "json", "testdata", spoiled)
	var problem bytes.Buffer
	node.Stderr = &problem
	said, err := node.Output() // it ends with 1 when it finds something
	var pages []struct {
		FilePath string
		Messages []struct {
			RuleID, Message string
			Line            int
		}
	}
	if json.Unmarshal(said, &pages) != nil {
		t.Fatalf("There is no html-validate to test with: run make setup (%v: %s).", err, problem.String())
	}
	looked := false
	for _, p := range pages {
		if filepath.Base(p.FilePath) == filepath.Base(spoiled) {
			looked = len(p.Messages) > 0
			continue
		}
		for _, m := range p.Messages {
			t.Errorf("%s, line %d: %s (%s)", filepath.Base(p.FilePath), m.Line, m.Message, m.RuleID)
		}
	}
	if !looked {
		t.Error("it does not see what is wrong with a spoiled page")
	}
}
