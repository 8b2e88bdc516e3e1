package main

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"whichpm/internal/store"
	"whichpm/web/site"
)

// asNobody makes the program give up root's rights: no permission stops root.
const asNobody = "TEST_WHICHPM_AS_NOBODY"

const nobody = 65534

func dropRights() {
	if os.Getenv(asNobody) == "" || os.Geteuid() != 0 {
		return
	}
	for _, drop := range []func() error{
		func() error { return syscall.Setgroups(nil) },
		func() error { return syscall.Setgid(nobody) },
		func() error { return syscall.Setuid(nobody) },
	} {
		if err := drop(); err != nil {
			panic(err)
		}
	}
}

// refused starts the program as somebody without rights of its own, and
// returns the one line with which it ends.
func refused(t *testing.T, path string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), readyWithin)
	defer cancel()
	program := exec.CommandContext(ctx, os.Args[0], "--addr=127.0.0.1:0", "--db="+path)
	program.Env = append(os.Environ(), asProgram+"=1", asNobody+"=1")
	var stdout, stderr bytes.Buffer
	program.Stdout, program.Stderr = &stdout, &stderr
	err := program.Run()
	if program.ProcessState.ExitCode() != 1 || stdout.Len() > 0 {
		t.Fatalf("it ends with %v after %q\n%s", err, &stdout, &stderr)
	}
	return stderr.String()
}

// giveAway hands everything in a folder to the one without rights.
func giveAway(t *testing.T, folder string) {
	t.Helper()
	ok(t, os.Chmod(filepath.Dir(folder), 0o755)) // to be walked through
	if os.Geteuid() != 0 {
		return
	}
	ok(t, filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		if err == nil {
			err = os.Chown(path, nobody, nobody)
		}
		return err
	}))
}

func TestAStartNeverReplacesALostOrDamagedDatabase(t *testing.T) {
	t.Parallel()
	spoil := func(at int64, text string) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			file, err := os.OpenFile(path, os.O_RDWR, 0)
			ok(t, err)
			_, err = file.WriteAt([]byte(text), at)
			ok(t, err)
			ok(t, file.Close())
		}
	}
	for name, test := range map[string]struct {
		arrange func(t *testing.T, path string)
		says    string
	}{
		"the file is deleted":        {func(t *testing.T, path string) { ok(t, os.Remove(path)) }, "put it or a backup back"},
		"the file is empty":          {func(t *testing.T, path string) { ok(t, os.Truncate(path, 0)) }, "put it or a backup back"},
		"the folder is gone":         {func(t *testing.T, path string) { ok(t, os.RemoveAll(filepath.Dir(path))) }, "create it, or choose another path"},
		"the folder is read-only":    {func(t *testing.T, path string) { ok(t, os.Chmod(filepath.Dir(path), 0o500)) }, "let this program write to its folder"},
		"the file is read-only":      {func(t *testing.T, path string) { ok(t, os.Chmod(path, 0o400)) }, "let this program read and write it"},
		"the file is unreadable":     {func(t *testing.T, path string) { ok(t, os.Chmod(path, 0)) }, "let this program read and write it"},
		"the header is damaged":      {spoil(0, "not any more"), "not a SQLite database"},
		"the page size is damaged":   {spoil(16, "\xff\xff"), "not a SQLite database"},
		"the schema is damaged":      {spoil(100, strings.Repeat("x", 200)), "the file is damaged: put a backup in its place"},
		"a page is damaged":          {spoil(9*4096, strings.Repeat("x", 4096)), "the file is damaged: put a backup in its place"},
		"the file is cut in half":    {func(t *testing.T, path string) { ok(t, os.Truncate(path, 20*4096)) }, "the file is damaged: put a backup in its place"},
		"the file is cut mid-page":   {func(t *testing.T, path string) { ok(t, os.Truncate(path, 20*4096+7)) }, "the file is damaged: put a backup in its place"},
		"only the header is left":    {func(t *testing.T, path string) { ok(t, os.Truncate(path, 100)) }, "whichpm: open database"},
		"the schema is newer":        {func(t *testing.T, path string) { onFile(t, path, newer) }, "start the newer program"},
		"it is another program's":    {func(t *testing.T, path string) { onFile(t, path, "PRAGMA application_id = 7") }, "the database of another program"},
		"a migration lost some rows": {func(t *testing.T, path string) { onFile(t, path, dangling) }, "put the backup back"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "quiz.db")
			withStore(t, path, func(db *store.Store) {
				for n := range 5 {
					ok(t, db.AddResult(t.Context(), scoredResult(n)))
				}
			})
			giveAway(t, filepath.Dir(path))
			test.arrange(t, path)
			before, _ := os.ReadFile(path)
			line := refused(t, path)
			if strings.Count(line, "\n") != 1 || !strings.HasPrefix(line, "whichpm: ") || !strings.Contains(line, test.says) {
				t.Errorf("it says %q, want one line with %q", line, test.says)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

const (
	newer    = "INSERT INTO goose_db_version (version_id, is_applied) VALUES (90000, 1)"
	dangling = "DELETE FROM roles; PRAGMA user_version = 1"
)

func TestSixProgramsStartAtOnceOnAnEmptyDatabase(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "quiz.db")
	addresses := make([]string, 6)
	var starts sync.WaitGroup
	for i := range addresses {
		starts.Go(func() { addresses[i] = launch(t, nil, "--db="+path).url })
	}
	starts.Wait()
	for i, address := range addresses {
		cookie := &http.Cookie{Name: "whichpm_quiz", Value: finished(uint64(i)).Token()}
		status, to := send(t.Context(), newVisitor(t), "", http.MethodPost, address+site.Results, url.Values{}, cookie)
		if status != http.StatusSeeOther {
			t.Errorf("program %d answers %d %s", i, status, to)
		}
	}
	if code, out, said := told(t, "verify", "--db="+path); code != 0 || !strings.Contains(out, "1 version, 6 results") {
		t.Error(out, said)
	}
}
