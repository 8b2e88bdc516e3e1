package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"whichpm/web/site"
)

// validate hands every state as it is served to html-validate.
func (a *audit) validate(ctx context.Context, ids []string, f *findings) error {
	a.say("html-validate")
	folder := filepath.Join(a.dir, "pages")
	if err := os.Mkdir(folder, 0o700); err != nil {
		return fmt.Errorf("make a folder for pages: %w", err)
	}
	b := &browsing{address: a.address}
	for _, id := range ids {
		page, err := b.get(ctx, site.Gallery+"/"+id)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, id+".html"), []byte(page), 0o600); err != nil {
			return err
		}
	}
	node := exec.CommandContext(ctx, "node", "node_modules/html-validate/bin/html-validate.mjs",
		"--config", "web/gallery/markup.config.mjs", "--formatter", "json", folder)
	var problem bytes.Buffer
	node.Stderr = &problem
	said, err := node.Output() // it answers 1 when it finds something
	var reports []struct {
		FilePath string
		Messages []struct {
			RuleID, Message string
			Line            int
		}
	}
	if broken := json.Unmarshal(said, &reports); broken != nil {
		return fmt.Errorf("run html-validate (.ci/setup audit installs it): %w: %s", errors.Join(err, broken), problem.String())
	}
	found := map[string][]string{}
	for _, r := range reports {
		id := strings.TrimSuffix(filepath.Base(r.FilePath), ".html")
		for _, m := range r.Messages {
			found[id] = append(found[id], fmt.Sprintf("%s: %s (line %d)", m.RuleID, m.Message, m.Line))
		}
	}
	for _, id := range ids {
		f.note(id+", html-validate", found[id])
	}
	return nil
}
