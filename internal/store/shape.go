package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// shape is what a database is made of: tables, indexes, triggers and views by
// what they are called, such as "the table shares", each with its parts.
type shape map[string][]string

const mostDifferences = 20

// differences lists where a database differs from what it should be made of, at
// most 20 places.
func (want shape) differences(have shape) []string {
	var found []string
	all := maps.Clone(want)
	maps.Copy(all, have)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		should, expected := want[name]
		is, there := have[name]
		switch {
		case !there:
			found = append(found, name+" is missing")
		case !expected:
			found = append(found, name+" does not belong there")
		default:
			found = append(found, partDifferences(name, should, is)...)
		}
	}
	if more := len(found) - mostDifferences; more > 0 {
		found = append(found[:mostDifferences], fmt.Sprintf("and %d more", more))
	}
	return found
}

func partDifferences(name string, should, is []string) (found []string) {
	for _, part := range should {
		if !slices.Contains(is, part) {
			found = append(found, fmt.Sprintf("%s lacks %.200q", name, part))
		}
	}
	for _, part := range is {
		if !slices.Contains(should, part) {
			found = append(found, fmt.Sprintf("%s has %.200q, which it should not", name, part))
		}
	}
	return found
}

// partsOf takes a CREATE TABLE apart: its columns and rules, and what comes
// after them. Space, comments and order do not count.
func partsOf(statement string) (parts []string) {
	depth := 0
	var part strings.Builder
	end := func() {
		if text := strings.Join(strings.Fields(part.String()), " "); text != "" {
			parts = append(parts, text)
		}
		part.Reset()
	}
	for _, word := range words(statement) {
		switch {
		case word == "(" && depth == 0, word == ")" && depth == 1, word == "," && depth == 1:
			end()
		default:
			part.WriteString(word)
		}
		switch word {
		case "(":
			depth++
		case ")":
			depth--
		}
	}
	end()
	return parts
}

// plainSQL is a statement without what does not count.
func plainSQL(statement string) string {
	return strings.Join(strings.Fields(strings.Join(words(statement), "")), " ")
}

// words are the pieces of a statement: brackets and commas, what is quoted,
// and what is between. A comment is a space.
func words(statement string) (found []string) {
	for rest := statement; rest != ""; {
		n := wordLength(rest)
		word := rest[:n]
		if strings.HasPrefix(word, "--") || strings.HasPrefix(word, "/*") {
			word = " "
		}
		found, rest = append(found, word), rest[n:]
	}
	return found
}

func wordLength(s string) int {
	until := func(end string) int {
		if n := strings.Index(s[1:], end); n >= 0 {
			return 1 + n + len(end)
		}
		return len(s)
	}
	switch {
	case strings.HasPrefix(s, "--"):
		return until("\n")
	case strings.HasPrefix(s, "/*"):
		return until("*/")
	case s[0] == '\'' || s[0] == '"' || s[0] == '`':
		return until(s[:1])
	case s[0] == '[':
		return until("]")
	case strings.ContainsRune("(),-/", rune(s[0])):
		return 1
	}
	if n := strings.IndexAny(s, "(),-/'\"`["); n > 0 {
		return n
	}
	return len(s)
}
