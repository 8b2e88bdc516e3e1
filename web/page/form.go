package page

import (
	"errors"
	"mime"
	"net/http"
	"os"
	"strings"
	"unicode/utf8"
)

// Form reads a form from the body. It returns ErrContentType for any other
// body, ErrEncoding for text no database may keep, and what Unread says of a
// body that could not be read.
func Form(r *http.Request) error {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/x-www-form-urlencoded" {
		return ErrContentType
	}
	if err := r.ParseForm(); err != nil {
		return Unread(err)
	}
	for key, values := range r.Form {
		if !Storable(key) {
			return ErrEncoding
		}
		for _, value := range values {
			if !Storable(value) {
				return ErrEncoding
			}
		}
	}
	return nil
}

// Storable reports whether every database takes the text: valid UTF-8 without
// NUL, which one refuses and another keeps.
func Storable(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsRune(text, 0)
}

// Unread is what to say of a body that could not be read: *http.MaxBytesError
// of one over the server's bound, ErrSlow of one that took too long, ErrEncoding
// of any other, such as one that breaks off.
func Unread(err error) error {
	if _, large := errors.AsType[*http.MaxBytesError](err); large {
		return err
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return ErrSlow
	}
	return ErrEncoding
}
