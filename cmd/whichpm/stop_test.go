package main

import (
	"context"
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

	"whichpm/internal/test/long"
)

// unit is the program as a service of systemd.
type unit struct {
	*process

	told *net.UnixConn // what it tells systemd
}

// launchUnit starts the program. With a socket, it is passed as systemd does.
func launchUnit(t *testing.T, socket *os.File, args ...string) *unit {
	t.Helper()
	notify := filepath.Join(t.TempDir(), "n")
	told, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: notify, Net: "unixgram"})
	ok(t, err)
	t.Cleanup(func() { _ = told.Close() })
	// The number of the process is known only inside of it.
	shell := append([]string{"-c", `LISTEN_PID=$$ exec "$0" "$@"`, os.Args[0]}, args...)
	command, variables := exec.Command("/bin/sh", shell...), []string{"NOTIFY_SOCKET=" + notify} //nolint:noctx // it outlives the start
	if socket != nil {
		command.ExtraFiles, variables = []*os.File{socket}, append(variables, "LISTEN_FDS=1")
	}
	return &unit{begin(t, command, variables), told}
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
func (p *unit) stop(t *testing.T) { t.Helper(); p.stopBy(t, syscall.SIGTERM) }

func (p *unit) stopBy(t *testing.T, signal os.Signal) {
	t.Helper()
	if err := p.Process.Signal(signal); err != nil {
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
	args := []string{"--db=" + filepath.Join(t.TempDir(), "quiz.db"), "--drain=300ms", "--trusted-proxies=127.0.0.1"}
	ctx, end := context.WithCancel(t.Context())
	defer end()
	var visitors crowd
	restarts, between := long.Pick(2, 12), int64(long.Pick(400, 1000))
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
	for name, signal := range map[string]os.Signal{"asked to end": syscall.SIGTERM, "its terminal is closed": syscall.SIGHUP} {
		t.Run(name, func(t *testing.T) { stopUnderLoad(t, signal) })
	}
}

func stopUnderLoad(t *testing.T, signal os.Signal) {
	t.Helper()
	p := launchUnit(t, nil, "--db="+filepath.Join(t.TempDir(), "quiz.db"), "--trusted-proxies=127.0.0.1")
	p.tells(t, "READY=1")
	ctx, end := context.WithCancel(t.Context())
	defer end()
	var visitors crowd
	for range 8 {
		visitors.visit(ctx, p.url)
	}
	visitors.wait(t, int64(long.Pick(300, 3000)))
	p.stopBy(t, signal)
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
	t.Parallel()
	p := launchUnit(t, nil, "--db="+filepath.Join(t.TempDir(), "quiz.db"), "--drain=5s")
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
	eventually(t, "it is not ready any more", func() bool {
		status, closes := fetch("/readyz")
		return status == http.StatusServiceUnavailable && closes
	})
	if status, closes := fetch("/guide"); status != http.StatusOK || !closes {
		t.Errorf("a page answers %d and ends the connection: %v", status, closes)
	}
}
