package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"whichpm/web/site"
)

// tooLong are bodies of a byte more than a form may have, in the ways to say
// how long a body is.
func tooLong(limit int) map[string]string {
	body := strings.Repeat("x", limit+1)
	return map[string]string{
		"a length":           fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body),
		"a length to come":   fmt.Sprintf("Content-Length: %d\r\n\r\n%s", 1<<30, body),
		"a chunk":            fmt.Sprintf("Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", len(body), body),
		"chunks without end": fmt.Sprintf("Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n", len(body), body),
	}
}

// A form may have 64 KB, an admin's 1 MB, and the one to sign in what was typed
// before as well.
var formLimits = map[string]int{site.Start: 64 << 10, site.AdminSettings: 1 << 20, site.AdminSignIn: 1<<20 + 64<<10}

func TestABodyThatIsTooLongIsAnswered413(t *testing.T) {
	t.Parallel()
	p, cookies := launchSignedIn(t)
	for path, limit := range formLimits {
		head := "POST " + path + " HTTP/1.1\r\nHost: quiz.example\r\nContent-Type: application/x-www-form-urlencoded\r\n" + cookies
		for name, rest := range tooLong(limit) {
			status, closes := answerTo(t, p, head+rest)
			if status != http.StatusRequestEntityTooLarge || closes != (name != "a length") { // after which nothing is left to read
				t.Errorf("%s, %s: it answers %d and closes: %v", path, name, status, closes)
			}
		}
		fits := fmt.Sprintf("Content-Length: %d\r\n\r\n%s", limit, strings.Repeat("x", limit))
		if status, _ := answerTo(t, p, head+fits); status == http.StatusRequestEntityTooLarge {
			t.Errorf("%s: %d bytes are too long already", path, limit)
		}
	}
}

// answerTo is the status of the first answer to what is sent, and whether it is
// the last.
func answerTo(t *testing.T, p *process, sent string) (status int, closes bool) {
	t.Helper()
	visitor := dial(t, p.url)
	defer visitor.Close()                                      //nolint:errcheck // the answer is there
	ok(t, visitor.SetDeadline(time.Now().Add(10*time.Second))) // it is not waited for what is announced
	_, err := io.WriteString(visitor, sent)
	ok(t, err)
	response, err := http.ReadResponse(bufio.NewReader(visitor), nil)
	ok(t, err)
	ok(t, response.Body.Close())
	return response.StatusCode, response.Close
}

// launchSignedIn starts the program and returns the header with the cookie of
// an admin.
func launchSignedIn(t *testing.T) (p *process, header string) {
	t.Helper()
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	if code, _, said := manage(t, adminPassword, "create", "mira@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(said)
	}
	p = launch(t, nil, db)
	visitor := newVisitor(t)
	form := url.Values{"email": {"mira@example.org"}, "password": {adminPassword}}
	if status, to := send(t.Context(), visitor, "", http.MethodPost, p.url+site.AdminSignIn, form); status != http.StatusSeeOther {
		t.Fatal(status, to)
	}
	if status, to := send(t.Context(), visitor, "", http.MethodPost, p.url+site.AdminDraft, url.Values{}); status != http.StatusSeeOther {
		t.Fatal(status, to)
	}
	address, err := url.Parse(p.url)
	ok(t, err)
	for _, cookie := range visitor.Jar.Cookies(address) {
		header += "Cookie: " + cookie.String() + "\r\n"
	}
	return p, header
}

func TestABodyWithoutAnEndIsAnsweredAndTakesNoMemory(t *testing.T) {
	t.Parallel()
	p := launch(t, nil, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	before := memory(t, p)
	chunk := "10000\r\n" + strings.Repeat("x", 1<<16) + "\r\n"
	for path, want := range map[string]int{ // strangers are sent to sign in before anything is read
		site.Start: http.StatusRequestEntityTooLarge, site.AdminSignIn: http.StatusRequestEntityTooLarge,
		site.AdminSettings: http.StatusSeeOther, site.AdminImport: http.StatusSeeOther,
	} {
		visitor := dial(t, p.url)
		answered := make(chan int, 1)
		go func() { // a client that reads while it sends
			response, err := http.ReadResponse(bufio.NewReader(visitor), nil)
			if err != nil {
				t.Errorf("%s: %v", path, err)
				answered <- 0
				return
			}
			_ = response.Body.Close()
			answered <- response.StatusCode
		}()
		_, err := io.WriteString(visitor, "POST "+path+" HTTP/1.1\r\nHost: quiz.example\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n")
		sent := 0
		for ; err == nil && sent < 1<<30; sent += len(chunk) { // a GiB, unless it hangs up
			_, err = io.WriteString(visitor, chunk)
		}
		if status := <-answered; status != want || err == nil {
			t.Errorf("%s answers %d after %d MB, want %d", path, status, sent>>20, want)
		}
		t.Logf("%s: it hung up after %d MB", path, sent>>20)
	}
	grown := peakMemory(t, p) - before
	t.Logf("memory went from %d MB to %d MB at most", before>>20, (before+grown)>>20)
	if grown > 64<<20 {
		t.Errorf("memory grew by %d MB", grown>>20)
	}
	served(t, p)
}

func TestAFormOfManyKeysIsHandledQuickly(t *testing.T) {
	t.Parallel()
	p := launch(t, nil, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	for _, n := range []int{10_000, 30_000} { // as many as fit, and too much
		keys := url.Values{}
		for key := range n {
			keys.Set(strconv.FormatInt(int64(key), 36), "")
		}
		begun := time.Now()
		status, _ := send(t.Context(), newVisitor(t), "", http.MethodPost, p.url+site.AdminSignIn, keys)
		took := time.Since(begun)
		t.Logf("%d keys: %d after %s", n, status, took)
		if status < http.StatusBadRequest || status >= http.StatusInternalServerError || took > 2*time.Second {
			t.Errorf("%d keys answer %d after %s", n, status, took)
		}
	}
}
