//go:build !release

package main

import (
	"net/http"

	"whichpm/web/gallery"
)

// everyPage is every page in every state, for developers.
func everyPage() (http.Handler, error) { return gallery.Handler(), nil }
