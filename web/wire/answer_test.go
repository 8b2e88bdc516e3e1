package wire

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"testing"
)

var long = bytes.Repeat([]byte("<p>The same for everybody.</p>\n"), 100)

func give(t testing.TB, a *Answer, r *http.Request) *http.Response {
	t.Helper()
	w := httptest.NewRecorder()
	no(t, a.Write(w, r, http.StatusOK))
	return w.Result()
}

func TestAnAnswerSaysHowLongItIsAndHowItIsPacked(t *testing.T) {
	for _, encoding := range []Encoding{Identity, Gzip, Brotli, Zstd} {
		got := give(t, newAnswer(Content{Type: "text/html", Body: long}, encoding, thorough), asking(t))
		h := got.Header
		if h.Get("Content-Type") != "text/html" || h.Get("Content-Encoding") != string(encoding) || h.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%q comes with %v", encoding, h)
		}
		if n, _ := strconv.Atoi(h.Get("Content-Length")); encoding != Identity && n > len(long)/5 || n == 0 {
			t.Errorf("%q is %d bytes long", encoding, n)
		}
		if body := unpack(t, h.Get("Content-Encoding"), got.Body); !bytes.Equal(body, long) {
			t.Errorf("%q unpacks to %q", encoding, body)
		}
	}
}

func TestAVisitorWhoHasItIsToldSo(t *testing.T) {
	a := newAnswer(Content{Type: "text/html", Body: long}, Gzip, thorough)
	for held, want := range map[string]int{
		a.tag: http.StatusNotModified, "W/" + a.tag: http.StatusNotModified, `"other", ` + a.tag: http.StatusNotModified, "*": http.StatusNotModified,
		`"other"`: http.StatusOK, a.tag + "x": http.StatusOK, "": http.StatusOK,
		newAnswer(Content{Type: "text/html", Body: long}, Brotli, thorough).tag: http.StatusOK, // another encoding is another answer
	} {
		r := asking(t)
		r.Header.Set("If-None-Match", held)
		got := give(t, a, r)
		if got.StatusCode != want || got.Header.Get("Etag") != a.tag {
			t.Errorf("who holds %q gets %d, want %d", held, got.StatusCode, want)
		}
		if want == http.StatusNotModified && (got.Header.Get("Content-Length") != "" || got.Header.Get("Content-Encoding") != "") {
			t.Errorf("an answer without a body says %v", got.Header)
		}
	}
}

func TestAnErrorIsNeverNotModified(t *testing.T) {
	a, r, w := newAnswer(Content{Type: "text/html", Body: long}, Gzip, thorough), asking(t), httptest.NewRecorder()
	r.Header.Set("If-None-Match", "*")
	no(t, a.Write(w, r, http.StatusGone))
	if w.Code != http.StatusGone || w.Body.Len() == 0 {
		t.Errorf("it is answered with %d", w.Code)
	}
}

func TestWhatIsShortOrPackedAlreadyIsLeftAsItIs(t *testing.T) {
	for contentType, body := range map[string][]byte{"text/html": []byte("short"), "image/png": long, "font/woff2": long} {
		a := newAnswer(Content{Type: contentType, Body: body}, Brotli, thorough)
		if !bytes.Equal(a.body, body) {
			t.Errorf("%s is packed", contentType)
		}
	}
}

func TestWhatElseAnAnswerSaysIsSaidAlsoWhenNothingChanged(t *testing.T) {
	a := newAnswer(Content{Type: "text/html", Body: long, Header: http.Header{"Cache-Control": {"no-cache"}, "Vary": {"Accept"}}}, Gzip, thorough)
	r := asking(t)
	r.Header.Set("If-None-Match", a.tag)
	for _, r := range []*http.Request{asking(t), r} {
		got := give(t, a, r)
		if h := got.Header; h.Get("Cache-Control") != "no-cache" || !slices.Equal(h.Values("Vary"), []string{"Accept", "Accept-Encoding"}) {
			t.Errorf("%d comes with %v", got.StatusCode, h)
		}
	}
}

func TestAddingAHeaderChangesNoOtherAnswer(t *testing.T) {
	a := newAnswer(Content{Type: "text/html", Body: long}, Gzip, thorough)
	w := httptest.NewRecorder()
	no(t, a.Write(w, asking(t), http.StatusOK))
	w.Header().Add("Vary", "Accept")
	w.Header().Add("Content-Type", "mine")
	got := give(t, a, asking(t))
	if h := got.Header; len(h.Values("Vary")) != 1 || len(h.Values("Content-Type")) != 1 {
		t.Errorf("another answer has %v", h)
	}
}

func TestWhatIsSentToOneVisitorIsPackedForThem(t *testing.T) {
	for accept, want := range map[string]string{"gzip, br": "gzip", "zstd, br": "zstd", "br": "", "": ""} {
		w := httptest.NewRecorder()
		no(t, Send(w, asking(t, accept), http.StatusOK, "text/html", long))
		got := w.Result()
		if h := got.Header; h.Get("Content-Encoding") != want || h.Get("Vary") != "Accept-Encoding" || h.Get("Content-Length") != strconv.Itoa(w.Body.Len()) {
			t.Errorf("%q is answered with %v", accept, h)
		}
		if body := unpack(t, want, got.Body); !bytes.Equal(body, long) {
			t.Errorf("%q unpacks to %q", accept, body)
		}
	}
}

func TestAFileIsPackedOnceForEachEncoding(t *testing.T) {
	whole := NewWhole("text/css", long)
	for _, encoding := range []string{"", "gzip", "br", "zstd"} {
		w := httptest.NewRecorder()
		no(t, whole.Write(w, asking(t, encoding)))
		if w.Header().Get("Content-Encoding") != encoding || !bytes.Equal(unpack(t, encoding, w.Body), long) {
			t.Errorf("%q is answered with %v", encoding, w.Header())
		}
		if first, again := whole[Encoding(encoding)](), whole[Encoding(encoding)](); first != again {
			t.Errorf("%q is packed twice", encoding)
		}
	}
}
