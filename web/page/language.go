package page

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"whichpm/web/site"
	"whichpm/web/words"
)

// languageCookie holds the language a visitor chose, such as "de". There is
// none before they choose.
const languageCookie = "whichpm_lang"

// Language is the one to answer a visitor in: the one they chose, or else the
// one their browser likes best. It says on what the answer depends.
func Language(w http.ResponseWriter, r *http.Request) words.Language {
	if !slices.Contains(w.Header().Values("Vary"), Spoken) {
		w.Header().Add("Vary", Spoken)
	}
	if chosen, err := r.Cookie(languageCookie); err == nil {
		if l, known := words.Find(chosen.Value); known {
			return l
		}
	}
	return accepted(r.Header.Get("Accept-Language"))
}

// Spoken is on what the choice of Language depends, for the header Vary.
const Spoken = "Accept-Language, Cookie"

// matched are Accept-Language headers met before: browsers send a few, again
// and again. What strangers make up cannot fill the memory.
var matched atomic.Pointer[map[string]words.Language]

const (
	mostMatched   = 256
	longestHeader = 200
)

func accepted(header string) words.Language {
	if header == "" || len(header) > longestHeader {
		return words.English
	}
	known := matched.Load()
	if known != nil {
		if l, ok := (*known)[header]; ok {
			return l
		}
	}
	l := words.Match(header)
	next := map[string]words.Language{header: l}
	if known != nil && len(*known) < mostMatched { // else it begins anew
		maps.Copy(next, *known)
	}
	matched.Store(&next) // of two at once one is forgotten, and found again
	return l
}

// SwitchLanguage keeps the language that an address names in a cookie and
// leads back to the page. The small start page in a frame has no cookie: its
// address says the language for itself.
func SwitchLanguage(public *url.URL) func(http.Handler) http.Handler {
	chosen := Cookie{Name: languageCookie, Age: 365 * 24 * time.Hour, Public: public}
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.RawQuery == "" || r.Method != http.MethodGet {
				next.ServeHTTP(w, r)
				return
			}
			query := r.URL.Query()
			l, known := words.Find(query.Get(site.LanguageParameter))
			if !known {
				next.ServeHTTP(w, r)
				return
			}
			if r.URL.Path == site.Embed {
				r.Header["Cookie"] = []string{languageCookie + "=" + l.Tag()}
				next.ServeHTTP(w, r)
				return
			}
			chosen.Set(w, r, l.Tag())
			query.Del(site.LanguageParameter)
			to := *r.URL
			to.RawQuery = query.Encode()
			w.Header().Set("Cache-Control", "no-store")
			w.Header().Set("Location", "/"+strings.TrimLeft(to.RequestURI(), "/")) // never another host
			w.WriteHeader(http.StatusSeeOther)
		})
	}
}
