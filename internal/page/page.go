// Package page turns what a handler decides into a response: a page rendered
// to a buffer first, a redirect, or an error page. It knows nothing of the
// quiz beyond the errors it names.
package page

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/a-h/templ"
)

// Handler answers a request or returns an error for the error page. After an
// error it has written nothing.
type Handler func(w http.ResponseWriter, r *http.Request) error

// Render writes a view with a status. Nothing is written if the view fails.
func Render(w http.ResponseWriter, r *http.Request, status int, view templ.Component) error {
	var body bytes.Buffer
	if err := view.Render(r.Context(), &body); err != nil {
		return fmt.Errorf("render page: %w", err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(body.Bytes()) // the visitor may have gone; nobody is left to tell
	return nil
}

// Write answers with text in a format.
func Write(w http.ResponseWriter, status int, format Format, text string) error {
	w.Header().Set("Content-Type", string(format)+"; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text)) // the visitor may have gone; nobody is left to tell
	return nil
}

// JSON answers a program with a value under a media type of JSON.
func JSON(w http.ResponseWriter, status int, mediaType string, value any) error {
	body, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	w.Header().Set("Content-Type", mediaType)
	w.WriteHeader(status)
	_, _ = w.Write(append(body, '\n')) // as above
	return nil
}

// Redirect answers an accepted form: the browser fetches the address anew.
func Redirect(w http.ResponseWriter, r *http.Request, to string) error {
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}
