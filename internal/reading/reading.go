// Package reading measures how easily a text is read: how long its sentences are
// in any language, and the school grade of English. It knows no quiz and no page.
package reading

import (
	"strconv"
	"strings"
	"unicode"
)

// Passage counts what the reading grade is made of. The formula is meant for a
// passage and jumps about on a few words.
type Passage struct{ Sentences, Words, Syllables int }

// Add joins another passage to this one.
func (p *Passage) Add(other Passage) {
	p.Sentences += other.Sentences
	p.Words += other.Words
	p.Syllables += other.Syllables
}

// Read adds a text. One that trails off ("I would rather...") goes on in the
// next and does not end a sentence.
func (p *Passage) Read(body string) {
	body = strings.TrimSpace(body)
	trailsOff := strings.HasSuffix(body, "...") || strings.HasSuffix(body, "…")
	for sentence := range strings.FieldsFuncSeq(body, func(r rune) bool { return strings.ContainsRune(".!?;…", r) }) {
		found := Words(sentence)
		if len(found) == 0 {
			continue
		}
		p.Sentences++
		p.Words += len(found)
		for _, word := range found {
			p.Syllables += syllables(word)
		}
	}
	if trailsOff && p.Sentences > 0 {
		p.Sentences--
	}
}

// Grade is the Flesch-Kincaid school grade: US school years, 0 for nothing.
// Source: Kincaid and others, 1975.
func (p Passage) Grade() float64 {
	if p.Words == 0 {
		return 0
	}
	sentences, count := float64(max(p.Sentences, 1)), float64(p.Words)
	return max(0.39*count/sentences+11.8*float64(p.Syllables)/count-15.59, 0)
}

// Words are in small letters, with a straight apostrophe.
func Words(body string) []string {
	body = strings.ReplaceAll(strings.ToLower(body), "’", "'")
	return strings.FieldsFunc(body, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
}

// Sentences takes a text apart behind each mark that ends a sentence. A
// semicolon ends none, nor does the point inside a number or an abbreviation.
func Sentences(body string) (all []string) {
	var sentence []string
	for word := range strings.FieldsSeq(body) {
		sentence = append(sentence, word)
		if ends(word) {
			all = append(all, strings.Join(sentence, " "))
			sentence = nil
		}
	}
	if len(sentence) > 0 {
		all = append(all, strings.Join(sentence, " "))
	}
	return all
}

// ends reports whether a word ends a sentence. A day of the month in German
// ("4. März") and a single letter ("z. B.") do not.
func ends(word string) bool {
	word = strings.TrimRight(word, "”“»\"')")
	stem, point := strings.CutSuffix(word, ".")
	if !point {
		return strings.HasSuffix(word, "!") || strings.HasSuffix(word, "?") || strings.HasSuffix(word, "…")
	}
	if n, err := strconv.Atoi(stem); err == nil {
		return n > 31
	}
	r := []rune(stem)
	return len(r) != 1 || !unicode.IsLetter(r[0])
}

// Length is how many words a sentence has, as somebody counts them who reads it
// aloud: what has neither letter nor digit is none.
func Length(sentence string) (n int) {
	for word := range strings.FieldsSeq(sentence) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// Longest is the longest sentence of some texts.
func Longest(texts []string) (longest string) {
	for _, text := range texts {
		for _, sentence := range Sentences(text) {
			if Length(sentence) > Length(longest) {
				longest = sentence
			}
		}
	}
	return longest
}
