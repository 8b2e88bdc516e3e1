package wire

import (
	"net"
	"net/http"
	"sync"
)

// The server of net/http writes through a buffer of chunk bytes: an answer that
// is longer leaves as one write of exactly that many and one of the rest. Here
// the first is held back and both are sent at once, so that the system is
// called once and not twice. Nothing is held once the answer is over.
const chunk = 4 << 10

var chunks = sync.Pool{New: func() any { return new([chunk]byte) }}

// OneWrite is a listener whose connections send a longer answer at once. The
// server that serves it has to tell Flush of each.
type OneWrite struct{ net.Listener }

// Accept returns the next connection.
func (l OneWrite) Accept() (net.Conn, error) {
	accepted, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &conn{Conn: accepted}, nil
}

// Flush is told by the server what becomes of a connection, as
// http.Server.ConnState has it.
func Flush(c net.Conn, state http.ConnState) {
	if held, ok := c.(*conn); ok && state == http.StateIdle {
		held.flush()
	}
}

// conn holds the beginning of an answer, if it waits for the rest.
type conn struct {
	net.Conn

	mu    sync.Mutex // a visitor may be sent away while they are written to
	first *[chunk]byte
}

func (c *conn) Write(b []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.first == nil && len(b) == chunk:
		c.first = chunks.Get().(*[chunk]byte)
		return copy(c.first[:], b), nil
	case c.first == nil:
		return c.Conn.Write(b)
	}
	both := net.Buffers{c.first[:], b}
	n, err := both.WriteTo(c.Conn)
	c.free()
	return max(int(n)-chunk, 0), err
}

// CloseWrite lets a visitor read the last answer to its end.
func (c *conn) CloseWrite() error {
	c.flush()
	if half, ok := c.Conn.(interface{ CloseWrite() error }); ok {
		return half.CloseWrite()
	}
	return nil
}

// Close sends what is held before it hangs up.
func (c *conn) Close() error {
	c.flush()
	return c.Conn.Close()
}

// flush sends what is held. A write that is under way sends it anyway.
func (c *conn) flush() {
	if !c.mu.TryLock() {
		return
	}
	defer c.mu.Unlock()
	if c.first != nil {
		_, _ = c.Conn.Write(c.first[:]) // what fails now fails again when the next request is read
		c.free()
	}
}

func (c *conn) free() {
	chunks.Put(c.first)
	c.first = nil
}
