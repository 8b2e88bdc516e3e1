package brand_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"testing"

	"whichpm/internal/brand"
	"whichpm/internal/quiz"
)

// picture is a PNG of that size, red at the left.
func picture(t testing.TB, wide, high int) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := range wide {
			img.Set(x, y, color.NRGBA{uint8(255 - 255*x/wide), 0, 0, 255})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestALogoIsDrawnAnewAndFitsTheHeader(t *testing.T) {
	for _, c := range []struct{ wide, high, keptWide, keptHigh int }{{32, 32, 32, 32}, {640, 160, 640, 160}, {1000, 100, 640, 64}, {100, 1000, 16, 160}, {2000, 2000, 160, 160}} {
		logo, err := brand.Logo("logo", picture(t, c.wide, c.high))
		if err != nil {
			t.Fatal(err)
		}
		if w, h := brand.Size(logo); w != c.keptWide || h != c.keptHigh {
			t.Errorf("%d × %d is kept as %d × %d", c.wide, c.high, w, h)
		}
	}
	var jpg bytes.Buffer
	if err := jpeg.Encode(&jpg, image.NewGray(image.Rect(0, 0, 64, 64)), nil); err != nil {
		t.Fatal(err)
	}
	if logo, err := brand.Logo("logo", jpg.Bytes()); err != nil || !bytes.HasPrefix(logo, []byte("\x89PNG")) {
		t.Errorf("a JPEG is not kept as a PNG: %v", err)
	}
}

func TestNothingButThePixelsOfALogoIsKept(t *testing.T) {
	const hidden = "<script>alert(1)</script>"
	file := slices.Concat(picture(t, 64, 64), []byte(hidden))
	logo, err := brand.Logo("logo", file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(logo, []byte(hidden)) {
		t.Error("what stood behind the picture is kept")
	}
}

func TestWhatIsNoPictureOfASensibleSizeIsRefused(t *testing.T) {
	bomb := picture(t, 64, 64)
	copy(bomb[16:24], []byte{0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff}) // it says that it has 2³¹ × 2³¹ pixels
	half := picture(t, 64, 64)
	for name, c := range map[string]struct {
		file []byte
		code string
	}{
		"nothing":        {nil, "brand_logo_kind"},
		"a drawing":      {[]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><script/></svg>`), "brand_logo_kind"},
		"a GIF":          {[]byte("GIF89a\x40\x00\x40\x00\x00\x00\x00;"), "brand_logo_kind"},
		"a bomb":         {bomb, "brand_logo_kind"},
		"half a picture": {half[:len(half)/2], "brand_logo_kind"},
		"too small":      {picture(t, 31, 64), "brand_logo_sides"},
		"too wide":       {picture(t, 2001, 64), "brand_logo_sides"},
		"too large":      {make([]byte, brand.MaxLogo+1), "brand_logo_large"},
	} {
		_, err := brand.Logo("logo", c.file)
		if problems, ok := errors.AsType[quiz.Problems](err); !ok || problems[0].Code != c.code || problems[0].Field != "logo" {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func FuzzLogo(f *testing.F) {
	f.Add(picture(f, 32, 32))
	f.Add([]byte("\xff\xd8\xff"))
	f.Fuzz(func(t *testing.T, file []byte) {
		logo, err := brand.Logo("logo", file)
		if w, h := brand.Size(logo); err == nil && (w < 1 || h < 1 || w > brand.LogoWide || h > brand.LogoHigh) {
			t.Fatalf("kept as %d × %d", w, h)
		}
	})
}
