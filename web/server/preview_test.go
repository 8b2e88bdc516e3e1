package server_test

import (
	"bytes"
	"image/png"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

var pictureOf = regexp.MustCompile(`property="og:image" content="http://[^/"]+([^"]+)"`)

// picture is the address of the picture that a page names.
func (r reply) picture(t *testing.T) string {
	t.Helper()
	found := pictureOf.FindStringSubmatch(r.body)
	if found == nil {
		t.Fatalf("%s names no picture", r.Request.URL.Path)
	}
	return found[1]
}

func TestAPageThatIsPassedOnSaysItsAddressWithoutParameters(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	_, one := v.shares("profile", "Ada")
	_, two := h.visitor(t).shares("profile", "Ben")
	for _, path := range []string{"/", "/guide", "/method", "/privacy", "/compare/" + id(one) + "/" + id(two)} {
		for _, reader := range []*visitor{v, h.visitor(t)} { // v has a result, and another first page
			reader.get(path+"?utm_source=chat&role=x").has(t, `<link rel="canonical" href="`+h.URL+path+`">`, `property="og:url" content="`+h.URL+path+`"`, `name="description"`)
		}
	}
	if page := v.get("/compare"); strings.Contains(page.body, "canonical") {
		t.Error("a form has an address to pass on")
	}
}

func TestThePictureOfAPageIsInItsLanguage(t *testing.T) {
	h := open(t)
	_, one := h.visitor(t).shares("profile", "Ada")
	_, two := h.visitor(t).shares("profile", "Ben")
	for _, path := range []string{"/", "/guide", "/method", "/privacy", "/compare/" + id(one) + "/" + id(two)} {
		seen := map[string]bool{}
		for _, language := range []string{"en", "de"} {
			at := h.visitor(t).getAs(path, "Accept-Language", language).picture(t)
			picture := h.visitor(t).getAs(at, "Accept-Language", "fr").want(t, http.StatusOK) // whoever asks
			config, err := png.DecodeConfig(bytes.NewReader([]byte(picture.body)))
			if err != nil || config.Width != 1200 || config.Height != 630 || len(picture.body) > 100_000 || picture.Header.Get("Content-Type") != "image/png" {
				t.Errorf("%s is %d × %d with %d bytes: %v", at, config.Width, config.Height, len(picture.body), err)
			}
			h.visitor(t).getAs(at, "If-None-Match", picture.Header.Get("ETag")).want(t, http.StatusNotModified)
			seen[picture.body] = true
		}
		if len(seen) != 2 {
			t.Errorf("%s has the same picture in both languages", path)
		}
	}
	for _, path := range []string{"/picture/home.fr.png", "/picture/admin.en.png", "/picture/.en.png", "/picture/home.png"} {
		h.visitor(t).get(path).want(t, http.StatusNotFound)
	}
}

func TestAComparisonWithALinkThatWasTakenBackHasNoPicture(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, one := v.shares("profile", "Ada")
	_, two := h.visitor(t).shares("profile", "Ben")
	path := "/compare/" + id(one) + "/" + id(two)
	picture := v.get(path).picture(t)
	v.get(picture).want(t, http.StatusOK)
	v.post(result+"/share/removal", "share", id(one)).want(t, http.StatusSeeOther)
	v.get(picture).want(t, http.StatusGone)
	v.get("/compare/"+id(two)+"/"+strings.Repeat("A", 24)+"/card.en.png").want(t, http.StatusNotFound)
	v.get("/compare/"+id(two)+"/card.en.png").want(t, http.StatusUnprocessableEntity)
	v.get(path+"/card.fr.png").want(t, http.StatusNotFound)
	_, secret := h.visitor(t).shares("verdict", "Cem")
	v.get("/compare/"+id(two)+"/"+id(secret)+"/card.en.png").want(t, http.StatusUnprocessableEntity)
}

func TestAForeignHostNameStaysInNoPictureAndInNobodyElsesPage(t *testing.T) {
	h := open(t)
	foreign, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, h.URL+"/guide", nil)
	foreign.Host = "elsewhere.example"
	if page := h.visitor(t).do(foreign).want(t, http.StatusOK); !strings.Contains(page.body, `href="http://elsewhere.example/guide"`) {
		t.Error("the page has another address than its visitor used")
	}
	if page := h.visitor(t).get("/guide"); strings.Contains(page.body, "elsewhere.example") {
		t.Error("a visitor is told the address another one used")
	}
}

func TestAResultThatIsPrivateHasNoPreview(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	page := v.get(v.finish())
	for _, told := range []string{"og:", "canonical", "twitter:"} {
		if strings.Contains(page.body, told) {
			t.Errorf("it has %s", told)
		}
	}
}
