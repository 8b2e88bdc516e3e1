package main

import "testing"

func TestAFrameOriginIsSchemeHostAndPort(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.org":           "https://example.org",
		" https://Example.org/ ":        "https://example.org",
		"http://localhost:8080":         "http://localhost:8080",
		"https://xn--bcher-kva.example": "https://xn--bcher-kva.example",
		"":                              "",
		"example.org":                   "",
		"*":                             "",
		"https://*":                     "",
		"https://*.example.org":         "",
		"https://":                      "",
		"https://a/b":                   "",
		"https://a?b":                   "",
		"https://me@a":                  "",
		"https://a;script-src *":        "",
		"https://a 'unsafe-inline'":     "",
		"https://a\nb":                  "",
		"ftp://a":                       "",
		"'self'":                        "",
	} {
		var origin frameOrigin
		if err := origin.UnmarshalText([]byte(text)); string(origin) != want || (err != nil) != (want == "") {
			t.Errorf("%q is read as %q with %v", text, origin, err)
		}
	}
}
