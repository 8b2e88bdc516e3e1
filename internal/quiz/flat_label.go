package quiz

import "strings"

// bounded is the label of a text that Limits bound, as its form has it.
func bounded(label string) Saying {
	return Saying{ID: "adminlabel." + strings.ReplaceAll(strings.ToLower(label), " ", "_"), Text: worded(label), Inside: true}
}

// shared is a label that another page has too.
func shared(id, label string) Saying { return Saying{ID: id, Text: label, Inside: true} }

// ownLabel is a label that only differences have.
func ownLabel(id, label string, values ...any) Saying {
	return Say("adminfields."+id, label, values...)
}

// worded starts a label small, because it follows a name.
func worded(label string) string {
	return strings.ToLower(label[:1]) + label[1:]
}

func numberedQuestion(n int) Saying { return Say("question.title", "Question {number}", "number", n) }

func numberedOption(n int) Saying { return ownLabel("option", "option {number}", "number", n) }

// numbered names what has no name while it moves by its place.
func numbered(id, word string) func(int) Saying {
	return func(n int) Saying { return ownLabel(id+"_number", word+" {number}", "number", n) }
}

func (s Spoken) labelIn(language string) Saying {
	return ownLabel("in_language", "{label} in {language}", "label", s.Label, "language", Say("adminlanguage."+language, InEnglish(language)))
}
