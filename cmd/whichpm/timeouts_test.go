package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"whichpm/web/wire"
)

// chunk is what the server of net/http writes at once.
const chunk = 4 << 10

// host serves pages to visitors with these timeouts.
func host(t *testing.T, p timeouts, handler http.HandlerFunc) (address string) {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	ok(t, err)
	visitors := newBusy()
	site := serving{handler: handler, timeouts: p, log: slog.New(slog.NewTextHandler(t.Output(), nil))}
	srv := site.server(visitors)
	go func() { _ = srv.Serve(wire.OneWrite{Listener: listener}) }()
	t.Cleanup(func() {
		_ = srv.Close()
		eventually(t, "no connection is known any more", func() bool { return !visitors.any() })
	})
	return listener.Addr().String()
}

var brief = timeouts{header: time.Second, request: 2 * time.Second, answer: 3 * time.Second, idle: time.Second}

// converse sends a request on a connection and reads the answer.
func converse(t *testing.T, conn net.Conn, in *bufio.Reader) error {
	t.Helper()
	if _, err := io.WriteString(conn, "GET / HTTP/1.1\r\nHost: quiz.example\r\n\r\n"); err != nil {
		return err
	}
	response, err := http.ReadResponse(in, nil)
	if err != nil {
		return err
	}
	defer response.Body.Close() //nolint:errcheck // it was read to the end
	_, err = io.Copy(io.Discard, response.Body)
	return err
}

func TestAVisitorWhoAsksNowAndThenKeepsTheConnection(t *testing.T) {
	t.Parallel()
	conn := dial(t, "http://"+host(t, brief, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "ok") }))
	in := bufio.NewReader(conn)
	for begun := time.Now(); time.Since(begun) < brief.answer+time.Second; {
		ok(t, converse(t, conn, in))
		<-time.After(brief.idle / 3)
	}
}

func TestAVisitorWhoAsksNothingMoreIsSentAway(t *testing.T) {
	t.Parallel()
	conn := dial(t, "http://"+host(t, brief, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "ok") }))
	in := bufio.NewReader(conn)
	ok(t, converse(t, conn, in))
	begun := time.Now()
	if _, err := in.ReadByte(); !errors.Is(err, io.EOF) {
		t.Errorf("the connection ends with %v", err)
	}
	if took := time.Since(begun); took < brief.idle/2 || took > brief.idle+readyWithin {
		t.Errorf("it ends after %s, want %s", took, brief.idle)
	}
}

func TestAnAnswerThatTakesTooLongIsGivenUp(t *testing.T) {
	t.Parallel()
	conn := dial(t, "http://"+host(t, brief, func(w http.ResponseWriter, _ *http.Request) {
		<-time.After(brief.answer + time.Second)
		_, _ = io.WriteString(w, "late")
	}))
	if err := converse(t, conn, bufio.NewReader(conn)); err == nil {
		t.Error("it arrives")
	}
}

func TestAnAnswerThatTakesLongerThanItsRequestMaySpoilsNothing(t *testing.T) {
	t.Parallel()
	conn := dial(t, "http://"+host(t, brief, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		if r.Method == http.MethodPost {
			<-time.After(brief.request + 500*time.Millisecond)
		}
		if err := r.Context().Err(); err != nil {
			t.Errorf("%s is given up: %v", r.Method, err)
		}
		_, _ = io.WriteString(w, "ok")
	}))
	in := bufio.NewReader(conn)
	for range 2 {
		_, err := io.WriteString(conn, "POST / HTTP/1.1\r\nHost: quiz.example\r\nContent-Length: 4\r\n\r\nform")
		ok(t, err)
		response, err := http.ReadResponse(in, nil)
		ok(t, err)
		_, _ = io.Copy(io.Discard, response.Body)
		ok(t, converse(t, conn, in))
	}
}

func TestAnAnswerOfAnyLengthArrivesWhole(t *testing.T) {
	t.Parallel()
	length := make(chan int, 1)
	conn := dial(t, "http://"+host(t, usual, func(w http.ResponseWriter, _ *http.Request) {
		n := <-length
		w.Header().Set("Content-Length", strconv.Itoa(n))
		_, _ = w.Write(bytes.Repeat([]byte("x"), n))
	}))
	in := bufio.NewReader(conn)
	for n := range 3 * chunk {
		length <- n
		_, err := io.WriteString(conn, "GET / HTTP/1.1\r\nHost: quiz.example\r\n\r\n")
		ok(t, err)
		response, err := http.ReadResponse(in, nil)
		ok(t, err)
		body, err := io.ReadAll(response.Body)
		ok(t, err)
		if len(body) != n {
			t.Fatalf("%d bytes arrive as %d", n, len(body))
		}
	}
}

func TestTheLastAnswerOfAConnectionArrivesWhole(t *testing.T) {
	t.Parallel()
	address := host(t, usual, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close")
		_, _ = io.CopyN(w, neverEnding{}, r.ContentLength)
	})
	for n := 3 * chunk; n < 3*chunk+600; n++ {
		conn := dial(t, "http://"+address)
		_, err := fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: quiz.example\r\nContent-Length: %d\r\n\r\n%s", n, strings.Repeat("y", n))
		ok(t, err)
		response, err := http.ReadResponse(bufio.NewReader(conn), nil)
		ok(t, err)
		if got, err := io.Copy(io.Discard, response.Body); err != nil || got != int64(n) {
			t.Fatalf("%d bytes arrive as %d, %v", n, got, err)
		}
	}
}

type neverEnding struct{}

func (neverEnding) Read(b []byte) (int, error) { return len(b), nil }
