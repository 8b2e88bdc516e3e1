package main

import (
	"bufio"
	"context"
	"flag"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// longAttacks runs the tests of faults and attacks at their full length.
var longAttacks = flag.Bool("attack.long", false, "make attacks and restarts at their full length")

// atLength is the long or the short form of a number.
func atLength(short, long int) int {
	if *longAttacks {
		return long
	}
	return short
}

// unit is the program as a service of systemd.
type unit struct {
	*exec.Cmd

	url  string
	told *net.UnixConn // what it tells systemd
}

// launchUnit starts the program. With a socket, it is passed as systemd does.
func launchUnit(t *testing.T, socket *os.File, args ...string) *unit {
	t.Helper()
	notify := filepath.Join(t.TempDir(), "n")
	told, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: notify, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = told.Close() })
	// The number of the process is known only inside of it.
	shell := append([]string{"-c", `LISTEN_PID=$$ exec "$0" "$@"`, os.Args[0]}, args...)
	p := &unit{Cmd: exec.CommandContext(context.WithoutCancel(t.Context()), "/bin/sh", shell...), told: told}
	p.Env = append(os.Environ(), asProgram+"=1", "NOTIFY_SOCKET="+notify)
	p.Stderr = io.Discard
	if socket != nil {
		p.Env = append(p.Env, "LISTEN_FDS=1")
		p.ExtraFiles = []*os.File{socket}
	}
	stdout, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Process.Kill() }) // if it did not end by itself
	ready, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatalf("the program says %q and ends: %v", ready, err)
	}
	p.url = strings.TrimSpace(strings.TrimPrefix(ready, "WhichPM is ready at "))
	return p
}

// tells waits for what the program tells systemd next.
func (p *unit) tells(t *testing.T, want string) {
	t.Helper()
	_ = p.told.SetReadDeadline(time.Now().Add(readyWithin))
	buffer := make([]byte, 100)
	n, err := p.told.Read(buffer)
	if err != nil || string(buffer[:n]) != want {
		t.Fatalf("systemd is told %q, %v, want %q", buffer[:n], err, want)
	}
}

// stop asks the program to end and waits until it has.
func (p *unit) stop(t *testing.T) {
	t.Helper()
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	p.tells(t, "STOPPING=1")
	if err := p.Wait(); err != nil {
		t.Errorf("the program ends with %v", err)
	}
}

func TestARestartWithAPassedSocketFailsNoRequest(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	socket, err := listener.(*net.TCPListener).File()
	if err != nil {
		t.Fatal(err)
	}
	base := "http://" + listener.Addr().String()
	_ = listener.Close() // the file stays, as with systemd
	defer socket.Close() //nolint:errcheck // nothing was written
	args := []string{"--db=" + filepath.Join(t.TempDir(), "quiz.db"), "--drain=300ms"}
	ctx, end := context.WithCancel(t.Context())
	defer end()
	var visitors crowd
	restarts, between := atLength(2, 12), int64(atLength(400, 1000))
	for n := range restarts + 1 {
		p := launchUnit(t, socket, args...)
		p.tells(t, "READY=1")
		if n == 0 {
			for range 8 {
				visitors.visit(ctx, base)
			}
		}
		visitors.wait(t, between)
		if n == restarts { // visitors leave before the last one stops
			end()
			visitors.done.Wait()
		}
		p.stop(t)
	}
	visitors.broken.Range(func(what, _ any) bool { t.Error(what); return true })
	t.Logf("%d requests over %d restarts, %d without an answer", visitors.served.Load(), restarts, visitors.refused.Load())
}

func TestAStopUnderLoadFinishesOrRefusesEveryRequest(t *testing.T) {
	p := launchUnit(t, nil, "--addr=127.0.0.1:0", "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	p.tells(t, "READY=1")
	ctx, end := context.WithCancel(t.Context())
	defer end()
	var visitors crowd
	for range 8 {
		visitors.visit(ctx, p.url)
	}
	visitors.wait(t, int64(atLength(300, 3000)))
	p.stop(t)
	end()
	visitors.done.Wait()
	visitors.broken.Range(func(what, _ any) bool {
		if !strings.HasPrefix(what.(string), "refused") {
			t.Error(what)
		}
		return true
	})
}

func TestWhileTheProgramStopsItSendsVisitorsAway(t *testing.T) {
	p := launchUnit(t, nil, "--addr=127.0.0.1:0", "--db="+filepath.Join(t.TempDir(), "quiz.db"), "--drain=5s")
	p.tells(t, "READY=1")
	fetch := func(path string) (int, bool) {
		t.Helper()
		request, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, p.url+path, nil)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close() //nolint:errcheck // it was read to the end
		_, _ = io.Copy(io.Discard, response.Body)
		return response.StatusCode, response.Close
	}
	if status, closes := fetch("/readyz"); status != http.StatusOK || closes {
		t.Errorf("before, it answers %d and closes: %v", status, closes)
	}
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	p.tells(t, "STOPPING=1")
	poll(t, func() bool {
		status, closes := fetch("/readyz")
		return status == http.StatusServiceUnavailable && closes
	})
	if status, closes := fetch("/guide"); status != http.StatusOK || !closes {
		t.Errorf("a page answers %d and ends the connection: %v", status, closes)
	}
}

// poll waits until it is so.
func poll(t *testing.T, so func() bool) {
	t.Helper()
	for end := time.Now().Add(readyWithin); !so(); {
		if time.Now().After(end) {
			t.Fatal("it does not come about")
		}
		<-time.After(time.Millisecond)
	}
}
