package check

import (
	"math"

	"whichpm/internal/reading"
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
	var all reading.Passage
	hardest := 0.0
	for _, q := range s.live {
		x := s.Questions[q]
		var p reading.Passage
		for _, t := range texts(x) {
			p.Read(t.body)
		}
		hardest = max(hardest, p.Grade())
		if math.Round(p.Grade()) > easyGrade {
			o.advice("questions."+x.Key+".text",
				say("grade",
					"text", x.Text, "grade", digits(1, p.Grade()), "easy", easyGrade),
				say("grade_fix"))
		}
		all.Add(p)
	}
	o.value = say("grades", "all", digits(1, all.Grade()), "hardest", digits(1, hardest))
	return o
}
