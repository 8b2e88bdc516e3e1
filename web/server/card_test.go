package server_test

import (
	"bytes"
	"image/png"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestALinkPreviewHasAPicture(t *testing.T) {
	h := open(t)
	_, shared := h.visitor(t).shares("profile", "Ada")
	v := h.visitor(t)
	page := v.get(shared).want(t, http.StatusOK)
	if !strings.Contains(page.body, `property="og:image" content="`+h.URL+shared+`/card.png"`) {
		t.Error("the page does not name the picture")
	}
	picture := v.get(shared+"/card.png").want(t, http.StatusOK)
	config, err := png.DecodeConfig(bytes.NewReader([]byte(picture.body)))
	if err != nil || config.Width != 1200 || config.Height != 630 || len(picture.body) > 100_000 {
		t.Errorf("the picture is %d × %d with %d bytes: %v", config.Width, config.Height, len(picture.body), err)
	}
	if picture.Header.Get("Content-Type") != "image/png" || picture.Header.Get("X-Robots-Tag") != "noindex" {
		t.Errorf("headers are %v", picture.Header)
	}
	again, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, h.URL+shared+"/card.png", nil)
	again.Header.Set("If-None-Match", picture.Header.Get("ETag"))
	v.do(again).want(t, http.StatusNotModified)
}

func TestARevokedLinkHasNoPicture(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, shared := v.shares("profile", "ליאורה")
	v.get(shared+"/card.png").want(t, http.StatusOK)
	v.post(result+"/share/removal", "share", id(shared))
	v.get(shared+"/card.png").want(t, http.StatusGone)
	v.get("/r/"+strings.Repeat("A", 24)+"/card.png").want(t, http.StatusNotFound)
}

func TestAForeignHostNameDoesNotStayInThePicture(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, one := v.shares("profile", "Ada")
	h.wait(time.Second)
	v.post(result+"/share", "scope", "profile", "name", "Ada")
	other := sharedLink(t, h, v.get(result).body)
	foreign, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, h.URL+one+"/card.png", nil)
	foreign.Host = "elsewhere.example"
	if first, second := v.do(foreign).want(t, http.StatusOK).body, v.get(other+"/card.png").body; first != second {
		t.Error("the picture depends on the address its first visitor gave")
	}
}
