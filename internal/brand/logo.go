package brand

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"whichpm/internal/quiz"
)

// The sides of a picture that is sent, and the most of one that is kept, in pixels.
const (
	LeastSide = 32
	MostSide  = 2000
	LogoWide  = 640
	LogoHigh  = 160
)

// Logo decodes a PNG or a JPEG and draws it anew as a PNG of at most LogoWide ×
// LogoHigh, so that nothing but its pixels is kept. It returns Problems for what is
// no such picture.
func Logo(field string, file []byte) ([]byte, error) {
	if len(file) > MaxLogo {
		return nil, quiz.Refusal(field, "brand_logo_large", "n", MaxLogo>>10)
	}
	config, decode, ok := known(file)
	if !ok {
		return nil, quiz.Refusal(field, "brand_logo_kind")
	}
	if w, h := config.Width, config.Height; min(w, h) < LeastSide || max(w, h) > MostSide {
		return nil, quiz.Refusal(field, "brand_logo_sides", "least", LeastSide, "most", MostSide, "wide", w, "high", h)
	}
	picture, err := decode(bytes.NewReader(file))
	if err != nil {
		return nil, quiz.Refusal(field, "brand_logo_kind")
	}
	bounds := picture.Bounds()
	scale := min(1, LogoWide/float64(bounds.Dx()), LogoHigh/float64(bounds.Dy()))
	drawn := image.NewNRGBA(image.Rect(0, 0, max(int(scale*float64(bounds.Dx())), 1), max(int(scale*float64(bounds.Dy())), 1)))
	draw.CatmullRom.Scale(drawn, drawn.Bounds(), picture, bounds, draw.Src, nil)
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, drawn); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// known tells by its first bytes what a picture is, and reads no other.
func known(file []byte) (image.Config, func(*bytes.Reader) (image.Image, error), bool) {
	if config, err := png.DecodeConfig(bytes.NewReader(file)); err == nil {
		return config, func(r *bytes.Reader) (image.Image, error) { return png.Decode(r) }, true
	}
	if config, err := jpeg.DecodeConfig(bytes.NewReader(file)); err == nil {
		return config, func(r *bytes.Reader) (image.Image, error) { return jpeg.Decode(r) }, true
	}
	return image.Config{}, nil, false
}

// Size is the width and the height of a kept logo, 0 for none.
func Size(logo []byte) (wide, high int) {
	config, err := png.DecodeConfig(bytes.NewReader(logo))
	if err != nil {
		return 0, 0
	}
	return config.Width, config.Height
}
