//go:build !race

package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/test/long"
)

func TestAMigrationThatIsKilledRunsAgainAtTheNextStart(t *testing.T) {
	for cycle := range long.Pick(3, 20) {
		path := filepath.Join(t.TempDir(), "whichpm.db")
		s := openAt(t, path)
		must(t, s.SeedFirst(t.Context(), content.First(), testNow))
		for n := range 20 {
			must(t, s.AddResult(t.Context(), result(n)))
		}
		must(t, s.Close())
		killMigration(t, path, int64(cycle)*10<<20)
		asked := len(result(0).Asked)
		if n := count(t, path, fmt.Sprint("SELECT COUNT(*) FROM results WHERE length(asked) = ", asked)); n != 20 {
			t.Errorf("%d results are as they were", n)
		}
		if n := count(t, path, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'padding'"); n != 0 {
			t.Error("half a step was kept")
		}
		steps, err := withStep(slowly(10))
		must(t, err)
		must(t, openWith(t.Context(), path, steps))
		if n := count(t, path, fmt.Sprint("SELECT COUNT(*) FROM results WHERE length(asked) = ", asked+2)); n != 20 {
			t.Errorf("%d results went through the step", n)
		}
		if n := count(t, path, "PRAGMA user_version"); n != 0 {
			t.Error("the references were not checked")
		}
	}
}

// killMigration starts the program and kills it once its step has begun and
// the log has that length.
func killMigration(t *testing.T, path string, length int64) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	program := exec.CommandContext(ctx, os.Args[0])
	program.Env = append(os.Environ(), migratesAt+"="+path)
	program.Stderr = t.Output()
	said, err := program.StdoutPipe()
	must(t, err)
	must(t, program.Start())
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil || !strings.Contains(line, "backed up") {
		t.Fatalf("it says %q, %v", line, err)
	}
	for program.ProcessState == nil && ctx.Err() == nil { // until the step is that far
		if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > length {
			break
		}
	}
	must(t, program.Process.Kill())
	if err := program.Wait(); err == nil {
		t.Fatal("it was done before it was killed")
	}
	if ctx.Err() != nil {
		t.Fatal(errors.New("the step never got that far"))
	}
}
