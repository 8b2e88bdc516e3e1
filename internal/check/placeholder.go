package check

import "whichpm/internal/quiz"

// placeholder finds the words that stand where nobody has written yet.
func placeholder(s *subject) outcome {
	var o outcome
	for _, t := range s.texts() {
		o.unwritten(t.field, t.body, say("unwritten_question", "Write what people are asked, or delete the question."))
	}
	for _, d := range s.Dimensions {
		at, mend := "dimensions."+d.Key, say("unwritten_end", "Write what this end is called, or delete the dimension.")
		o.unwritten(at+".positive_pole", d.Positive, mend)
		o.unwritten(at+".negative_pole", d.Negative, mend)
	}
	o.value = len(o.findings)
	return o
}

func (o *outcome) unwritten(field, body string, mend quiz.Saying) {
	if quiz.Placeholder(body) {
		o.error(field, say("unwritten", "“{text}” only holds the place of a text.", "text", body), mend)
	}
}
