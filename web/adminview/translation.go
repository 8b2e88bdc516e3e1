package adminview

import (
	"maps"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// Translations says of each language what is translated and what is missing.
func Translations(f Form) templ.Component {
	return translations(f.At(f.Say("adminframe.translations"), site.AdminTranslations))
}

// Translation is the editor of a part in a language.
func Translation(f Form, language, part string) templ.Component {
	p := translationPage{Tag: language}
	parts := f.Version.TranslationPartsIn(f.Localize, language)
	for i, candidate := range parts {
		if candidate.Key != part {
			continue
		}
		p.Part = candidate
		if i+1 < len(parts) {
			p.Next = parts[i+1]
		}
	}
	saved := url.Values{}
	for _, t := range p.Part.Texts {
		saved.Set(p.field(t), t.Text)
	}
	if p.Part.Count().Reviewed() {
		saved.Set(p.reviewed(), "on")
	}
	return translation(f.holding(saved).At(p.title(f.Language), site.AdminTranslations), p)
}

// translationPage is a part in a language.
type translationPage struct {
	Tag  string // of the language
	Part quiz.TranslationPart
	Next quiz.TranslationPart // the zero part after the last one
}

func (p translationPage) title(l words.Language) string { return textIn(l, p.Part.Name, p.Tag) }

// textIn names a text in a language: "Question 2 in German".
func textIn(l words.Language, text, tag string) string {
	return l.Say("admintranslations.text_in", "text", text, "language", languageName(l, tag))
}

func languageName(l words.Language, tag string) string { return l.Localize(quiz.LanguageTag(tag)) }

// The names of the controls.
func (p translationPage) at() string                          { return "translations." + p.Tag + "." }
func (p translationPage) field(t quiz.TranslationText) string { return p.at() + t.Field }
func (p translationPage) fits(t quiz.TranslationText) string  { return p.field(t) + ".fits" }
func (p translationPage) reviewed() string                    { return p.at() + p.Part.Key + ".reviewed" }

// control describes the control of a text.
func (p translationPage) control(f Form, t quiz.TranslationText) ui.FieldProps {
	text := quiz.TextFor(t.Field)
	hint := f.Say("adminform.most", "most", text.Most)
	if t.Lines {
		hint = bound(f.Language, text)
	}
	c := f.described(ui.FieldProps{Name: p.field(t), Label: textIn(f.Language, headed(t.Label), p.Tag), Hint: hint, Rows: rows(t.In)})
	maps.Copy(c.Attributes, ui.Written(p.Tag))
	return c
}

// rows is about how tall a text stands beside what it is made from.
func rows(text string) int {
	n := 1
	for line := range strings.Lines(text) {
		n += 1 + len(line)/50
	}
	return min(n, 12)
}

// toDo are the parts of a started translation that lack something.
func toDo(parts []quiz.TranslationPart) []quiz.TranslationPart {
	var lacking []quiz.TranslationPart
	for _, p := range parts {
		if !p.Count().Whole() {
			lacking = append(lacking, p)
		}
	}
	return lacking
}

// translationSummary says in one sentence how far a language is.
func translationSummary(l words.Language, c quiz.TranslationCount) string {
	return l.Say("admintranslations.summary", "n", c.Texts,
		"translated", c.Texts-c.Missing, "missing", c.Missing, "outdated", c.Outdated, "unreviewed", c.Unreviewed)
}

// headed starts a label large, where it stands alone.
func headed(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	return string(unicode.ToUpper(first)) + label[size:]
}
