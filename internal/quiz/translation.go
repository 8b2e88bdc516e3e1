package quiz

// TranslationNote is what a reader of a translated version should know about
// it, "" in the language the version was written in.
func (v *Version) TranslationNote() string { return v.translationNote }
