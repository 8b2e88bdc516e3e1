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

func (f *flat) about(v *Version) {
	f.begin("", Say("adminframe.about", "About the quiz"))
	if v.Language != "" {
		f.add("language", ownLabel("language", "language it is written in"), v.Language)
	}
	f.texts(v.About.Texts())
	if v.About.NoJobs {
		f.add("about.no_jobs", ownLabel("no_jobs", "the roles are jobs"), f.localize(ownLabel("no", "no")))
	}
}

func (f *flat) settings(s Settings) {
	f.begin("", Say("adminframe.settings", "Settings"))
	f.number("settings.discrimination", shared("setting.discrimination", "discrimination"), s.Discrimination)
	f.number("settings.noise", shared("setting.noise", "noise of an answer"), s.Noise)
	f.number("settings.correlation", shared("setting.correlation", "correlation of the dimensions"), s.Correlation)
	f.number("settings.discount", shared("setting.discount", "share of the evidence that counts"), s.Discount)
	f.number("settings.balanced_below", shared("setting.balanced", "balanced below"), s.BalancedBelow)
	f.number("settings.clear_from", shared("setting.clear", "clear from"), s.ClearFrom)
	f.number("settings.min_answers", shared("setting.answers", "answers needed for a verdict"), float64(s.MinAnswers))
	f.number("settings.min_dimensions", shared("setting.dimensions", "dimensions needed for a verdict"), float64(s.MinDimensions))
	f.number("settings.short_min_asked", shared("setting.short", "questions the short form asks at least"), float64(s.ShortMinAsked))
	f.number("settings.short_flip_stop", shared("setting.stop", "chance of a flip at which the short form stops"), s.ShortFlipStop)
	f.number("settings.short_headline_stop", shared("setting.steady", "chance of another headline at which the short form stops"), s.ShortHeadlineStop)
	f.number("settings.full_by_lot", shared("setting.lot", "share of people asked everything by lot"), s.FullByLot)
}
