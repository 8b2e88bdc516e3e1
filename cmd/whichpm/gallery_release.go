//go:build release

package main

import (
	"errors"
	"net/http"
)

// everyPage is not in what is released.
func everyPage() (http.Handler, error) {
	return nil, errors.New("--dev needs the source: go run ./cmd/whichpm --dev")
}
