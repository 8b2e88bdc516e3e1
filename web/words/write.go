package words

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"whichpm/internal/quiz"
)

// Whole writes a whole number; from five digits on they are grouped.
func (l Language) Whole(n int64) string {
	text := strconv.FormatInt(n, 10)
	if -10_000 < n && n < 10_000 {
		return text
	}
	sign := ""
	if n < 0 {
		sign, text = "-", text[1:]
	}
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + l.words().thousands + text[at:]
	}
	return sign + text
}

// DecimalComma says whether numbers have a comma where English has a point.
func (l Language) DecimalComma() bool { return l.words().decimal == "," }

// Decimal writes a number with the digits that tell, four at most.
func (l Language) Decimal(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'g', 4, 64), ".", l.words().decimal, 1)
}

// Fixed writes a number with so many digits after the point and a true minus.
func (l Language) Fixed(x float64, digits int) string {
	text := strconv.FormatFloat(math.Abs(x), 'f', digits, 64)
	sign := ""
	if x < 0 && strings.Trim(text, "0.") != "" {
		sign = "−"
	}
	return sign + strings.Replace(text, ".", l.words().decimal, 1)
}

// exact writes a number with all its digits, whole ones as Whole does.
func (l Language) exact(x float64) string {
	if x == math.Trunc(x) && math.Abs(x) < 1e15 {
		return l.Whole(int64(x))
	}
	return strings.Replace(strconv.FormatFloat(x, 'f', -1, 64), ".", l.words().decimal, 1)
}

// Percent writes a share in whole percent.
func (l Language) Percent(share float64) string {
	return strconv.Itoa(int(math.Round(100*share))) + "\u00a0%"
}

// Date writes a day as people say it, in UTC.
func (l Language) Date(t time.Time) string {
	t = t.UTC()
	month := l.Say("date.month" + strconv.Itoa(int(t.Month())))
	return l.Say("date.day", "day", strconv.Itoa(t.Day()), "month", month, "year", strconv.Itoa(t.Year()))
}

// DayUTC is Date where it is not said elsewhere that days are those of UTC.
func (l Language) DayUTC(t time.Time) string { return l.Say("date.utc", "day", l.Date(t)) }

// Or lists names as alternatives: "a, b or c".
func (l Language) Or(names []string) string { return list(names, l.Say("list.or")) }

// And lists names together: "a, b and c".
func (l Language) And(names []string) string { return list(names, l.Say("list.and")) }

func list(names []string, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	end := len(names) - 1
	return strings.Join(names[:end], ", ") + " " + last + " " + names[end]
}

// Inside writes a name as it stands inside a sentence: "Product management"
// becomes "product management"; "UX design" keeps its capitals, and so does a
// noun where the language writes nouns so.
func (l Language) Inside(name string) string {
	letters := []rune(name)
	if l.words().nounsStay || len(letters) < 2 || !unicode.IsLower(letters[1]) {
		return name
	}
	return string(unicode.ToLower(letters[0])) + string(letters[1:])
}

// RoleInside writes the name of one of the roles with these keys as it stands
// inside a sentence: as it was written, but for the roles the quiz began with.
func (l Language) RoleInside(keys []string, name string) string {
	if quiz.NamesSmallInside(keys) {
		return l.Inside(name)
	}
	return name
}

// Ends names the two ends of a dimension: "Setting direction or making the
// plan work".
func (l Language) Ends(positive, negative string) string {
	if inside := l.Inside(negative); inside != negative {
		return positive + " " + l.Say("list.or") + " " + inside
	}
	return positive + " / " + negative // which keeps a capital inside a sentence
}
