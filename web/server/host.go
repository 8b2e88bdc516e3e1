package server

import (
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"whichpm/web/page"
)

// namedHost refuses a Host that no browser sends: pages name it in links, and
// what is kept in memory is kept by it.
func namedHost(p page.Responder) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !isHost(r.Host) {
				p.Fail(w, r, page.ErrHost)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// The most characters of a name of a host, of each of its parts, and of a port
// with its colon.
const (
	maxHostName  = 253
	maxHostLabel = 63
	maxPort      = 6
)

// isHost reports whether the text is a name or an address of a host, with or
// without a port, or nothing, as health checks over HTTP/1.0 have it. Names in
// a network of containers may have underscores.
func isHost(host string) bool {
	if host == "" {
		return true
	}
	if len(host) > maxHostName+maxPort {
		return false
	}
	name := (&url.URL{Host: host}).Hostname()
	if strings.HasPrefix(host, "[") {
		address, err := netip.ParseAddr(name)
		return err == nil && address.Is6() && address.Zone() == ""
	}
	name = strings.TrimSuffix(name, ".")
	if len(name) > maxHostName {
		return false
	}
	for label := range strings.SplitSeq(name, ".") {
		if label == "" || len(label) > maxHostLabel || strings.ContainsFunc(label, notInHostName) {
			return false
		}
	}
	return true
}

func notInHostName(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '-', r == '_':
		return false
	}
	return true
}
