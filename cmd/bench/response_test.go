package main

import (
	"errors"
	"io"
	"strings"
	"testing"
)

func TestAnAnswerEndsWhereItSaysItDoes(t *testing.T) {
	in := newAnswers(strings.NewReader(
		"HTTP/1.1 200 OK\r\ncontent-length: 5\r\nX-Said: Content-Length: 9\r\n\r\nfirst" +
			"HTTP/1.1 304 Not Modified\r\nContent-Length: 100\r\nETag: \"a\"\r\n\r\n" +
			"HTTP/1.1 303 See Other\r\nLocation: /q/2\r\nContent-Length: 0\r\n\r\n" +
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\na\r\n, visitor!\r\n0\r\n\r\n" +
			"HTTP/1.1 410 Gone\r\nContent-Length: 4\r\n\r\nover"))
	in.keep = true
	for _, want := range []struct {
		status, wire int
		body         string
	}{
		{200, 17 + 19 + 27 + 2 + 5, "first"},
		{304, 27 + 21 + 11 + 2, ""},
		{303, 24 + 16 + 19 + 2, ""},
		{200, 17 + 28 + 2 + 10 + 15 + 5, "hello, visitor!"},
		{410, 19 + 19 + 2 + 4, "over"},
	} {
		r, err := in.next()
		if err != nil {
			t.Fatal(err)
		}
		if r.status != want.status || string(r.body) != want.body || r.wire != want.wire {
			t.Errorf("%d %q in %d bytes, want %+v", r.status, r.body, r.wire, want)
		}
	}
	if _, err := in.next(); !errors.Is(err, io.EOF) {
		t.Errorf("after the last answer: %v", err)
	}
}

func TestAHeaderIsFoundByItsName(t *testing.T) {
	r := response{head: []byte("HTTP/1.1 200 OK\r\nX-Location: no\r\nlocation: /review\r\n\r\n")}
	if got := r.header("Location"); got != "/review" {
		t.Errorf("Location is %q", got)
	}
	if got := r.header("ETag"); got != "" {
		t.Errorf("ETag is %q", got)
	}
}

func TestAnAnswerThatIsBrokenEndsTheLoad(t *testing.T) {
	for name, text := range map[string]string{
		"another protocol":    "SSH-2.0-OpenSSH_9.2 and a few more words\r\n\r\n",
		"no length":           "HTTP/1.1 200 OK\r\n\r\nbody",
		"a length below zero": "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
		"a status of letters": "HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n",
		"a chunk of no size":  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
		"cut in the head":     "HTTP/1.1 200 OK\r\nContent-Le",
		"cut in the body":     "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
		"cut in a chunk":      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nshort",
	} {
		if r, err := newAnswers(strings.NewReader(text)).next(); err == nil {
			t.Errorf("%s: taken for %d", name, r.status)
		}
	}
}
