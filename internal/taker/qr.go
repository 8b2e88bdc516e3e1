package taker

import (
	"fmt"
	"strings"

	"github.com/skip2/go-qrcode"

	"whichpm/web/takerview"
)

// qrCode draws a link as one SVG path of unit squares, quiet zone included.
func qrCode(link string) (takerview.QR, error) {
	code, err := qrcode.New(link, qrcode.Low) // a screen needs no error correction, a small code scans best
	if err != nil {
		return takerview.QR{}, fmt.Errorf("draw QR code: %w", err)
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
	return takerview.QR{Size: len(bits), Path: path.String()}, nil
}
