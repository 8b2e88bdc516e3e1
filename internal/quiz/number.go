package quiz

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// What a field for a number cannot take.
var (
	ErrNoNumber = errors.New("this is no number")
	ErrNotWhole = errors.New("this is no whole number")
)

// TwoNumbers refuses what people read in two ways: “1,000” is a thousand to
// some and one to others.
type TwoNumbers struct{ Large, Small Number }

func (e *TwoNumbers) Error() string {
	return fmt.Sprintf("this can mean %s or %s", e.Large, e.Small)
}

// ReadNumber reads a number as people write it, in any language: with a point
// or a comma, a minus of any kind, and signs or spaces that group digits by
// three where they can mean nothing else. It returns ErrNoNumber or TwoNumbers.
func ReadNumber(typed string) (float64, error) {
	minus, text := cutSign(strings.TrimSpace(typed))
	whole, fraction, marked := cutFraction(text)
	digits, ok := ungroup(whole)
	if !ok || !areDigits(fraction) || digits+fraction == "" {
		return 0, ErrNoNumber
	}
	x, err := strconv.ParseFloat("0"+digits+"."+fraction+"0", 64)
	if err != nil {
		return 0, ErrNoNumber
	}
	if marked && whole == digits && len(whole) <= 3 && len(fraction) == 3 && whole != "" && whole[0] != '0' {
		return 0, &TwoNumbers{Number{X: signed(minus, math.Round(x*1000))}, plainNumber(signed(minus, x))}
	}
	return signed(minus, x), nil
}

// ReadWhole reads a whole number. It also returns ErrNotWhole.
func ReadWhole(typed string) (int, error) {
	x, err := ReadNumber(typed)
	switch {
	case err != nil:
		return 0, err
	case x != math.Trunc(x):
		return 0, ErrNotWhole
	case math.Abs(x) > 1<<53:
		return 0, ErrNoNumber
	}
	return int(x), nil
}

// plainNumber has as many digits as x needs, but never three: ReadNumber reads it back.
func plainNumber(x float64) Number {
	_, fraction, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	digits := max(1, len(fraction))
	if digits == 3 {
		digits = 4
	}
	return Number{X: x, Digits: digits}
}

// FieldNumber is a number as a field shows it: ReadNumber gives back the same.
func FieldNumber(x float64) Number {
	if x == math.Trunc(x) {
		return Number{X: x}
	}
	return plainNumber(x)
}

func signed(minus bool, x float64) float64 {
	if minus {
		return -x
	}
	return x
}

// cutSign takes the sign off, and the space some write behind it.
func cutSign(text string) (minus bool, rest string) {
	if rest, plus := strings.CutPrefix(text, "+"); plus {
		return false, strings.TrimSpace(rest)
	}
	for _, sign := range []string{"-", "−", "–", "‐", "‑"} {
		if rest, minus := strings.CutPrefix(text, sign); minus {
			return true, strings.TrimSpace(rest)
		}
	}
	return false, text
}

// cutFraction cuts at the sign before the fraction: the last point or comma,
// unless it comes more than once, as only signs between groups do.
func cutFraction(text string) (whole, fraction string, marked bool) {
	at := strings.LastIndexAny(text, ".,")
	if at < 0 || strings.Count(text, text[at:at+1]) > 1 {
		return text, "", false
	}
	return text[:at], text[at+1:], true
}

// ungroup takes out what groups digits by three: one sign, everywhere the same.
func ungroup(text string) (digits string, ok bool) {
	if areDigits(text) {
		return text, true
	}
	at := strings.IndexFunc(text, func(r rune) bool { return !isDigit(r) })
	sign := []rune(text[at:])[0]
	if !unicode.IsSpace(sign) && !strings.ContainsRune(".,'’", sign) {
		return "", false
	}
	groups := strings.Split(text, string(sign))
	ok = 1 <= len(groups[0]) && len(groups[0]) <= 3 && groups[0][0] != '0' &&
		!slices.ContainsFunc(groups[1:], func(g string) bool { return len(g) != 3 })
	digits = strings.Join(groups, "")
	return digits, ok && areDigits(digits)
}

func areDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
