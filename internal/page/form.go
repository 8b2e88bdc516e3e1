package page

import (
	"errors"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"
)

// Form reads a form from the body. It returns ErrContentType for any other
// body, ErrEncoding for text no database may keep, and *http.MaxBytesError
// for a body over the server's bound.
func Form(r *http.Request) error {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/x-www-form-urlencoded" {
		return ErrContentType
	}
	if err := r.ParseForm(); err != nil {
		if tooLarge(err) {
			return err
		}
		return ErrEncoding
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

func tooLarge(err error) bool {
	_, ok := errors.AsType[*http.MaxBytesError](err)
	return ok
}
