package fault

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
)

// Event is a change to a database on disk, or that a program acknowledged
// something. Events stand in the order in which they happened.
type Event struct {
	Kind   byte // w write, t truncate, s sync, u unlink, f sync of the folder, a acknowledged
	File   byte // 0 database, 1 log, 2 journal; of an acknowledgement its kind
	Offset int64
	Data   []byte
}

const head = 14 // bytes before the data

// Acknowledge adds to a trace that a program said something is done.
func Acknowledge(trace *os.File, kind byte, n int) error {
	record := make([]byte, head)
	record[0], record[1] = 'a', kind
	binary.LittleEndian.PutUint64(record[2:], uint64(n)) //nolint:gosec // counted from 0
	_, err := trace.Write(record)
	return err
}

// ReadTrace reads what the shim and Acknowledge wrote.
func ReadTrace(path string) ([]Event, error) {
	body, err := os.ReadFile(path) //nolint:gosec // a test names it
	if err != nil {
		return nil, err
	}
	var events []Event
	for len(body) > 0 {
		if len(body) < head {
			return nil, io.ErrUnexpectedEOF
		}
		length := head + int(binary.LittleEndian.Uint32(body[10:]))
		if len(body) < length {
			return nil, io.ErrUnexpectedEOF
		}
		events = append(events, Event{body[0], body[1], int64(binary.LittleEndian.Uint64(body[2:])), body[head:length]}) //nolint:gosec // a file's offset
		body = body[length:]
	}
	return events, nil
}

// Loss is what a power cut does to writes that no sync came after.
type Loss int

// The ways to lose them. A sector, 512 bytes, is written whole or not at all.
const (
	Dropped Loss = iota // all are gone
	Subset              // each is there or gone
	Torn                // each sector of each is there or gone
)

// Losses are all of them.
var Losses = []Loss{Dropped, Subset, Torn}

// Disk is what a database's files hold, on the platter and on the way there.
type Disk struct{ files [3]file }

type file struct {
	durable content
	pending []Event
}

// content is a file's bytes, or that there is no such file.
type content struct {
	bytes  []byte
	exists bool
}

// Apply adds an event to the disk.
func (d *Disk) Apply(e Event) {
	switch e.Kind {
	case 'a':
	case 'f': // which files there are
		for i := range d.files {
			d.files[i].settleNames()
		}
	case 's':
		f := &d.files[e.File]
		for _, p := range f.pending {
			f.durable.change(p)
		}
		f.durable.exists, f.pending = true, nil
	default:
		f := &d.files[e.File]
		f.pending = append(f.pending, e)
	}
}

// settleNames makes the last deletion final, with what came before it.
func (f *file) settleNames() {
	for i := len(f.pending) - 1; i >= 0; i-- {
		if f.pending[i].Kind == 'u' {
			f.durable, f.pending = content{}, f.pending[i+1:]
			return
		}
	}
}

// Cut writes the files as a power cut now would leave them, beside path.
func (d *Disk) Cut(path string, loss Loss, chance *rand.Rand) error {
	for i, suffix := range []string{"", "-wal", "-journal"} {
		f := d.files[i]
		left := content{bytes.Clone(f.durable.bytes), f.durable.exists}
		for _, p := range f.pending {
			for _, part := range parts(p, loss) {
				if loss != Dropped && chance.IntN(2) == 0 {
					left.change(part)
				}
			}
		}
		if !left.exists {
			continue
		}
		if err := os.WriteFile(path+suffix, left.bytes, 0o600); err != nil {
			return fmt.Errorf("write an image: %w", err)
		}
	}
	return nil
}

const sector = 512

// parts splits a write at the sectors of the disk.
func parts(e Event, loss Loss) []Event {
	if loss != Torn || e.Kind != 'w' {
		return []Event{e}
	}
	var split []Event
	for at, rest := e.Offset, e.Data; len(rest) > 0; {
		n := min(len(rest), int(sector-at%sector))
		split = append(split, Event{'w', e.File, at, rest[:n]})
		at, rest = at+int64(n), rest[n:]
	}
	return split
}

func (c *content) change(e Event) {
	switch e.Kind {
	case 'w':
		end := int(e.Offset) + len(e.Data)
		if end > len(c.bytes) {
			c.bytes = append(c.bytes, make([]byte, end-len(c.bytes))...)
		}
		copy(c.bytes[e.Offset:], e.Data)
		c.exists = true
	case 't':
		if n := int(e.Offset); n <= len(c.bytes) {
			c.bytes = c.bytes[:n]
		} else {
			c.bytes = append(c.bytes, make([]byte, n-len(c.bytes))...)
		}
		c.exists = true
	case 'u':
		*c = content{}
	}
}
