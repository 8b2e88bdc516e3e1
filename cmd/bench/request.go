package main

import (
	"context"
	"fmt"
	"net"
	"strings"
	"time"
)

// request is what one connection sends, made before the clock runs.
type request struct {
	bytes []byte
	want  int // status
	class int // whose latencies it belongs to, 0 or 1
}

// ask describes a request of a browser.
type ask struct {
	method, path string
	accept       string // encodings, "" for none
	cookie       string
	form         string
	from         string // the address it is sent for, "" for our own
	matching     string // ETag
}

const browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

// write spells the request for a server at that address.
func (a ask) write(address string, want int) request {
	var b strings.Builder
	if a.method == "" {
		a.method = "GET"
	}
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: %s\r\nAccept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\nAccept-Language: en\r\n",
		a.method, a.path, address, browser)
	for _, h := range [][2]string{{"Accept-Encoding", a.accept}, {"Cookie", a.cookie}, {"X-Forwarded-For", a.from}, {"If-None-Match", a.matching}} {
		if h[1] != "" {
			fmt.Fprintf(&b, "%s: %s\r\n", h[0], h[1])
		}
	}
	if a.method == "POST" {
		fmt.Fprintf(&b, "Origin: http://%s\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n", address, len(a.form))
	}
	b.WriteString("\r\n" + a.form)
	return request{bytes: []byte(b.String()), want: want}
}

const timeout = 20 * time.Second

// fetch sends one request on a connection of its own and keeps the answer.
func fetch(ctx context.Context, address string, r request) (response, error) {
	var dial net.Dialer
	c, err := dial.DialContext(ctx, "tcp", address)
	if err != nil {
		return response{}, fmt.Errorf("connect: %w", err)
	}
	defer c.Close() //nolint:errcheck // the answer was read
	if err := c.SetDeadline(time.Now().Add(timeout)); err != nil {
		return response{}, fmt.Errorf("connect: %w", err)
	}
	if _, err := c.Write(r.bytes); err != nil {
		return response{}, fmt.Errorf("send: %w", err)
	}
	in := newAnswers(c)
	in.keep = true
	answer, err := in.next()
	if err == nil && answer.status != r.want {
		line, _, _ := strings.Cut(string(r.bytes), "\r\n")
		err = fmt.Errorf("%s answers %d, want %d: %.300s", line, answer.status, r.want, answer.body)
	}
	return answer, err
}
