package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/test/long"
	"whichpm/internal/test/storetest"
	"whichpm/web/site"
)

// upload sends a form on a connection, its last part after that time, and
// returns the status and whether it was the last answer. Both read the database.
func upload(t *testing.T, conn net.Conn, in *bufio.Reader, after time.Duration) (status int, last bool) {
	t.Helper()
	const form = "email=ada@example.org&password=wrong"
	_, err := fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: quiz.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s",
		site.AdminSignIn, len(form), form[:9])
	ok(t, err)
	<-time.After(after)
	_, _ = io.WriteString(conn, form[9:]) // the program may have hung up
	return answered(t, in)
}

func answered(t *testing.T, in *bufio.Reader) (status int, last bool) {
	t.Helper()
	response, err := http.ReadResponse(in, nil)
	ok(t, err)
	_, err = io.Copy(io.Discard, response.Body)
	ok(t, err)
	ok(t, response.Body.Close())
	return response.StatusCode, response.Close
}

func TestASlowUploadSpoilsNoOtherRequestOnItsConnection(t *testing.T) {
	t.Parallel()
	for name, database := range map[string]func() string{
		"SQLite":     func() string { return "--db=" + filepath.Join(t.TempDir(), "quiz.db") },
		"PostgreSQL": func() string { return "--database-url=" + storetest.Postgres(t) },
	} {
		variables, waits := []string{shortTimeouts + "=1"}, shortened
		if long.Asked() {
			variables, waits = nil, usual
		}
		p := launch(t, variables, database())
		t.Run(name, func(t *testing.T) {
			for took, want := range map[time.Duration]int{
				waits.request * 7 / 10: http.StatusUnprocessableEntity, waits.request * 19 / 20: http.StatusUnprocessableEntity,
				waits.request * 11 / 10: http.StatusRequestTimeout, waits.request * 3 / 2: http.StatusRequestTimeout,
			} {
				t.Run(took.String(), func(t *testing.T) {
					t.Parallel()
					uploadSlowly(t, p, took, want, waits)
				})
			}
		})
		conn := dial(t, p.url) // one that breaks off
		_, err := io.WriteString(conn, "POST /admin/sign-in HTTP/1.1\r\nHost: quiz.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\nemail=")
		ok(t, err)
		ok(t, conn.Close())
		eventually(t, "its line is in the log", func() bool { return strings.Contains(p.said.String(), `"status":400`) })
		for _, wrong := range []string{`"ERROR"`, `"status":5`} {
			if strings.Contains(p.said.String(), wrong) {
				t.Errorf("the log has %s:\n%s", wrong, p.said)
			}
		}
	}
}

// uploadSlowly sends a form and then others on the same connection, as a proxy
// does that uses its connections again.
func uploadSlowly(t *testing.T, p *process, took time.Duration, want int, waits timeouts) {
	t.Helper()
	conn := dial(t, p.url)
	ok(t, conn.SetDeadline(time.Now().Add(2*waits.request+readyWithin)))
	in := bufio.NewReader(conn)
	status, last := upload(t, conn, in, took)
	if status != want || last != (want == http.StatusRequestTimeout) {
		t.Errorf("after %s it is answered %d and is the last: %v", took, status, last)
	}
	for n := 0; !last && n < 10; n++ { // past the time the form had
		_, err := io.WriteString(conn, "GET /r/AAAAAAAAAAAAAAAAAAAAAAAA HTTP/1.1\r\nHost: quiz.example\r\n\r\n")
		ok(t, err)
		if status, last = answered(t, in); status != http.StatusNotFound {
			t.Errorf("after %s another request is answered %d", took, status)
		}
		<-time.After(waits.request / 10)
	}
}
