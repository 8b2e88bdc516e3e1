package ui

import (
	"strconv"
	"strings"
	"unicode"
)

// Or lists names as alternatives: "a, b or c".
func Or(names []string) string { return list(names, " or ") }

// And lists names together: "a, b and c".
func And(names []string) string { return list(names, " and ") }

func list(names []string, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	end := len(names) - 1
	return strings.Join(names[:end], ", ") + last + names[end]
}

// Inside writes a name as it stands inside a sentence: "Product management"
// becomes "product management"; "UX design" keeps its capitals.
func Inside(name string) string {
	letters := []rune(name)
	if len(letters) < 2 || !unicode.IsLower(letters[1]) {
		return name
	}
	return string(unicode.ToLower(letters[0])) + string(letters[1:])
}

// Count writes a number with its noun: Count(1, "question", "questions").
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
