package auth

import (
	"crypto/rand"
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"whichpm/internal/quiz"
)

// How long a password may be, in characters.
const (
	MinPassword = 12
	MaxPassword = 200
)

//go:embed known.txt
var knownText string

// known are passwords of twelve characters or more that people who guess try
// first, written as plain writes them.
var known = func() map[string]bool {
	list := map[string]bool{}
	for line := range strings.Lines(knownText) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			list[plain(line)] = true
		}
	}
	return list
}()

// CheckPassword returns quiz.Problems in the field password unless it may be
// the password of that admin.
func CheckPassword(password, email string) error {
	refuse := func(code string, values ...any) error {
		return quiz.Refusal("password", code, values...)
	}
	switch n, low := utf8.RuneCountInString(password), plain(password); {
	case n < MinPassword:
		return refuse("password_short", "n", MinPassword)
	case n > MaxPassword:
		return refuse("password_long", "n", MaxPassword)
	case known[low] || known[plain(bare(password))]:
		return refuse("password_known")
	case repeats(low):
		return refuse("password_repeats")
	case runs(low):
		return refuse("password_runs")
	case mostly(low, "whichpm"), mostly(low, addressWords(email)...):
		return refuse("password_mostly")
	}
	return nil
}

// TemporaryPassword makes a password somebody else reads out or sends on,
// 100 random bits.
func TemporaryPassword() string {
	text := strings.ToLower(rand.Text())
	return strings.Join([]string{text[:5], text[5:10], text[10:15], text[15:20]}, "-")
}

// plain writes a password without the changes everybody makes: capitals, and
// digits and signs that look like letters.
func plain(password string) string {
	return looksLike.Replace(strings.ToLower(strings.TrimSpace(password)))
}

var looksLike = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "@", "a", "$", "s", "!", "i", " ", "", "-", "", "_", "", ".", "")

// bare leaves out the numbers and signs put behind a password.
func bare(password string) string {
	return strings.TrimRightFunc(password, func(r rune) bool { return !unicode.IsLetter(r) })
}

// repeats reports whether it is one part of up to six characters, over and over.
func repeats(low string) bool {
	text := []rune(low)
	for size := 1; size <= 6 && size < len(text); size++ {
		same := true
		for i := size; i < len(text) && same; i++ {
			same = text[i] == text[i-size]
		}
		if same {
			return true
		}
	}
	return false
}

// rows are what fingers find by themselves, as plain writes them.
var rows = []string{
	plain("abcdefghijklmnopqrstuvwxyz"), plain("12345678901234567890"), plain("qwertyuiopasdfghjklzxcvbnm"),
	plain("qwertzuiopasdfghjklyxcvbnm"), plain("azertyuiopqsdfghjklmwxcvbn"), plain("1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"),
}

// runs reports whether it follows rows from one end to the other, in pieces
// of four characters or more.
func runs(low string) bool {
	for low != "" {
		n := longestRun(low)
		if n < 4 {
			return len(low) < 4
		}
		low = low[n:]
	}
	return true
}

// longestRun is how many bytes at the beginning follow a row, either way.
func longestRun(low string) int {
	longest := 0
	for _, row := range rows {
		for _, way := range []string{row, reversed(row)} {
			for n := longest + 1; n <= len(low) && strings.Contains(way, low[:n]); n++ {
				longest = n
			}
		}
	}
	return longest
}

func reversed(text string) string {
	var b strings.Builder
	for i := len(text) - 1; i >= 0; i-- {
		b.WriteByte(text[i])
	}
	return b.String()
}

// addressWords are what people make of their address, the longest first: all
// of it, both sides of the sign together and each by itself.
func addressWords(email string) []string {
	name, host, _ := strings.Cut(email, "@")
	place, _, _ := strings.Cut(host, ".")
	return []string{email, name + host, name + place, place + name, host, name, place}
}

// mostly reports whether half of the password or more is made of those words.
// Ones of less than four characters are in too many others.
func mostly(low string, words ...string) bool {
	left := low
	for _, word := range words {
		if word = plain(word); len(word) >= 4 {
			left = strings.ReplaceAll(left, word, "")
		}
	}
	return 2*len(left) <= len(low)
}
