// Package static holds the style sheet, the script, the font and the icon.
// Every file is served under a name that carries a hash of its content, so
// that a browser may keep it for ever. It knows no page.
package static

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"path"
	"regexp"
	"strings"

	"whichpm/web/site"
	"whichpm/web/wire"
)

//go:embed app.css app.js admin.css admin.js passkey.js favicon.svg inter-latin.woff2 OFL.txt
var files embed.FS

// served lists the files with their types. A file comes after the ones its
// text names, because their hashes become part of it.
var served = []struct{ name, contentType string }{
	{"inter-latin.woff2", "font/woff2"},
	{"favicon.svg", "image/svg+xml"},
	{"OFL.txt", "text/plain; charset=utf-8"},
	{"app.js", "text/javascript; charset=utf-8"},
	{"app.css", "text/css; charset=utf-8"},
	{"admin.js", "text/javascript; charset=utf-8"},
	{"passkey.js", "text/javascript; charset=utf-8"},
	{"admin.css", "text/css; charset=utf-8"},
}

var (
	urls   = map[string]string{} // by plain name
	byPath = map[string]wire.Whole{}
)

func init() {
	for _, s := range served {
		body, err := files.ReadFile(s.name)
		if err != nil { // the file is part of the program
			panic(err)
		}
		switch path.Ext(s.name) {
		case ".css":
			body = bare(linkFont(body), cssComment)
		case ".js":
			body = bare(body, jsComment)
		}
		url := site.Static + "/" + hashedName(s.name, body)
		urls[s.name] = url
		byPath[url] = wire.NewWhole(s.contentType, body)
	}
}

// linkFont makes the style sheet ask for the font by its hashed name, which
// lies in the same folder.
func linkFont(css []byte) []byte {
	const name = "inter-latin.woff2"
	return []byte(strings.ReplaceAll(string(css), "url("+name+")", "url("+path.Base(urls[name])+")"))
}

// What is written for those who read the files in this repository, and is a
// tenth of what a first visit receives.
var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	jsComment  = regexp.MustCompile(`(?m)^[ \t]*//.*$`)
	margin     = regexp.MustCompile(`\s*\n\s*`)
)

// bare is a file without its comments and without the space at both ends of a
// line.
func bare(body []byte, comment *regexp.Regexp) []byte {
	return bytes.TrimSpace(margin.ReplaceAll(comment.ReplaceAll(body, nil), []byte("\n")))
}

func hashedName(name string, body []byte) string {
	sum := sha256.Sum256(body)
	extension := path.Ext(name)
	return strings.TrimSuffix(name, extension) + "." + hex.EncodeToString(sum[:4]) + extension
}

// URL returns the address of a file by its plain name: "app.css". A name that
// is not served panics, because the caller wrote it.
func URL(name string) string {
	url, ok := urls[name]
	if !ok {
		panic(fmt.Sprintf("static: no file %q", name))
	}
	return url
}

// Handler serves the files under their hashed names and answers 404 to any
// other path.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f, ok := byPath[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
			return
		}
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		_ = f.Write(w, r) // it never fails
	})
}
