package quiz

// shared is a label that another page has too.
func shared(id, label string) Message { return Message{ID: id, Text: label, Inside: true} }

// ownLabel is a label that only differences have.
func ownLabel(id, label string, values ...any) Message {
	return Say("adminfields."+id, label, values...)
}

func numberedQuestion(n int) Message { return Say("question.title", "Question {number}", "number", n) }

func numberedOption(n int) Message { return ownLabel("option", "option {number}", "number", n) }

// numbered names what has no name while it moves by its place.
func numbered(id, word string) func(int) Message {
	return func(n int) Message { return ownLabel(id+"_number", word+" {number}", "number", n) }
}

func (s Translatable) labelIn(language string) Message {
	return ownLabel("in_language", "{label} in {language}", "label", s.Label, "language", LanguageTag(language))
}
