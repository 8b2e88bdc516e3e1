// Package wire holds answers as they go over the wire: packed as the visitor
// accepts it, with a length and a tag, made once and kept for others. It knows
// nothing of what they say.
package wire

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unsafe"
)

// Answer is a whole answer as it goes over the wire, made once and given to
// many: packed, with its length and its tag. Nothing in it may be changed.
type Answer struct {
	body   []byte
	always http.Header // also of an answer that was not modified
	header http.Header
	tag    string // quoted, as ETag has it; the same bytes have the same tag
}

// Content is what an answer says before it is packed.
type Content struct {
	Type   string // media type
	Body   []byte
	Header http.Header // others, nil for none
}

// newAnswer packs a content for visitors who accept the encoding. A short body
// is left as it is, and so is a picture or a font.
func newAnswer(c Content, encoding Encoding, with packers) *Answer {
	if len(c.Body) < leastPacked || packedAlready(c.Type) {
		encoding = Identity
	}
	packed := pack(c.Body, encoding, with)
	if cap(packed) > len(packed) { // not with the room it was made in
		packed = bytes.Clone(packed)
	}
	sum := sha256.Sum256(packed)
	a := &Answer{body: packed, tag: `"` + hex.EncodeToString(sum[:12]) + `"`}
	if a.always = c.Header.Clone(); a.always == nil {
		a.always = http.Header{}
	}
	a.always.Set("Etag", a.tag)
	a.always.Add("Vary", "Accept-Encoding")
	for name, values := range a.always { // without room: who adds a value copies them
		a.always[name] = slices.Clip(values)
	}
	a.header = http.Header{}
	a.header.Set("Content-Type", c.Type)
	a.header.Set("Content-Length", strconv.Itoa(len(packed)))
	if encoding != Identity {
		a.header.Set("Content-Encoding", string(encoding))
	}
	return a
}

func packedAlready(contentType string) bool {
	return contentType == "image/png" || strings.HasPrefix(contentType, "font/")
}

// headerSize is about what a map of up to eight headers takes without their
// values.
const headerSize = 400

// Size is the bytes it takes in memory.
func (a *Answer) Size() int {
	size := int(unsafe.Sizeof(*a)) + cap(a.body) + len(a.tag)
	for _, header := range []http.Header{a.always, a.header} {
		size += headerSize
		for _, values := range header {
			for _, value := range values {
				size += int(unsafe.Sizeof(value)) + len(value)
			}
		}
	}
	return size
}

// Write gives the answer, or says that the visitor has it already.
func (a *Answer) Write(w http.ResponseWriter, r *http.Request, status int) error {
	h := w.Header()
	maps.Copy(h, a.always)
	if status == http.StatusOK && has(r, a.tag) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	maps.Copy(h, a.header)
	w.WriteHeader(status)
	_, _ = w.Write(a.body) // the visitor may have gone; nobody is left to tell
	return nil
}

// has reports whether the visitor holds what has that tag.
func has(r *http.Request, tag string) bool {
	header := r.Header["If-None-Match"]
	if len(header) == 0 {
		return false
	}
	for _, line := range header {
		for held := range strings.SplitSeq(line, ",") {
			held = strings.TrimSpace(held)
			if strings.TrimPrefix(held, "W/") == tag || held == "*" {
				return true
			}
		}
	}
	return false
}

// Send writes a body with a status, packed if the visitor accepts that.
func Send(w http.ResponseWriter, r *http.Request, status int, contentType string, body []byte) error {
	varies(w)
	h := w.Header()
	if len(body) >= leastPacked {
		if encoding := accepted(r, quickest); encoding != Identity {
			h.Set("Content-Encoding", string(encoding))
			body = pack(body, encoding, quick)
		}
	}
	h.Set("Content-Type", contentType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // the visitor may have gone; nobody is left to tell
	return nil
}
