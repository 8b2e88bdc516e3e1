package quiz

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// MaxFind is how long what is searched for may be, in characters.
const MaxFind = 100

// FoundText is a text of a version in which something was found.
type FoundText struct {
	Part     string // where it stands, in words: "Question 2"
	Field    string // "questions.h1.text", "translations.de.questions.h1.text"
	Language string // of a translation, "" of the text itself
	Label    string // "text"
	Pieces   []Piece
}

// Piece is a stretch of a text, found or between what was found.
type Piece struct {
	Text  string
	Found bool
}

// FindIn lists the texts of a version, in reading order and then in its
// translations, that have every word of a query, whatever its case and accents.
func (v *Version) FindIn(localize Localize, query string) []FoundText {
	wanted := strings.Fields(foldWith(query).text)
	if len(wanted) == 0 {
		return nil
	}
	var found []FoundText
	add := func(f FoundText, text string) {
		if f.Pieces = pieces(text, wanted); f.Pieces != nil {
			found = append(found, f)
		}
	}
	for _, f := range flatten(v, localize) {
		if f.at.Path != "" {
			add(FoundText{Part: f.name, Field: f.field, Label: f.label}, f.value)
		}
	}
	for _, language := range slices.Sorted(maps.Keys(v.Translations)) {
		for _, s := range v.translatable(localize) {
			if t := v.Translations[language][s.Field]; t.Text != "" {
				add(FoundText{Part: s.Part, Field: "translations." + language + "." + s.Field, Language: language, Label: s.Label}, t.Text)
			}
		}
	}
	return found
}

// folded is a text without case and accents, and where each of its bytes stands
// in the text it was made from.
type folded struct {
	text string
	at   []int
}

func foldWith(text string) folded {
	var f folded
	var b strings.Builder
	for i, r := range text {
		for _, part := range norm.NFKD.String(string(r)) {
			if unicode.Is(unicode.Mn, part) {
				continue
			}
			n, _ := b.WriteRune(unicode.ToLower(part))
			for range n {
				f.at = append(f.at, i)
			}
		}
	}
	f.text, f.at = b.String(), append(f.at, len(text))
	return f
}

// pieces cuts a text where the words stand in it, nil if one of them does not.
func pieces(text string, words []string) []Piece {
	f := foldWith(text)
	var marks [][2]int
	for _, word := range words {
		from := 0
		for i := strings.Index(f.text, word); i >= 0; i = strings.Index(f.text[from:], word) {
			from += i + len(word)
			marks = append(marks, [2]int{f.at[from-len(word)], f.at[from]})
		}
		if from == 0 {
			return nil
		}
	}
	slices.SortFunc(marks, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	var list []Piece
	end := 0
	for _, m := range marks {
		if m[1] <= end {
			continue
		}
		from := max(m[0], end)
		list = append(list, Piece{Text: text[end:from]}, Piece{text[from:m[1]], true})
		end = m[1]
	}
	list = append(list, Piece{Text: text[end:]})
	return slices.DeleteFunc(list, func(p Piece) bool { return p.Text == "" })
}
