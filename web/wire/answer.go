// Package wire holds answers as they go over the wire: packed as the visitor
// accepts it, with a length and a tag, made once and kept for others. It knows
// nothing of what they say.
package wire

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
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
	always []field // also of an answer that was not modified
	header []field
	tag    string // quoted, as ETag has it; the same bytes have the same tag
}

// field is a header with its values. Their capacity is their length, so that
// adding one copies them.
type field struct {
	name   string
	values []string
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
	always := c.Header.Clone()
	if always == nil {
		always = http.Header{}
	}
	always.Set("Etag", a.tag)
	always.Add("Vary", "Accept-Encoding")
	for name, values := range always {
		a.always = append(a.always, field{name, slices.Clip(values)})
	}
	a.set("Content-Type", c.Type)
	a.set("Content-Length", strconv.Itoa(len(packed)))
	if encoding != Identity {
		a.set("Content-Encoding", string(encoding))
	}
	return a
}

func packedAlready(contentType string) bool {
	return contentType == "image/png" || strings.HasPrefix(contentType, "font/")
}

func (a *Answer) set(name, value string) { a.header = append(a.header, field{name, []string{value}}) }

// Size is the bytes it takes in memory.
func (a *Answer) Size() int {
	size := int(unsafe.Sizeof(*a)) + cap(a.body) + len(a.tag)
	for _, fields := range [][]field{a.always, a.header} {
		size += cap(fields) * int(unsafe.Sizeof(field{}))
		for _, f := range fields {
			for _, value := range f.values {
				size += int(unsafe.Sizeof(value)) + len(value)
			}
		}
	}
	return size
}

// Write gives the answer, or says that the visitor has it already.
func (a *Answer) Write(w http.ResponseWriter, r *http.Request, status int) error {
	h := w.Header()
	for _, f := range a.always {
		h[f.name] = f.values
	}
	if status == http.StatusOK && has(r, a.tag) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	for _, f := range a.header {
		h[f.name] = f.values
	}
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
