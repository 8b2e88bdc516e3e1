package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// process is the program in a process of its own, which may be killed.
type process struct {
	*exec.Cmd

	url  string
	said *safeBuffer // on standard error
}

// safeBuffer is written to by one goroutine and read by another.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// launch starts the program with a few more variables.
func launch(t *testing.T, variables []string, args ...string) *process {
	t.Helper()
	return begin(t, exec.Command(os.Args[0], args...), variables) //nolint:noctx // it outlives the start
}

// begin starts a command that becomes the program, on a free port unless it
// says another, and waits until it is ready. It is killed at the latest at the
// end of the test.
func begin(t *testing.T, command *exec.Cmd, variables []string) *process {
	t.Helper()
	p := &process{Cmd: command, said: &safeBuffer{}}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), readyWithin)
	stopClock := context.AfterFunc(ctx, func() { p.kill() })
	p.Env = append(append(os.Environ(), asProgram+"=1", "WHICHPM_ADDR=127.0.0.1:0"), variables...)
	if p.Stderr == nil {
		p.Stderr = p.said
	}
	stdout, err := p.StdoutPipe()
	ok(t, err)
	ok(t, p.Start())
	t.Cleanup(func() {
		p.kill()
		cancel()
	})
	line, err := bufio.NewReader(stdout).ReadString('\n')
	stopClock()
	address, found := strings.CutPrefix(strings.TrimSpace(line), "WhichPM is ready at ")
	if err != nil || !found {
		t.Fatalf("the program says %q, %v\n%s", line, err, p.said)
	}
	p.url = address
	return p
}

// kill ends it as a crash would, and waits.
func (p *process) kill() {
	if p.Process != nil && p.ProcessState == nil {
		_ = p.Process.Signal(syscall.SIGKILL)
		_ = p.Wait()
	}
}

// newVisitor is a client that keeps cookies and follows no redirects.
func newVisitor(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	ok(t, err)
	return &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// send asks the program for a page, as from that address. It returns the
// status, 0 when there was no answer, and where a redirect leads.
func send(ctx context.Context, c *http.Client, from, method, address string, form url.Values, cookies ...*http.Cookie) (status int, to string) {
	request, err := http.NewRequestWithContext(ctx, method, address, strings.NewReader(form.Encode()))
	if err != nil {
		return 0, err.Error()
	}
	if form != nil {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	request.Header.Set("X-Forwarded-For", from)
	for _, cookie := range cookies {
		request.AddCookie(cookie)
	}
	response, err := c.Do(request)
	if err != nil {
		return 0, err.Error()
	}
	defer response.Body.Close() //nolint:errcheck // nothing is read from it
	return response.StatusCode, response.Header.Get("Location")
}

// pageAt is the page at an address.
func pageAt(t *testing.T, address string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	ok(t, err)
	response, err := http.DefaultClient.Do(request)
	ok(t, err)
	defer response.Body.Close() //nolint:errcheck // it was read to the end
	body, err := io.ReadAll(response.Body)
	ok(t, err)
	return string(body)
}
