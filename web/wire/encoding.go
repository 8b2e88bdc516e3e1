package wire

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Encoding is how the bytes of an answer are packed, in the words of
// Content-Encoding. Identity is as they are.
type Encoding string

// The encodings we write.
const (
	Identity Encoding = ""
	Gzip     Encoding = "gzip"
	Brotli   Encoding = "br"
	Zstd     Encoding = "zstd"
)

// For an answer that is packed once and given to many, the smallest goes
// first; for one that is packed for one visitor, the quickest.
var (
	smallest = []Encoding{Brotli, Zstd, Gzip}
	quickest = []Encoding{Zstd, Gzip}
)

// leastPacked is the length in bytes from which packing saves a visitor time:
// a shorter answer fits into one packet anyway.
const leastPacked = 1024

// longestAccept is the longest header that is read, in bytes: browsers and
// programs send a tenth of it.
const longestAccept = 1000

// accepted is the first of the encodings the request accepts, Identity if it
// accepts none.
func accepted(r *http.Request, offered []Encoding) Encoding {
	header := r.Header["Accept-Encoding"]
	if len(header) == 0 {
		return Identity
	}
	text := header[0]
	if len(header) > 1 {
		text = strings.Join(header, ",")
	}
	if len(text) > longestAccept {
		return Identity
	}
	for _, encoding := range offered {
		if accepts(text, encoding) {
			return encoding
		}
	}
	return Identity
}

// accepts reads an Accept-Encoding header. A name with q=0 is refused, and so
// is one that is not there but for "*".
func accepts(header string, encoding Encoding) bool {
	others := false
	for entry := range strings.SplitSeq(header, ",") {
		name, parameter, _ := strings.Cut(entry, ";")
		name = strings.TrimSpace(name)
		switch {
		case strings.EqualFold(name, string(encoding)):
			return !refused(parameter)
		case name == "*":
			others = !refused(parameter)
		}
	}
	return others
}

func refused(parameter string) bool {
	value, found := strings.CutPrefix(strings.TrimSpace(parameter), "q=")
	if !found {
		return false
	}
	q, err := strconv.ParseFloat(value, 64)
	return err != nil || q <= 0
}

// varies says that the answer depends on the encodings its visitor accepts.
func varies(w http.ResponseWriter) {
	w.Header().Add("Vary", "Accept-Encoding")
}

// A packer writes packed bytes to where it was reset to.
type packer interface {
	io.WriteCloser
	Reset(w io.Writer)
}

// packers make bytes smaller. They are large, so they are used again.
type packers map[Encoding]*sync.Pool

// Quick ones are for one visitor, thorough ones for answers that are kept, and
// the last for what stays as long as the program does.
var quick = packers{
	Gzip: {New: func() any { p, _ := gzip.NewWriterLevel(nil, 5); return p }}, // the level is one of gzip's
	Zstd: {New: func() any { return newZstd(zstd.SpeedFastest) }},
}

var thorough = packers{
	Gzip:   {New: func() any { p, _ := gzip.NewWriterLevel(nil, gzip.BestCompression); return p }},
	Zstd:   {New: func() any { return newZstd(zstd.SpeedBetterCompression) }},
	Brotli: {New: func() any { return brotli.NewWriterLevel(nil, 6) }},
}

var patient = packers{
	Gzip:   thorough[Gzip],
	Zstd:   {New: func() any { return newZstd(zstd.SpeedBestCompression) }},
	Brotli: {New: func() any { return brotli.NewWriterLevel(nil, brotli.BestCompression) }},
}

func newZstd(level zstd.EncoderLevel) packer {
	p, _ := zstd.NewWriter(nil, zstd.WithEncoderLevel(level), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(128<<10)) // the options are zstd's
	return p
}

// pack returns the body in an encoding.
func pack(body []byte, encoding Encoding, with packers) []byte {
	if encoding == Identity {
		return body
	}
	var out bytes.Buffer
	out.Grow(len(body) / 3)
	p := with[encoding].Get().(packer)
	defer with[encoding].Put(p)
	p.Reset(&out)
	_, _ = p.Write(body) // a buffer takes everything
	_ = p.Close()
	return out.Bytes()
}
