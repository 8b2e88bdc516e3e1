package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"whichpm/internal/quiz"
)

// filled is everything the form of that address holds on the page.
func (r reply) filled(action string) url.Values {
	document, err := html.Parse(strings.NewReader(r.body))
	if err != nil {
		return nil
	}
	values := url.Values{}
	for form := range document.Descendants() {
		if form.Data != "form" || attribute(form, "action") != action {
			continue
		}
		for node := range form.Descendants() {
			name := attribute(node, "name")
			switch {
			case name == "" || node.Type != html.ElementNode:
			case node.Data == "textarea":
				values.Add(name, rawText(node)) // without the line end that HTML takes away
			case node.Data == "select":
				for option := range node.Descendants() {
					if _, chosen := attributes(option)["selected"]; chosen {
						values.Add(name, attribute(option, "value"))
					}
				}
			case attribute(node, "type") == "checkbox":
				if _, ticked := attributes(node)["checked"]; ticked {
					values.Add(name, "on")
				}
			case node.Data == "button":
			case node.Data == "input":
				values.Add(name, attribute(node, "value")) // which may come more than once
			}
		}
	}
	return values
}

func rawText(node *html.Node) string {
	var b strings.Builder
	for n := range node.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

func attributes(node *html.Node) map[string]string {
	all := map[string]string{}
	for _, a := range node.Attr {
		all[a.Key] = a.Val
	}
	return all
}

// submit sends the form of an address as the page holds it, with what is
// typed instead.
func (v *visitor) submit(page, action string, typed ...string) reply {
	v.t.Helper()
	values := v.get(page).want(v.t, http.StatusOK).filled(action)
	for i := 0; i < len(typed); i += 2 {
		values.Set(typed[i], typed[i+1])
	}
	return v.send(http.MethodPost, action, "application/x-www-form-urlencoded", strings.NewReader(values.Encode()))
}

func (h *testSite) draft(t testing.TB) *quiz.Version {
	t.Helper()
	v, _, err := h.store.Draft(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v
}
