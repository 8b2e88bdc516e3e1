package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// resident is how much memory the program takes at most from now on, besides
// what it takes now. The test and the program are one process.
func resident(t *testing.T) (more func() int64) {
	t.Helper()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := inUse(m)
	return func() int64 {
		runtime.ReadMemStats(&m)
		return inUse(m) - before
	}
}

func inUse(m runtime.MemStats) int64 { return int64(m.HeapInuse + m.StackInuse) }

// served checks that another visitor is served.
func served(t *testing.T, url string) time.Duration {
	t.Helper()
	began := time.Now()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url+"/guide", nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // it was read to the end
	if _, err := io.Copy(io.Discard, response.Body); err != nil || response.StatusCode != http.StatusOK {
		t.Errorf("another visitor is answered %d, %v", response.StatusCode, err)
	}
	return time.Since(began)
}

// endsWithin checks that the program ends a connection by itself.
func endsWithin(t *testing.T, conn net.Conn, most time.Duration) {
	t.Helper()
	began := time.Now()
	_ = conn.SetReadDeadline(began.Add(most))
	if _, err := io.Copy(io.Discard, conn); err != nil && time.Since(began) >= most {
		t.Errorf("after %s the connection is still there", most)
	}
}

func TestWhoSendsSlowlyIsCutOffAndHoldsNobodyUp(t *testing.T) {
	t.Parallel()
	url, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	header, body := dial(t, url), dial(t, url)
	fmt.Fprint(header, "GET /guide HTTP/1.1\r\nHost: quiz\r\nX: ")
	fmt.Fprint(body, "POST /start HTTP/1.1\r\nHost: quiz\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nform=")
	served(t, url)
	endsWithin(t, header, 8*time.Second)
	if *longAttacks {
		endsWithin(t, body, 20*time.Second)
	}
}

func TestWhoReadsSlowlyHoldsNobodyUp(t *testing.T) {
	t.Parallel()
	url, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	more := resident(t)
	for range 50 {
		conn := dial(t, url)
		_ = conn.SetReadBuffer(1024)
		for range 100 { // answers nobody fetches
			fmt.Fprint(conn, "GET /method.json HTTP/1.1\r\nHost: quiz\r\n\r\n")
		}
	}
	served(t, url)
	if used := more(); used > 100<<20 {
		t.Errorf("they take %d MB", used>>20)
	}
}

func TestManyIdleConnectionsTakeLittleAndHoldNobodyUp(t *testing.T) {
	url, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	n := atLength(1000, 9000) // both ends are in one process, with 20,000 files
	more := resident(t)
	for i := range n {
		conn := dial(t, url)
		_ = conn.SetDeadline(time.Time{})
		if i%2 == 0 {
			continue // connected and silent
		}
		fmt.Fprint(conn, "GET /healthz HTTP/1.1\r\nHost: quiz\r\n\r\n")
		if _, err := bufio.NewReaderSize(conn, 256).ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	used, took := more(), served(t, url)
	t.Logf("%d connections take %d MB, and a page %s", n, used>>20, took)
	if used > 300<<20 {
		t.Errorf("they take %d MB", used>>20)
	}
}

func TestABodyWithoutEndIsRefusedAndTakesNoMemory(t *testing.T) {
	url, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	for _, path := range []string{"/start", "/admin/sign-in", "/admin/import", "/admin/settings"} {
		more, sent := resident(t), int64(0)
		conn := dial(t, url)
		fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: quiz\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n", path)
		chunk := fmt.Sprintf("%x\r\n%s\r\n", 64<<10, strings.Repeat("x", 64<<10))
		for sent < 1<<30 {
			n, err := io.WriteString(conn, chunk)
			if sent += int64(n); err != nil {
				break // it does not listen any more
			}
		}
		if sent >= 1<<30 {
			t.Errorf("%s takes a GiB", path)
		}
		line, _ := bufio.NewReader(conn).ReadString('\n')
		if line != "" && !strings.Contains(line, " 413 ") && !strings.Contains(line, " 303 ") { // lost, or to sign in
			t.Errorf("%s answers %q", path, line)
		}
		if used := more(); used > 32<<20 {
			t.Errorf("%s takes %d MB for a body it refuses", path, used>>20)
		}
	}
	served(t, url)
}

func TestAFormOfManyKeysIsHandledQuickly(t *testing.T) {
	t.Parallel()
	url, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	var form strings.Builder
	for n := range 30_000 {
		fmt.Fprintf(&form, "%x&", n)
	}
	for _, body := range []string{form.String(), form.String()[:64<<10-1]} { // too much, and as many as fit
		began := time.Now()
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/admin/sign-in", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if response.StatusCode < 400 || response.StatusCode >= 500 {
			t.Errorf("%d bytes are answered %d", len(body), response.StatusCode)
		}
		t.Logf("%d bytes of keys: %d after %s", len(body), response.StatusCode, time.Since(began))
	}
	served(t, url)
}
