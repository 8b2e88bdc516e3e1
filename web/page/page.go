// Package page turns what a handler decides into a response: a page rendered
// to a buffer first, a redirect, or an error page. It knows nothing of the
// quiz beyond the errors it names.
package page

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/a-h/templ"

	"whichpm/web/wire"
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
	return wire.Send(w, r, status, htmlType, body.Bytes())
}

// View makes what a view draws in the visitor's language.
func View(view func() templ.Component) wire.Maker {
	return func(ctx context.Context) (wire.Content, error) {
		var body bytes.Buffer
		if err := view().Render(ctx, &body); err != nil {
			return wire.Content{}, fmt.Errorf("render page: %w", err)
		}
		return wire.Content{Type: htmlType, Body: body.Bytes(), Header: http.Header{"Vary": {Spoken}}}, nil
	}
}

const htmlType = string(HTML) + UTF8

// Write answers with text in a format.
func Write(w http.ResponseWriter, r *http.Request, status int, format Format, text string) error {
	return wire.Send(w, r, status, string(format)+UTF8, []byte(text))
}

// JSON answers a program with a value under a media type of JSON.
func JSON(w http.ResponseWriter, r *http.Request, status int, mediaType string, value any) error {
	body, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return wire.Send(w, r, status, mediaType, append(body, '\n'))
}

// Redirect answers an accepted form: the browser fetches the address anew.
func Redirect(w http.ResponseWriter, r *http.Request, to string) error {
	http.Redirect(w, r, to, http.StatusSeeOther) //nolint:gosec // handlers name paths of this site
	return nil
}
