package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"whichpm/internal/test/long"
	"whichpm/web/site"
)

// shortTimeouts makes the program use timeouts of a few seconds.
const shortTimeouts = "TEST_WHICHPM_HURRIED"

func useShortTimeouts() {
	if os.Getenv(shortTimeouts) != "" {
		usual = shortened
	}
}

var shortened = timeouts{header: time.Second, request: 2 * time.Second, answer: 4 * time.Second, idle: time.Minute}

// status is what the system says about the program's memory, in bytes.
func status(t *testing.T, p *process, key string) int {
	t.Helper()
	body, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.Process.Pid))
	ok(t, err)
	_, line, _ := strings.Cut(string(body), key+":")
	kilobytes, err := strconv.Atoi(strings.Fields(line)[0])
	ok(t, err)
	return kilobytes << 10
}

// memory is how much the program uses, and most how much it ever did.
func memory(t *testing.T, p *process) int     { t.Helper(); return status(t, p, "VmRSS") }
func peakMemory(t *testing.T, p *process) int { t.Helper(); return status(t, p, "VmHWM") }

// connections are how many sockets the program holds.
func connections(t *testing.T, p *process) (n int) {
	t.Helper()
	folder := fmt.Sprintf("/proc/%d/fd", p.Process.Pid)
	files, err := os.ReadDir(folder)
	ok(t, err)
	for _, file := range files {
		if to, err := os.Readlink(filepath.Join(folder, file.Name())); err == nil && strings.HasPrefix(to, "socket:") {
			n++
		}
	}
	return n
}

// served checks that another visitor is served, and soon.
func served(t *testing.T, p *process) time.Duration {
	t.Helper()
	slowest := time.Duration(0)
	for range 20 {
		begun := time.Now()
		if status, _ := send(t.Context(), newVisitor(t), "", http.MethodGet, p.url+site.Guide, nil); status != http.StatusOK {
			t.Fatalf("another visitor is answered %d", status)
		}
		slowest = max(slowest, time.Since(begun))
	}
	if slowest > 2*time.Second {
		t.Errorf("another visitor waits %s", slowest)
	}
	return slowest
}

func TestAVisitorWhoNeverFinishesARequestIsSentAway(t *testing.T) {
	t.Parallel()
	const post = "POST /start HTTP/1.1\r\nHost: quiz.example\r\nContent-Type: application/x-www-form-urlencoded\r\n"
	variables, waits := []string{shortTimeouts + "=1"}, shortened
	if long.Asked() {
		variables, waits = nil, usual
	}
	p := launch(t, variables, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	var visitors sync.WaitGroup
	for name, c := range map[string]struct {
		said  string
		after time.Duration
	}{
		"a header that never ends": {"GET / HTTP/1.1\r\nHost: quiz.example\r\nX: ", waits.header},
		"half a body":              {post + "Content-Length: 1000\r\n\r\nform=", waits.request},
		"half a chunk":             {post + "Transfer-Encoding: chunked\r\n\r\n100\r\nform=", waits.request},
	} {
		visitor, begun := dial(t, p.url), time.Now()
		visitors.Go(func() {
			if _, err := io.WriteString(visitor, c.said); err != nil {
				t.Error(err)
			}
			if _, err := io.Copy(io.Discard, visitor); err != nil && !errors.Is(err, syscall.ECONNRESET) {
				t.Errorf("%s: %v", name, err)
			}
			if took := time.Since(begun); took < c.after/2 || took > c.after+5*time.Second {
				t.Errorf("%s: it is sent away after %s, want %s", name, took, c.after)
			}
		})
	}
	served(t, p)
	visitors.Wait()
}

func TestAVisitorWhoReadsSlowlyIsCutOffAndTakesNoMemory(t *testing.T) {
	t.Parallel()
	variables, waits := []string{shortTimeouts + "=1"}, shortened
	if long.Asked() {
		variables, waits = nil, usual
	}
	p := launch(t, variables, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	whole := len(pageAt(t, p.url+site.MethodData))
	before, held := memory(t, p), connections(t, p)
	const visitors, answers = 20, 300
	begun := time.Now()
	slow := make([]*net.TCPConn, visitors)
	for i := range slow {
		slow[i] = dial(t, p.url)
		ok(t, slow[i].SetDeadline(begun.Add(2*waits.answer+readyWithin)))
		ok(t, slow[i].SetReadBuffer(4096))
		_, err := io.WriteString(slow[i], strings.Repeat("GET "+site.MethodData+" HTTP/1.1\r\nHost: quiz.example\r\n\r\n", answers))
		ok(t, err)
	}
	eventually(t, "they are waited for", func() bool { return connections(t, p) >= held+visitors })
	served(t, p)
	for end := begun.Add(2*waits.answer + readyWithin); connections(t, p) > held+1; { // the visitor above may still hold one
		if time.Now().After(end) {
			t.Fatalf("after %s %d are still there", time.Since(begun), connections(t, p)-held)
		}
		<-time.After(10 * time.Millisecond)
	}
	took, grown := time.Since(begun), peakMemory(t, p)-before
	t.Logf("%d visitors who read nothing are sent away after %s; memory grew by %d MB", visitors, took, grown>>20)
	if took < waits.answer/2 {
		t.Errorf("they are sent away after %s, want %s", took, waits.answer)
	}
	if grown > 64<<20 {
		t.Errorf("they take %d MB", grown>>20)
	}
	for _, visitor := range slow {
		if got, _ := io.Copy(io.Discard, visitor); got >= int64(whole)*answers {
			t.Error("one was given everything: it did not read slowly")
		}
	}
}

func TestManyIdleConnectionsLeaveRoomForOthers(t *testing.T) {
	many := long.Pick(1000, 10_000)
	p := launch(t, nil, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	for i := range many {
		c := dial(t, p.url)
		if i%2 == 0 {
			continue // connected and silent
		}
		_, err := io.WriteString(c, "GET /healthz HTTP/1.1\r\nHost: quiz.example\r\n\r\n")
		ok(t, err)
		response, err := http.ReadResponse(bufio.NewReaderSize(c, 512), nil)
		ok(t, err)
		ok(t, response.Body.Close())
	}
	used, slowest := memory(t, p), served(t, p)
	t.Logf("%d idle connections: %d MB, the slowest of 20 pages took %s", many, used>>20, slowest)
	if used > 300<<20 {
		t.Errorf("%d connections take %d MB", many, used>>20)
	}
}

func TestAFloodOfHostsTakesLessThan10MB(t *testing.T) {
	t.Parallel()
	p := launch(t, nil, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	conn := dial(t, p.url)
	in := bufio.NewReader(conn)
	before, floor := 0, 1000 // so many until the program has the memory it works in
	for n := range floor + long.Pick(3000, 24_000) {
		if n == floor {
			before = memory(t, p)
		}
		ok(t, conn.SetDeadline(time.Now().Add(readyWithin)))
		_, err := fmt.Fprintf(conn, "GET /guide HTTP/1.1\r\nHost: %d.%s\r\n\r\n", n, strings.Repeat("x", 14_000))
		ok(t, err)
		if status, last := answered(t, in); status != http.StatusBadRequest || last {
			t.Fatalf("it is answered %d and hung up on: %v", status, last)
		}
	}
	grown := memory(t, p) - before
	t.Logf("memory grows from %d MB by %d KB", before>>20, grown>>10)
	if grown > 10<<20 {
		t.Errorf("memory grows by %d MB", grown>>20)
	}
}
