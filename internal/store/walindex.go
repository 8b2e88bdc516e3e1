package store

import (
	"bytes"
	"encoding/binary"
	"io"
	"time"
)

// What is read here is described at https://sqlite.org/fileformat2.html and
// https://sqlite.org/walformat.html.

// header is the part of a database file that says what is in it.
type header [100]byte

func readHeader(file io.ReaderAt) (h header, err error) {
	_, err = file.ReadAt(h[:], 0)
	return h, err
}

// follows reports whether this can be the header of the same database some
// changes later. A copy that VACUUM made counts its changes anew, and its
// schema counts as changed.
func (h header) follows(before header) bool {
	const schema, end = 40, 44
	changes := func(h header) uint32 { return binary.BigEndian.Uint32(h[24:]) }
	switch {
	case !bytes.Equal(h[:24], before[:24]), !bytes.Equal(h[68:72], before[68:72]):
		return false
	case changes(h) == changes(before):
		return bytes.Equal(h[schema:end], before[schema:end])
	}
	return int32(changes(h)-changes(before)) > 0 //nolint:gosec // it counts past the largest
}

// pages is how long the file is.
func (h header) pages() uint32 { return binary.BigEndian.Uint32(h[28:]) }

// walIndex is what the processes that have the database open share about its
// log: a header, twice, and how far the log was taken over into the file.
type walIndex struct {
	frames   uint32  // in the log, up to the last commit
	pages    uint32  // of the database after it
	checksum [8]byte // of everything up to the last frame, as the log has it
	salt     [8]byte // of the log
	pageSize int64
	copied   uint32 // frames that are in the file
	copying  uint32 // frames that somebody began to take over; after a crash more
}

const (
	indexHeader = 48
	indexLength = 136
)

// readIndex waits for whoever is writing it.
func (w *watch) readIndex() (walIndex, error) {
	var b [indexLength]byte
	for range 100 {
		if _, err := w.index.ReadAt(b[:], 0); err != nil {
			return walIndex{}, errIndexMoved
		}
		if bytes.Equal(b[:indexHeader], b[indexHeader:2*indexHeader]) {
			return parseIndex(b), nil
		}
		time.Sleep(10 * time.Microsecond)
	}
	return walIndex{}, errIndexMoved
}

func parseIndex(b [indexLength]byte) walIndex {
	number := func(at int) uint32 { return binary.NativeEndian.Uint32(b[at:]) }
	i := walIndex{frames: number(16), pages: number(20), copied: number(96), copying: number(128)}
	binary.BigEndian.PutUint32(i.checksum[:4], number(24))
	binary.BigEndian.PutUint32(i.checksum[4:], number(28))
	copy(i.salt[:], b[32:40])
	size := int64(binary.NativeEndian.Uint16(b[14:]))
	i.pageSize = size&0xfe00 + size&1<<16
	return i
}

const (
	logHeader   = 32
	frameHeader = 24
)

// logIsWhole looks for the last commit in the log. Its checksum is that of
// everything before, too.
func (w *watch) logIsWhole(i walIndex) error {
	for range 100 {
		if i.frames == 0 || w.logEndsWith(i) {
			return nil
		}
		again, err := w.readIndex()
		if err != nil {
			return err
		}
		if again == i {
			return errLogOther
		}
		i = again // another process wrote to it
	}
	return errLogOther
}

func (w *watch) logEndsWith(i walIndex) bool {
	var head [logHeader]byte
	var frame [frameHeader]byte
	if _, err := w.log.ReadAt(head[:], 0); err != nil {
		return false
	}
	last := logHeader + int64(i.frames-1)*(frameHeader+i.pageSize)
	if _, err := w.log.ReadAt(frame[:], last); err != nil {
		return false
	}
	return bytes.Equal(head[16:24], i.salt[:]) && bytes.Equal(frame[8:16], i.salt[:]) &&
		bytes.Equal(frame[16:24], i.checksum[:]) && binary.BigEndian.Uint32(frame[4:]) == i.pages
}
