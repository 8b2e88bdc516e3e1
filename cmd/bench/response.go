package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// response is an answer as it came over the wire.
type response struct {
	status int
	head   []byte // status line and headers, until the next answer is read
	body   []byte // if it was to be kept
	wire   int    // bytes altogether
}

// answers reads the answers of one connection, which asks for one at a time.
// It knows as much of HTTP as finding the end of an answer takes.
type answers struct {
	in   *bufio.Reader
	head []byte
	keep bool // the bodies too
}

const readRoom = 64 << 10

func newAnswers(from io.Reader) *answers { return &answers{in: bufio.NewReaderSize(from, readRoom)} }

var errMalformed = errors.New("the answer is no HTTP/1.1")

// next reads one answer. It is an error if the connection ends within it.
func (a *answers) next() (response, error) {
	length, chunked, err := a.readHead()
	if err != nil {
		return response{}, err
	}
	r := response{head: a.head}
	if r.status, err = status(a.head); err != nil {
		return r, err
	}
	var body []byte
	n := 0
	switch {
	case r.status == 304 || r.status == 204:
	case chunked:
		body, n, err = a.chunks()
	case length >= 0:
		n = length
		body, err = a.take(length)
	default:
		err = fmt.Errorf("%w: an answer without a length", errMalformed)
	}
	r.body, r.wire = body, len(a.head)+n
	return r, err
}

func (a *answers) readHead() (length int, chunked bool, err error) {
	a.head, length = a.head[:0], -1
	for {
		line, err := a.in.ReadSlice('\n')
		a.head = append(a.head, line...)
		if err != nil {
			return 0, false, fmt.Errorf("read an answer: %w", err)
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			return length, chunked, nil
		}
		if value, ok := valueOf(line, "Content-Length"); ok {
			if length, err = strconv.Atoi(string(value)); err != nil {
				return 0, false, fmt.Errorf("%w: Content-Length %q", errMalformed, value)
			}
		}
		if value, ok := valueOf(line, "Transfer-Encoding"); ok {
			chunked = bytes.EqualFold(value, []byte("chunked"))
		}
	}
}

// valueOf is what a header line says, if it is of that name.
func valueOf(line []byte, name string) ([]byte, bool) {
	if len(line) <= len(name) || line[len(name)] != ':' || !bytes.EqualFold(line[:len(name)], []byte(name)) {
		return nil, false
	}
	return bytes.TrimSpace(line[len(name)+1:]), true
}

func status(head []byte) (int, error) {
	if len(head) < len("HTTP/1.1 200") || !bytes.HasPrefix(head, []byte("HTTP/1.1 ")) {
		return 0, errMalformed
	}
	n, err := strconv.Atoi(string(head[9:12]))
	if err != nil {
		return 0, fmt.Errorf("%w: status %q", errMalformed, head[9:12])
	}
	return n, nil
}

func (a *answers) take(n int) ([]byte, error) {
	if a.keep {
		body := make([]byte, n)
		_, err := io.ReadFull(a.in, body)
		return body, err
	}
	_, err := a.in.Discard(n)
	return nil, err
}

// chunks reads a body in chunks and says how many bytes it took with the
// framing.
func (a *answers) chunks() (body []byte, wire int, err error) {
	for {
		line, err := a.in.ReadSlice('\n')
		if err != nil {
			return nil, 0, fmt.Errorf("read a chunk: %w", err)
		}
		wire += len(line)
		size, err := strconv.ParseUint(string(bytes.TrimRight(line, "\r\n")), 16, 31)
		if err != nil {
			return nil, 0, fmt.Errorf("%w: chunk of %q bytes", errMalformed, line)
		}
		chunk, err := a.take(int(size))
		if err != nil {
			return nil, 0, fmt.Errorf("read a chunk: %w", err)
		}
		body = append(body, chunk...)
		if _, err := a.in.Discard(len("\r\n")); err != nil {
			return nil, 0, fmt.Errorf("read a chunk: %w", err)
		}
		wire += int(size) + len("\r\n")
		if size == 0 {
			return body, wire, nil
		}
	}
}

// header is the first value of that name, "" without one.
func (r response) header(name string) string {
	for line := range bytes.SplitSeq(r.head, []byte("\r\n")) {
		if value, ok := valueOf(line, name); ok {
			return string(value)
		}
	}
	return ""
}
