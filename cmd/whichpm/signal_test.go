package main

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

func TestTheProgramOutlivesTheReaderOfItsLog(t *testing.T) {
	reader, log, err := os.Pipe()
	ok(t, err)
	command := exec.Command(os.Args[0], "--db="+filepath.Join(t.TempDir(), "quiz.db")) //nolint:noctx // it outlives the start
	command.Stderr = log
	p := begin(t, command, nil)
	ok(t, log.Close())
	ok(t, reader.Close())
	visitor := newVisitor(t)
	for range 3 { // each writes a line, to nobody
		status, _ := send(t.Context(), visitor, "127.0.0.1", http.MethodGet, p.url+"/nothing", nil)
		if status != http.StatusNotFound {
			t.Fatalf("a visitor is answered %d", status)
		}
		ok(t, p.Process.Signal(syscall.SIGPIPE)) // as the line that is held back will
	}
	ok(t, p.Process.Signal(syscall.SIGTERM))
	if err := p.Wait(); err != nil {
		t.Errorf("it ends with %v", err)
	}
}

func TestWhatNohupStartedGoesOnWhenTheTerminalIsClosed(t *testing.T) {
	shell := []string{"-c", `trap "" HUP; exec "$0" "$@"`, os.Args[0], "--db=" + filepath.Join(t.TempDir(), "quiz.db")}
	p := begin(t, exec.Command("/bin/sh", shell...), nil) //nolint:noctx // it outlives the start
	ok(t, p.Process.Signal(syscall.SIGHUP))
	if status, _ := send(t.Context(), newVisitor(t), "127.0.0.1", http.MethodGet, p.url+"/", nil); status != http.StatusOK {
		t.Errorf("a visitor is answered %d", status)
	}
	ok(t, p.Process.Signal(syscall.SIGTERM))
	if err := p.Wait(); err != nil {
		t.Errorf("it ends with %v", err)
	}
}
