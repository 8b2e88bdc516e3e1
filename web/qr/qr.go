// Package qr draws an address as a QR code for phones. It knows nothing of what
// the address opens.
package qr

import (
	"fmt"
	"strings"
	"time"

	"github.com/maypok86/otter/v2"
	"github.com/skip2/go-qrcode"

	"whichpm/web/ui"
)

// Draw draws a text as one SVG path of unit squares, quiet zone included.
func Draw(text string) (ui.QR, error) {
	code, err := qrcode.New(text, qrcode.Low) // a screen needs no error correction, a small code scans best
	if err != nil {
		return ui.QR{}, fmt.Errorf("draw QR code: %w", err)
	}
	bits := code.Bitmap()
	var path strings.Builder
	for y, row := range bits {
		for x := 0; x < len(row); x++ {
			if !row[x] {
				continue
			}
			start := x
			for x < len(row) && row[x] {
				x++
			}
			fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", start, y, x-start, x-start)
		}
	}
	return ui.QR{Size: len(bits), Path: path.String()}, nil
}

// Kept draws codes and keeps them for a while, up to a number of bytes: a page
// with many links is looked at again, and drawing one code takes a millisecond.
// All methods may be called at once.
type Kept struct {
	codes *otter.Cache[string, ui.QR]
}

// keptFor is how long a code is kept at most: it says what a link is.
const keptFor = 5 * time.Minute

// NewKept keeps at most that many bytes of codes.
func NewKept(bytes int) *Kept {
	return &Kept{otter.Must(&otter.Options[string, ui.QR]{
		MaximumWeight: uint64(max(bytes, 1)),
		Weigher: func(text string, code ui.QR) uint32 {
			const found = 256                                 // what the cache needs to find it, about
			return uint32(len(text) + len(code.Path) + found) //nolint:gosec // a code is some kilobytes
		},
		ExpiryCalculator: otter.ExpiryWriting[string, ui.QR](keptFor),
	})}
}

// Draw is the code of a text, drawn anew if it is not kept.
func (k *Kept) Draw(text string) (ui.QR, error) {
	if code, ok := k.codes.GetIfPresent(text); ok {
		return code, nil
	}
	code, err := Draw(text)
	if err == nil {
		k.codes.Set(text, code)
	}
	return code, err
}
