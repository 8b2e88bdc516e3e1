package check

import (
	"fmt"

	"whichpm/internal/quiz"
)

// placeholder finds the words that stand where nobody has written yet.
func placeholder(s *subject) outcome {
	var o outcome
	for _, t := range s.texts() {
		o.unwritten(t.field, t.body, "Write what people are asked, or delete the question.")
	}
	for _, d := range s.Dimensions {
		at := "dimensions." + d.Key
		o.unwritten(at+".positive_pole", d.Positive, "Write what this end is called, or delete the dimension.")
		o.unwritten(at+".negative_pole", d.Negative, "Write what this end is called, or delete the dimension.")
	}
	o.value = fmt.Sprint(len(o.findings))
	return o
}

func (o *outcome) unwritten(field, body, mend string) {
	if quiz.Placeholder(body) {
		o.error(field, fmt.Sprintf("“%s” only holds the place of a text.", body), mend)
	}
}
