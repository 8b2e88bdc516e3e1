package adminview

import (
	"maps"
	"net/url"
	"slices"
)

// TypedForm is a form that came after the session had ended. The pages one
// signs in with carry it on. The zero TypedForm is none.
type TypedForm struct {
	To   string // where it was sent
	Form url.Values
}

// TypedPrefix begins the names under which a form is carried, and TypedTo
// names where it was sent.
const (
	TypedPrefix = "typed."
	TypedTo     = "typed_to"
)

// hidden are the names and values to carry, in a stable order.
func (t TypedForm) hidden() []string {
	if t.Form == nil {
		return nil
	}
	pairs := []string{TypedTo, t.To}
	for _, name := range slices.Sorted(maps.Keys(t.Form)) {
		for _, value := range t.Form[name] {
			pairs = append(pairs, TypedPrefix+name, value)
		}
	}
	return pairs
}
