package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/store"
)

// toldAsNobody runs the program without rights of its own.
func toldAsNobody(t *testing.T, args ...string) (code int, out, said string) {
	t.Helper()
	program := exec.CommandContext(t.Context(), os.Args[0], args...)
	program.Env = append(os.Environ(), asProgram+"=1", asNobody+"=1")
	var stdout, stderr bytes.Buffer
	program.Stdout, program.Stderr = &stdout, &stderr
	_ = program.Run() // the code says it
	return program.ProcessState.ExitCode(), stdout.String(), stderr.String()
}

// everyFile makes each kind of file the program writes, with 3 results.
func everyFile(t *testing.T) map[string]string {
	t.Helper()
	do := func(args ...string) {
		t.Helper()
		if code, out, said := told(t, args...); code != 0 {
			t.Fatal(args, out, said)
		}
	}
	copied := func(from string) string {
		to := filepath.Join(t.TempDir(), "quiz.db")
		do("backup", to, "--db="+from)
		return to
	}
	one := func(pattern string) string {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) != 1 {
			t.Fatal(pattern, found, err)
		}
		return found[0]
	}
	closed, backup := filledDB(t, 3), copied(filledDB(t, 3))

	replaced := filledDB(t, 3)
	do("restore", backup, "--force", "--db="+replaced)

	old := filepath.Join(t.TempDir(), "quiz.db")
	statements, err := os.ReadFile("testdata/schema-3.sql")
	ok(t, err)
	onFile(t, old, string(statements))
	withStore(t, old, func(*store.Store) {})

	live := filledDB(t, 3)
	launch(t, nil, "--db="+live)

	killed := filledDB(t, 3) // its log is beside it
	p := launch(t, nil, "--db="+killed)
	finish(t, p.url, 4)
	p.kill()
	return map[string]string{
		"a database in use": live, "a database nobody uses": closed, "a database after a crash": killed, "a backup": backup,
		"a backup made before a migration": one(old + ".backup-*"), "a database that was replaced": one(replaced + ".replaced-*"),
	}
}

// readingCommands are the commands that change nothing.
func readingCommands(t *testing.T, path string) map[string][]string {
	t.Helper()
	folder := t.TempDir()
	ok(t, os.Chmod(filepath.Dir(folder), 0o755))
	ok(t, os.Chmod(folder, 0o777))
	answers, quiz := filepath.Join(folder, "answers.json"), filepath.Join(folder, "quiz.json")
	ok(t, os.WriteFile(answers, []byte(`{"answers": {"h1": 4}}`), 0o644))
	code, out, said := told(t, "export", "--db="+path)
	if code != 0 {
		t.Error("export", said)
	}
	ok(t, os.WriteFile(quiz, []byte(out), 0o644))
	db := "--db=" + path
	return map[string][]string{
		"score": {"score", answers, db}, "simulate": {"simulate", "--takers=10", db}, "check": {"check", db},
		"export": {"export", db}, "export --results": {"export", "--results", db}, "import --dry-run": {"import", quiz, "--dry-run", db}, "admin list": {"admin", "list", db},
		"copy": {"copy", "--from=sqlite:" + path, "--to=sqlite:" + filepath.Join(folder, "copied.db")}, "verify": {"verify", path},
		"backup": {"backup", filepath.Join(folder, "backup.db"), db}, "restore": {"restore", path, "--db=" + filepath.Join(folder, "restored.db")},
		"doctor": {"doctor", db},
	}
}

// folderContent is what is in the folder of a database, without the index of its
// log, which anybody makes anew.
func folderContent(t *testing.T, path string) string {
	t.Helper()
	var files []string
	for file := range strings.Lines(filesOf(t, path)) {
		if !strings.Contains(file, "-shm ") {
			files = append(files, file)
		}
	}
	return strings.Join(files, "")
}

func TestEveryCommandReadsEveryFileTheProgramWrites(t *testing.T) {
	for kind, path := range everyFile(t) {
		before := folderContent(t, path)
		for name, args := range readingCommands(t, path) {
			if code, out, said := told(t, args...); code != 0 {
				t.Errorf("%s of %s ends with %d: %s%s", name, kind, code, out, said)
			}
		}
		if after := folderContent(t, path); kind != "a database in use" && after != before {
			t.Errorf("reading %s left\n%s\nof\n%s", kind, after, before)
		}
	}
}

func TestEveryCommandReadsAFileThatCannotBeWritten(t *testing.T) {
	files := everyFile(t)
	for kind, path := range files {
		if kind == "a database in use" {
			continue
		}
		commands := readingCommands(t, path)
		giveAway(t, filepath.Dir(path))
		ok(t, filepath.WalkDir(filepath.Dir(path), func(path string, entry os.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				err = os.Chmod(path, 0o400)
			}
			return err
		}))
		ok(t, os.Chmod(filepath.Dir(path), 0o500))
		for name, args := range commands {
			code, out, said := toldAsNobody(t, args...)
			switch {
			case name == "doctor":
				if code != 1 || !strings.Contains(out, "has mode 500") {
					t.Errorf("the doctor says of %s: %s%s", kind, out, said)
				}
			case code != 0:
				t.Errorf("%s of %s ends with %d: %s%s", name, kind, code, out, said)
			}
		}
		ok(t, os.Chmod(filepath.Dir(path), 0o700))
	}
}

func TestAServerStartsOnEveryFileTheProgramWrites(t *testing.T) {
	for kind, path := range everyFile(t) {
		url, stop := start(t, "--db="+path)
		if status, _ := send(t.Context(), newVisitor(t), "", "GET", url+"/readyz", nil); status != 200 {
			t.Errorf("on %s it is not ready: %d", kind, status)
		}
		stop()
	}
}
