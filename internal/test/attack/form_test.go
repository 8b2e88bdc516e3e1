package attack_test

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// form is what a browser would send of the form with that address, with the
// first choice where none is made; nil where there is no such form.
func (r reply) form(action string) url.Values {
	for node := range r.document().Descendants() {
		if node.Type == html.ElementNode && node.Data == "form" && attribute(node, "method") == "post" && attribute(node, "action") == action {
			return fields(node)
		}
	}
	return nil
}

func fields(form *html.Node) url.Values {
	values := url.Values{}
	for node := range form.Descendants() {
		name := attribute(node, "name")
		if name == "" || node.Type != html.ElementNode {
			continue
		}
		switch kind := attribute(node, "type"); {
		case node.Data == "textarea":
			values.Add(name, strings.TrimPrefix(raw(node), "\n"))
		case node.Data == "select":
			values.Add(name, chosen(node))
		case kind == "radio" && (has(node, "checked") || !values.Has(name)):
			values.Set(name, attribute(node, "value"))
		case kind == "radio":
		case kind == "checkbox" && !has(node, "checked"):
		case node.Data == "input":
			values.Add(name, attribute(node, "value"))
		}
	}
	return values
}

func chosen(list *html.Node) string {
	value, first := "", true
	for option := range list.Descendants() {
		if option.Data == "option" && (first || has(option, "selected")) {
			value, first = attribute(option, "value"), false
		}
	}
	return value
}

func raw(node *html.Node) string {
	var b strings.Builder
	for n := range node.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

func attribute(node *html.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(node *html.Node, key string) bool {
	for _, a := range node.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
