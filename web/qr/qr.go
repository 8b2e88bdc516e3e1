// Package qr draws an address as a QR code for phones. It knows nothing of what
// the address opens.
package qr

import (
	"fmt"
	"strings"

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
