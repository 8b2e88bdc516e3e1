package qr_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"whichpm/web/qr"
)

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
