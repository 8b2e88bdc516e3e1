package qr_test

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"
	"time"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"whichpm/web/qr"
	"whichpm/web/ui"
)

// picture fills in the path the way a browser does, a few pixels a square.
func picture(t *testing.T, code ui.QR) image.Image {
	t.Helper()
	const scale = 6
	img := image.NewGray(image.Rect(0, 0, code.Size*scale, code.Size*scale))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for run := range strings.SplitSeq(strings.TrimPrefix(code.Path, "M"), "M") {
		var x, y, width, back int
		if _, err := fmt.Sscanf(run, "%d %dh%dv1h-%dz", &x, &y, &width, &back); err != nil || width != back {
			t.Fatalf("%q is no run of squares: %v", run, err)
		}
		for py := y * scale; py < (y+1)*scale; py++ {
			for px := x * scale; px < (x+width)*scale; px++ {
				img.SetGray(px, py, color.Gray{})
			}
		}
	}
	return img
}

func TestAPhoneReadsTheLinkFromTheCode(t *testing.T) {
	for _, link := range []string{
		"https://quiz.example/r/TiAAAAAAAAAAAAAAAAAAAAAA",
		"http://127.0.0.1:8080/r/USu-_qdg5YfpFmCPCgZu5w5w",
		"https://quiz.example/resume/" + strings.Repeat("AQGiY3s0V0qkZ2Vt", 15),
	} {
		code, err := qr.Draw(link)
		if err != nil {
			t.Fatal(err)
		}
		bits, err := gozxing.NewBinaryBitmapFromImage(picture(t, code))
		if err != nil {
			t.Fatal(err)
		}
		read, err := qrcode.NewQRCodeReader().Decode(bits, nil)
		if err != nil || read.GetText() != link {
			t.Errorf("the code says %v (%v), want %s", read, err, link)
		}
	}
}

func TestATextTooLongForACodeIsAnError(t *testing.T) {
	if _, err := qr.Draw(strings.Repeat("x", 5000)); err == nil {
		t.Error("it draws something")
	}
}

func TestACodeThatIsKeptIsTheOneThatWouldBeDrawn(t *testing.T) {
	kept := qr.NewKept(1 << 20)
	for range 2 {
		for _, text := range []string{"https://quiz.example/r/1", "https://quiz.example/r/2"} {
			want, err := qr.Draw(text)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := kept.Draw(text); err != nil || got != want {
				t.Errorf("the code of %s is another: %v", text, err)
			}
		}
	}
	if _, err := kept.Draw(strings.Repeat("x", 10_000)); err == nil {
		t.Error("what fits into no code has one")
	}
}

func TestACodeIsDrawnOnce(t *testing.T) {
	kept := qr.NewKept(1 << 20)
	all := func() time.Duration {
		began := time.Now()
		for n := range 50 {
			if _, err := kept.Draw(fmt.Sprint("https://quiz.example/r/", n)); err != nil {
				t.Fatal(err)
			}
		}
		return time.Since(began)
	}
	if first, again := all(), min(all(), all(), all()); again > first/5 {
		t.Errorf("50 codes take %s, and %s when they are kept", first, again)
	}
}
