package takerview

import (
	"strings"
	"unicode"
)

// Marks that keep a text from turning the direction of what is around it.
const (
	isolate    = "\u2068"
	isolateEnd = "\u2069"
)

// isolated keeps a name written from right to left in its place within an
// English sentence. Other names stay as they are.
func isolated(name string) string {
	if strings.ContainsFunc(name, fromRightToLeft) {
		return isolate + name + isolateEnd
	}
	return name
}

func fromRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
}
