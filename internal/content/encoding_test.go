package content

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"
)

// saved is a content file with umlauts as another program would save it.
func saved(t *testing.T, encode func(text string) []byte) []byte {
	t.Helper()
	body, err := Format(First())
	if err != nil {
		t.Fatal(err)
	}
	return encode(string(body))
}

func latin1(text string) []byte {
	var body []byte
	for _, r := range text {
		if r > 0xff {
			r = '?'
		}
		body = append(body, byte(r))
	}
	return body
}

func utf16File(text string) []byte {
	body := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		body = append(body, byte(unit), byte(unit>>8))
	}
	return body
}

func TestAFileThatIsNotInUTF8IsRefusedWithItsLine(t *testing.T) {
	tests := map[string]struct {
		body []byte
		line int
		says string
	}{
		"Latin-1":                  {[]byte("{\n \"title\": \"Gr\xfc\xdfe\"\n}"), 2, "another encoding"},
		"a whole file in Latin-1":  {saved(t, latin1), 0, "another encoding"},
		"UTF-16":                   {saved(t, utf16File), 1, "it is in UTF-16 now"},
		"UTF-16 without a mark":    {saved(t, utf16File)[2:], 1, "it is in UTF-16 now"},
		"a lone high surrogate":    {[]byte("{\n\n \"title\": \"a\\ud83d\"}"), 3, `\ud83d`},
		"a lone low surrogate":     {[]byte(`{"title": "\uDE00"}`), 1, `\uDE00`},
		"a surrogate and a letter": {[]byte(`{"title": "\ud83d\u0041"}`), 1, `\ud83d`},
		"two in the wrong order":   {[]byte(`{"title": "\ude00\ud83d"}`), 1, `\ude00`},
		"a surrogate at the end":   {[]byte(`{"title": "\ud83d\`), 1, `\ud83d`},
	}
	for name, test := range tests {
		found := Report(test.body)
		if len(found) == 0 || !strings.Contains(found[0].Message, test.says) || test.line > 0 && found[0].Line != test.line {
			t.Errorf("%s: reported as %v", name, found)
		}
		if _, err := Parse(test.body); err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: reads as %v", name, err)
		}
	}
}

func TestEachLineInAnotherEncodingIsNamed(t *testing.T) {
	body := saved(t, latin1)
	bad := 0
	for line := range bytes.Lines(body) {
		if strings.ContainsRune(string(line), '\ufffd') {
			bad++
		}
	}
	if found := Report(body); bad < 50 || len(found) != min(bad, maxReported+1) {
		t.Errorf("%d lines are garbled and %d problems are reported", bad, len(found))
	}
}

func TestLettersWrittenAsEscapesAreRead(t *testing.T) {
	body := saved(t, func(text string) []byte {
		return []byte(strings.Replace(text, `"title": "`, `"title": "\ud83d\ude00\u00fc\\ud83d \"\\`+`" , "license_note": "`, 1))
	})
	v, err := Parse(body)
	if err != nil {
		t.Fatal(err)
	}
	if v.Title != `😀ü\ud83d "\` {
		t.Errorf("the title is %q", v.Title)
	}
}
