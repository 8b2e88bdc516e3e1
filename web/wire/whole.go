package wire

import (
	"net/http"
	"sync"
)

// Whole is one body for ever, packed once for each encoding that is asked for.
type Whole map[Encoding]func() *Answer

// NewWhole packs nothing yet, so that a program starts at once.
func NewWhole(contentType string, body []byte) Whole {
	w := Whole{}
	for _, encoding := range append([]Encoding{Identity}, smallest...) {
		w[encoding] = sync.OnceValue(func() *Answer { return newAnswer(Content{Type: contentType, Body: body}, encoding, patient) })
	}
	return w
}

// Write gives the body as the visitor accepts it.
func (b Whole) Write(w http.ResponseWriter, r *http.Request) error {
	return b[accepted(r, smallest)]().Write(w, r, http.StatusOK)
}
