package content

import "bytes"

// withoutComments is a content file as plain JSON: comments, // to the end of
// the line and /* to */, become spaces, and so do commas before a closing
// bracket. Every other byte stays where it is, so that what is wrong with the
// file keeps its line. A file that is damaged in another way is damaged as
// before, and a comment without an end is none.
func withoutComments(body []byte) []byte {
	body = bytes.Clone(body)
	comma := -1 // with nothing behind it yet
	for at := 0; at < len(body); at++ {
		switch body[at] {
		case '"':
			at, comma = endOfText(body, at), -1
		case ',':
			comma = at
		case ']', '}':
			if comma >= 0 {
				body[comma] = ' '
			}
			comma = -1
		case ' ', '\t', '\r', '\n':
		case '/':
			end := endOfComment(body, at)
			if end == at { // no comment
				comma = -1
				continue
			}
			blank(body[at:end])
			at = end - 1
		default:
			comma = -1
		}
	}
	return body
}

// endOfText is the closing quotation mark of the text that begins at a place,
// or the last byte.
func endOfText(body []byte, at int) int {
	for at++; at < len(body); at++ {
		switch body[at] {
		case '\\':
			at++
		case '"', '\n': // no text of JSON goes over a line
			return at
		}
	}
	return len(body) - 1
}

// endOfComment is where the comment that begins at a place is over, or the
// place itself where none begins.
func endOfComment(body []byte, at int) int {
	rest := body[at:]
	switch {
	case bytes.HasPrefix(rest, []byte("//")):
		if length := bytes.IndexByte(rest, '\n'); length >= 0 {
			return at + length
		}
		return len(body)
	case bytes.HasPrefix(rest, []byte("/*")):
		if length := bytes.Index(rest[2:], []byte("*/")); length >= 0 {
			return at + 2 + length + 2
		}
	}
	return at
}

// blank keeps only the ends of lines.
func blank(comment []byte) {
	for i, c := range comment {
		if c != '\n' && c != '\r' {
			comment[i] = ' '
		}
	}
}
