package adminview

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/ui"
)

// Translations says of each language what is translated and what is missing.
func Translations(f Form) templ.Component {
	return translations(f.At("Translations", site.AdminTranslations))
}

// Translation is the editor of a part in a language.
func Translation(f Form, language, part string) templ.Component {
	p := translationPage{Tag: language}
	parts := f.Version.TranslationParts(language)
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
	if c := p.Part.Count(); c.Started() && c.Unreviewed == 0 {
		saved.Set(p.reviewed(), "on")
	}
	return translation(f.Holding(saved).At(p.title(), site.AdminTranslations), p)
}

// translationPage is a part in a language.
type translationPage struct {
	Tag  string // of the language
	Part quiz.TranslationPart
	Next quiz.TranslationPart // the zero part after the last one
}

func (p translationPage) title() string { return p.Part.Name + " in " + quiz.InEnglish(p.Tag) }

// The names of the controls.
func (p translationPage) at() string                          { return "translations." + p.Tag + "." }
func (p translationPage) field(t quiz.TranslationText) string { return p.at() + t.Field }
func (p translationPage) fits(t quiz.TranslationText) string  { return p.field(t) + ".fits" }
func (p translationPage) reviewed() string                    { return p.at() + p.Part.Key + ".reviewed" }

// control describes the control of a text.
func (p translationPage) control(f Form, t quiz.TranslationText) ui.FieldProps {
	limit := quiz.LimitFor(t.Field)
	hint := fmt.Sprintf("At most %d characters.", limit.Most)
	if t.Lines {
		hint = fmt.Sprintf("One entry a line, at most %d lines of %d characters.", quiz.MaxLines, limit.Most)
	}
	c := f.described(ui.FieldProps{Name: p.field(t), Label: capital(t.Label) + " in " + quiz.InEnglish(p.Tag), Hint: hint, Rows: rows(t.In)})
	c.Attributes["lang"] = p.Tag
	return c
}

// rows is about how tall a text stands beside its English.
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
func translationSummary(c quiz.TranslationCount) string {
	return fmt.Sprintf("%s: %d translated, %d missing, %d outdated, %d not yet reviewed.",
		ui.Count(c.Texts, "text", "texts"), c.Texts-c.Missing, c.Missing, c.Outdated, c.Unreviewed)
}
