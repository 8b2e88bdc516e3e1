package wire

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// asking is a request that accepts what each header line says.
func asking(t testing.TB, accept ...string) *http.Request {
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
	for _, line := range accept {
		r.Header.Add("Accept-Encoding", line)
	}
	return r
}

func TestAVisitorGetsAnEncodingTheyAccept(t *testing.T) {
	for header, want := range map[string]Encoding{
		"gzip, deflate, br, zstd":    Brotli,
		"gzip":                       Gzip,
		"GZIP":                       Gzip,
		"zstd, gzip":                 Zstd,
		"br;q=0, gzip;q=0.5":         Gzip,
		"br; q=0.000, zstd;q=0.0":    Identity,
		"*":                          Brotli,
		"*;q=0":                      Identity,
		"br;q=0, *":                  Zstd,
		"identity":                   Identity,
		"deflate, compress":          Identity,
		"":                           Identity,
		"br;q=much, gzip":            Gzip,
		"gzipped, brotli":            Identity,
		strings.Repeat(",", 16<<10):  Identity,
		" br ":                       Brotli,
		"gzip;level=9":               Gzip,
		"br;q=0.1, gzip;q=1, zstd;q": Brotli,
	} {
		if got := accepted(asking(t, header), smallest); got != want {
			t.Errorf("%.40q is answered with %q, want %q", header, got, want)
		}
	}
	if got := accepted(asking(t, "gzip", "br"), smallest); got != Brotli {
		t.Errorf("two lines are answered with %q", got)
	}
	if got := accepted(asking(t, "br, gzip"), quickest); got != Gzip {
		t.Errorf("what is packed on its way comes as %q", got)
	}
}

// unpack reads a body as a browser does.
func unpack(t testing.TB, encoding string, body io.Reader) []byte {
	t.Helper()
	switch Encoding(encoding) {
	case Gzip:
		in, err := gzip.NewReader(body)
		no(t, err)
		body = in
	case Zstd:
		in, err := zstd.NewReader(body)
		no(t, err)
		defer in.Close()
		body = in
	case Brotli:
		body = brotli.NewReader(body)
	}
	out, err := io.ReadAll(body)
	no(t, err)
	return out
}

func no(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func FuzzAnEncodingIsOnlyUsedWhereItIsNamed(f *testing.F) {
	for _, header := range []string{"gzip, br;q=0.5", "*;q=0, zstd", "br;q=0", ";;,,=;q=1"} {
		f.Add(header)
	}
	f.Fuzz(func(t *testing.T, header string) {
		got := accepted(asking(t, header), smallest)
		if got != Identity && !strings.Contains(strings.ToLower(header), string(got)) && !strings.Contains(header, "*") {
			t.Errorf("%q is answered with %q", header, got)
		}
	})
}

func TestWhatIsPackedUnpacksToTheSame(t *testing.T) {
	body := bytes.Repeat([]byte("Which job is closer to you? "), 200)
	for _, with := range []packers{quick, thorough, patient} {
		for encoding := range with {
			for range 2 { // a packer is used again
				packed := pack(body, encoding, with)
				if got := unpack(t, string(encoding), bytes.NewReader(packed)); !bytes.Equal(got, body) || len(packed) > len(body)/5 {
					t.Errorf("%s gives %d bytes in %d", encoding, len(got), len(packed))
				}
			}
		}
	}
}
