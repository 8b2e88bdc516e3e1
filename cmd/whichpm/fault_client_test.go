package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"whichpm/internal/fault"
	"whichpm/internal/site"
)

// connect opens a connection that ends at the latest with the patience of
// this test.
func connect(t *testing.T, p *process) net.Conn {
	t.Helper()
	var dial net.Dialer
	c, err := dial.DialContext(t.Context(), "tcp", strings.TrimPrefix(p.url, "http://"))
	ok(t, err)
	t.Cleanup(func() { _ = c.Close() })
	ok(t, c.SetDeadline(time.Now().Add(time.Minute)))
	return c
}

// memory is how many bytes of it the program uses.
func memory(t *testing.T, p *process) int {
	t.Helper()
	body, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.Process.Pid))
	ok(t, err)
	_, line, _ := strings.Cut(string(body), "VmRSS:")
	kilobytes, err := strconv.Atoi(strings.Fields(line)[0])
	ok(t, err)
	return kilobytes << 10
}

func TestAVisitorWhoNeverFinishesARequestIsSentAway(t *testing.T) {
	p := launch(t, nil, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	cases := map[string]struct {
		said   string
		within time.Duration
	}{
		"a header that never ends": {"GET / HTTP/1.1\r\nHost: quiz.example\r\n", 5 * time.Second},
		"half a body":              {"POST /start HTTP/1.1\r\nHost: quiz.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nform=", 15 * time.Second},
	}
	if fault.Times(1, 2) == 1 {
		delete(cases, "half a body") // it takes a quarter of a minute
	}
	var visitors sync.WaitGroup
	for name, c := range cases {
		visitor := connect(t, p)
		visitors.Go(func() {
			begun := time.Now()
			if _, err := io.WriteString(visitor, c.said); err != nil {
				t.Error(err)
			}
			if _, err := io.Copy(io.Discard, visitor); err != nil && !isReset(err) {
				t.Errorf("%s: %v", name, err)
			}
			if took := time.Since(begun); took > c.within+5*time.Second {
				t.Errorf("%s: it is sent away after %s", name, took)
			}
		})
	}
	visitors.Wait()
}

func isReset(err error) bool { return strings.Contains(err.Error(), syscall.ECONNRESET.Error()) }

func TestManyIdleConnectionsLeaveRoomForOthers(t *testing.T) {
	many := fault.Times(1000, 10_000)
	p := launch(t, nil, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	for range many {
		c := connect(t, p)
		_, err := io.WriteString(c, "GET /healthz HTTP/1.1\r\nHost: quiz.example\r\n\r\n")
		ok(t, err)
		response, err := http.ReadResponse(bufio.NewReader(c), nil)
		ok(t, err)
		ok(t, response.Body.Close())
	}
	used := memory(t, p)
	visitor, slowest := newVisitor(t), time.Duration(0)
	for range 20 {
		begun := time.Now()
		if status, _ := send(t.Context(), visitor, "", http.MethodGet, p.url, nil); status != http.StatusOK {
			t.Fatalf("beside %d connections the quiz answers %d", many, status)
		}
		slowest = max(slowest, time.Since(begun))
	}
	t.Logf("%d idle connections: %d MB, the slowest of 20 pages took %s", many, used>>20, slowest)
	if used > 300<<20 {
		t.Errorf("%d connections take %d MB", many, used>>20)
	}
	if slowest > 2*time.Second {
		t.Errorf("beside %d connections a page takes %s", many, slowest)
	}
}

func TestABodyWithoutAnEndIsRefusedAndTakesNoMemory(t *testing.T) {
	p := launch(t, nil, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	before := memory(t, p)
	c := connect(t, p)
	_, err := io.WriteString(c, "POST /start HTTP/1.1\r\nHost: quiz.example\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n")
	ok(t, err)
	chunk := "100000\r\n" + strings.Repeat("x", 1<<20) + "\r\n"
	sent := 0
	for range 1024 { // a GiB, unless it hangs up
		if _, err := io.WriteString(c, chunk); err != nil {
			break
		}
		sent++
	}
	if sent == 1024 {
		t.Error("it read a whole GiB")
	}
	t.Logf("it hung up after %d MB; memory went from %d to %d MB", sent, before>>20, memory(t, p)>>20)
	if grown := memory(t, p) - before; grown > 64<<20 {
		t.Errorf("memory grew by %d MB", grown>>20)
	}
	if status, _ := send(t.Context(), newVisitor(t), "", http.MethodPost, p.url+site.Start, url.Values{"form": {strings.Repeat("x", 1<<20)}}); status != http.StatusRequestEntityTooLarge && status != 0 {
		t.Errorf("a megabyte answers %d", status)
	}
	keys := url.Values{}
	for n := range 10_000 {
		keys.Set("k"+strconv.FormatInt(int64(n), 36), "")
	}
	begun := time.Now()
	if status, _ := send(t.Context(), newVisitor(t), "", http.MethodPost, p.url+site.Start, keys); status >= http.StatusInternalServerError {
		t.Errorf("%d keys answer %d", len(keys), status)
	}
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("%d keys take %s", len(keys), took)
	}
}
