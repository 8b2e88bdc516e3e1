package main

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// dial opens a connection to the running program.
func dial(t *testing.T, url string) *net.TCPConn {
	t.Helper()
	var dialer net.Dialer
	conn, err := dialer.DialContext(t.Context(), "tcp", strings.TrimPrefix(url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(readyWithin))
	return conn.(*net.TCPConn)
}

// exchange sends bytes as they are and returns the statuses of all answers,
// and whether the program then closed the connection.
func exchange(t *testing.T, url, sent string) (statuses []int, closed bool) {
	t.Helper()
	conn := dial(t, url)
	if _, err := io.WriteString(conn, sent); err != nil {
		return nil, true
	}
	_ = conn.SetReadDeadline(time.Now().Add(500 * time.Millisecond))
	for reader := bufio.NewReader(conn); ; {
		response, err := http.ReadResponse(reader, nil)
		if err != nil {
			return statuses, !errors.Is(err, os.ErrDeadlineExceeded)
		}
		_, _ = io.Copy(io.Discard, response.Body)
		_ = response.Body.Close()
		statuses = append(statuses, response.StatusCode)
	}
}

func TestNoSecondRequestIsSmuggledInsideAnother(t *testing.T) {
	url, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	const post = "POST /start HTTP/1.1\r\nHost: quiz\r\nContent-Type: application/x-www-form-urlencoded\r\n"
	const hidden = "GET /admin HTTP/1.1\r\nHost: quiz\r\n\r\n" // not there if it is answered
	for name, sent := range map[string]string{
		"two lengths":                  post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nform" + hidden,
		"a list of lengths":            post + "Content-Length: 4, 5\r\n\r\nform" + hidden,
		"a length with a sign":         post + "Content-Length: +4\r\n\r\nform" + hidden,
		"a length below nothing":       post + "Content-Length: -1\r\n\r\n" + hidden,
		"a length in hexadecimal":      post + "Content-Length: 0x4\r\n\r\nform" + hidden,
		"a space before the colon":     post + "Content-Length : 4\r\n\r\nform" + hidden,
		"a space before the header":    "GET /guide HTTP/1.1\r\n Host: quiz\r\n\r\n" + hidden,
		"an encoding nobody knows":     post + "Transfer-Encoding: xchunked\r\n\r\n" + hidden,
		"chunked twice":                post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
		"chunked and another":          post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + hidden,
		"chunked after a tab":          post + "Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n" + hidden,
		"chunked in HTTP/1.0":          strings.Replace(post, "1.1", "1.0", 1) + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
		"no host":                      "GET /guide HTTP/1.1\r\n\r\n" + hidden,
		"two hosts":                    "GET /guide HTTP/1.1\r\nHost: quiz\r\nHost: evil.example\r\n\r\n" + hidden,
		"a host with a path":           "GET /guide HTTP/1.1\r\nHost: quiz/evil\r\n\r\n" + hidden,
		"a NUL in a header":            "GET /guide HTTP/1.1\r\nHost: quiz\r\nX: a\x00b\r\n\r\n" + hidden,
		"a lone CR in a header":        "GET /guide HTTP/1.1\r\nHost: quiz\r\nX: a\rContent-Length: 9\r\n\r\n" + hidden,
		"a name nobody may use":        "GET /guide HTTP/1.1\r\nHost: quiz\r\nX(y): 1\r\n\r\n" + hidden,
		"no version":                   "GET /guide\r\n\r\n" + hidden,
		"a version nobody knows":       "GET /guide HTTP/9.9\r\nHost: quiz\r\n\r\n" + hidden,
		"a space in the path":          "GET /gui de HTTP/1.1\r\nHost: quiz\r\n\r\n" + hidden,
		"chunks that are none":         post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nform\r\n0\r\n\r\n" + hidden,
		"a chunk past any number":      post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n" + hidden,
		"a chunk without its line end": post + "Transfer-Encoding: chunked\r\n\r\n4\r\nformXX0\r\n\r\n" + hidden,
		"a chunk with a bare LF":       post + "Transfer-Encoding: chunked\r\n\r\n4;x\nform\r\n0\r\n\r\n" + hidden,
		"a length and chunks":          post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
	} {
		statuses, closed := exchange(t, url, sent)
		accepted := statuses != nil && statuses[0] < 400 && !strings.Contains(sent, "Transfer-Encoding: chunked\r\n\r\n0")
		if len(statuses) != 1 || !closed || accepted {
			t.Errorf("%s: it answers %v and closes: %v", name, statuses, closed)
		}
	}
	if statuses, closed := exchange(t, url, post+"Content-Length: 4\r\n\r\nform"+hidden); len(statuses) != 2 || closed {
		t.Errorf("two whole requests are answered %v: nothing was tried above", statuses)
	}
}
