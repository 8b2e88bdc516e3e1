package content

import (
	"strings"

	"whichpm/internal/quiz"
)

// States of a text in another language, in files for translators.
const (
	stateMissing  = "missing"  // nobody has translated it
	stateOutdated = "outdated" // the text it was made from has changed
	stateUnread   = "unread"   // translated, and read by no native speaker
	stateReviewed = "reviewed" // also read by one
)

func stateOf(t quiz.TranslationText) string {
	switch {
	case t.Missing():
		return stateMissing
	case t.Outdated():
		return stateOutdated
	case !t.Reviewed:
		return stateUnread
	}
	return stateReviewed
}

// TranslationCSV lists the texts that takers read and what they are in a language,
// for a translator who works in a spreadsheet. Only the column of the language and
// the state are read back.
func TranslationCSV(v *quiz.Version, language string, sheet Sheet) []byte {
	rows := [][]string{{"field", "where", textColumn + v.BaseLanguage(), textColumn + language, "state"}}
	for _, part := range v.TranslationParts(language) {
		for _, t := range part.Texts {
			rows = append(rows, []string{t.Field, Cell(part.Name + ": " + t.Label), Cell(t.In), Cell(t.Text), stateOf(t)})
		}
	}
	return sheet.Write(rows)
}

const textColumn = "text_"

// translationsOver takes the texts of a language from a table that TranslationCSV
// wrote.
func translationsOver(t table, base *quiz.Version) (*quiz.Version, []Located) {
	source := textColumn + base.BaseLanguage()
	var into string
	for _, name := range t.names {
		if language, ok := strings.CutPrefix(name, textColumn); ok && name != source {
			into = language
		}
	}
	r := returned{v: base.Clone(), language: into}
	if !r.begin(1) {
		return nil, r.found
	}
	if !t.has(source) {
		return nil, []Located{located(1, source, "table_column", "it", source)}
	}
	for _, row := range t.rows {
		r.take(row.line, t.of(row, "field"), t.of(row, source), t.of(row, textColumn+into), t.of(row, "state"))
	}
	return r.checked(base)
}
