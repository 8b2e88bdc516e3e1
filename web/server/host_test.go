package server_test

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
)

func TestAnInvalidHostNameIsRefused(t *testing.T) {
	h := open(t)
	label := strings.Repeat("x", 63)
	longest := strings.Repeat(label+".", 3) + strings.Repeat("x", 61) // 253
	for host, want := range map[string]int{
		"quiz.example": 200, "quiz.example:8080": 200, "QUIZ.example.": 200, "localhost": 200, "whichpm_web_1:8080": 200, "xn--grn-ioa.example": 200,
		"127.0.0.1": 200, "192.0.2.1:443": 200, "[2001:db8::1]": 200, "[::1]:8080": 200, "": 200, longest: 200, longest + ":65535": 200,
		longest + "x": 400, "x" + longest: 400, label + "x.example": 400, strings.Repeat("a.", 7000) + "example": 400, strings.Repeat("x", 14_000): 400,
		"quiz..example": 400, ".quiz.example": 400, "quiz.example:": 200, "quiz.example:http": 400, "quiz.example:" + strings.Repeat("1", 300): 400,
		"2001:db8::1": 400, "[2001:db8::1": 400, "[quiz.example]": 400, "[fe80::1%25eth0]": 400, "quiz.example]": 400, "quiz,example": 400,
		"quiz.example(x)": 400, "quiz'example": 400, "quiz&example": 400, "quiz$example": 400, "quiz%2eexample": 400, "quiz;example": 400,
	} {
		if got := asHost(t, h, host); got != want {
			t.Errorf("%.80q (%d characters) answers %d, want %d", host, len(host), got, want)
		}
	}
}

// asHost is the status of a page asked for under that name.
func asHost(t *testing.T, h *testSite, host string) int {
	t.Helper()
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", h.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close() //nolint:errcheck // the answer is there
	if _, err := fmt.Fprintf(conn, "GET /guide HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", host); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	return answer.StatusCode
}
