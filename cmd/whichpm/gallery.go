//go:build !release

package main

import (
	"net/http"

	"whichpm/web/gallery"
)

// everyPage is every page in every state, for who builds the program.
func everyPage() (http.Handler, error) { return gallery.Handler(), nil }
