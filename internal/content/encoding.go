package content

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// badText lists what in a file is no text in UTF-8, a problem a line. The
// decoder of JSON would put a replacement character in its place and say
// nothing.
func badText(body []byte) []Located {
	if inUTF16(body) {
		return []Located{located(1, "", "file_utf16")}
	}
	var found []Located
	number := 0
	for line := range bytes.Lines(body) {
		number++
		switch {
		case !utf8.Valid(line):
			found = append(found, located(number, "", "file_utf8"))
		case loneSurrogate(line) != "":
			found = append(found, located(number, "", "file_surrogate", "sign", loneSurrogate(line)))
		}
	}
	return found
}

// inUTF16 sees the mark at the start, or the zeros between the letters.
func inUTF16(body []byte) bool {
	for _, start := range [][]byte{{0xff, 0xfe}, {0xfe, 0xff}, {0, '{'}, {'{', 0}, {0, '/'}, {'/', 0}} {
		if bytes.HasPrefix(body, start) {
			return true
		}
	}
	return false
}

// loneSurrogate returns the first \ud800 to \udfff of a line of JSON that has
// no partner, or "".
func loneSurrogate(line []byte) string {
	for at := 0; at < len(line); at++ {
		if line[at] != '\\' {
			continue
		}
		high, escaped := escape(line[at:])
		if !escaped { // \n, \" and \\ take two bytes
			at++
			continue
		}
		if high < 0xd800 || high > 0xdfff {
			continue
		}
		low, paired := escape(line[min(at+6, len(line)):])
		if high > 0xdbff || !paired || low < 0xdc00 || low > 0xdfff {
			return string(line[at : at+6])
		}
		at += 11
	}
	return ""
}

// escape reads \u and four hexadecimal digits at the start of a text.
func escape(text []byte) (unit uint64, ok bool) {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return 0, false
	}
	unit, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	return unit, err == nil
}

// firstBad says the first of them as an error.
func firstBad(body []byte) error {
	if found := badText(body); len(found) > 0 {
		return fmt.Errorf("read content file: line %d: %s", found[0].Line, found[0].Message)
	}
	return nil
}
