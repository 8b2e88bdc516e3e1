package check

import (
	"math"
	"strings"
)

// easyGrade is the highest whole school grade that most adults read with ease.
const easyGrade = 8

// readingGrade measures a question as a whole: the formula is meant for a
// passage and jumps about on a few words.
func readingGrade(s *subject) outcome {
	if !s.readsEnglish() {
		return s.notMeasured()
	}
	var o outcome
	var all passage
	hardest := 0.0
	for _, q := range s.live {
		x := s.Questions[q]
		var p passage
		for _, t := range texts(x) {
			p.read(t.body)
		}
		hardest = max(hardest, p.grade())
		if math.Round(p.grade()) > easyGrade {
			o.advice("questions."+x.Key+".text",
				say("grade",
					"text", x.Text, "grade", digits(1, p.grade()), "easy", easyGrade),
				say("grade_fix"))
		}
		all.add(p)
	}
	o.value = say("grades", "all", digits(1, all.grade()), "hardest", digits(1, hardest))
	return o
}

// passage counts what the reading grade is made of.
type passage struct{ sentences, words, syllables int }

func (p *passage) add(other passage) {
	p.sentences += other.sentences
	p.words += other.words
	p.syllables += other.syllables
}

// read adds a text. One that trails off ("I would rather...") goes on in the
// next and does not end a sentence.
func (p *passage) read(body string) {
	body = strings.TrimSpace(body)
	trailsOff := strings.HasSuffix(body, "...") || strings.HasSuffix(body, "…")
	for sentence := range strings.FieldsFuncSeq(body, func(r rune) bool { return strings.ContainsRune(".!?;…", r) }) {
		found := words(sentence)
		if len(found) == 0 {
			continue
		}
		p.sentences++
		p.words += len(found)
		for _, word := range found {
			p.syllables += syllables(word)
		}
	}
	if trailsOff && p.sentences > 0 {
		p.sentences--
	}
}

// grade is the Flesch-Kincaid school grade: US school years, 0 for nothing.
// Source: Kincaid and others, 1975.
func (p passage) grade() float64 {
	if p.words == 0 {
		return 0
	}
	sentences, count := float64(max(p.sentences, 1)), float64(p.words)
	return max(0.39*count/sentences+11.8*float64(p.syllables)/count-15.59, 0)
}
