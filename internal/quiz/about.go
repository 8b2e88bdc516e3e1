package quiz

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// About is what a quiz says of itself. With the zero value pages say what they
// said before versions could: that the roles are jobs, and that the quiz asks
// how somebody likes to work.
type About struct {
	Lead       string   `json:"lead,omitempty"`        // what it asks and shows, on its first page
	RestsOn    string   `json:"rests_on,omitempty"`    // what its numbers rest on, beside each verdict
	Limit      string   `json:"limit,omitempty"`       // how often such a quiz can be right at best, beside each verdict
	Roles      string   `json:"roles,omitempty"`       // what the roles are called, in the plural, inside a sentence: "parties"
	Balanced   string   `json:"balanced,omitempty"`    // what a balanced verdict is called
	NoJobs     bool     `json:"no_jobs,omitempty"`     // roles are no jobs: no page asks for one, or speaks of pay, companies and hiring
	TradeWords []string `json:"trade_words,omitempty"` // words that give a role away to those who know its field
}

// IsZero reports whether the version says nothing of itself.
func (a About) IsZero() bool {
	return a.Lead == "" && a.RestsOn == "" && a.Limit == "" && a.Roles == "" && a.Balanced == "" && !a.NoJobs && len(a.TradeWords) == 0
}

// usualTradeWords are those of the quiz this program was written for, in English.
var usualTradeWords = []string{
	"product", "project", "programme", "program", "portfolio", "roadmap", "backlog", "sprint", "scrum", "kanban",
	"agile", "waterfall", "gantt", "milestone", "deliverable", "schedule", "scheduling", "budget", "stakeholder",
}

// TradeWords are the words that give a role away to those who know its field.
func (v *Version) TradeWords() []string {
	if len(v.About.TradeWords) > 0 || v.About.NoJobs || v.BaseLanguage() != English {
		return v.About.TradeWords
	}
	return usualTradeWords
}

// Texts are what the quiz says of itself.
func (a *About) Texts() []TextAt { return aboutTexts.of("about.", a) }

// SetAbout replaces what the quiz says of itself.
func (v *Version) SetAbout(a About) error {
	tidyTexts(v.About.Texts(), a.Texts())
	v.About = a
	return v.problemsAt("about")
}

// English is the language a version is written in that names none.
const English = "en"

// PageLanguages are those that pages are written in. A version may be written
// in any language, and translated into these.
var PageLanguages = []string{"en", "de"}

// Source is the language the version is written in: "en", "ja", "pt-BR".
func (v *Version) Source() string { return cmp.Or(v.Language, English) }

// BaseLanguage is the one it is written in, wherever it is spoken: "pt" of "pt-BR".
func (v *Version) BaseLanguage() string { return baseOf(v.Source()) }

// SetLanguage says which language the version is written in. Translations into
// it go: a version is not translated into its own language.
func (v *Version) SetLanguage(tag string) error {
	v.Language = canonical(tag)
	for _, into := range PageLanguages {
		if !slices.Contains(v.TranslationLanguages(), into) {
			delete(v.Translations, into)
		}
	}
	return v.problemsAt("language")
}

// canonical spells a language as it is kept: "" for English, and what is no
// language as it is.
func canonical(tag string) string {
	tag = OneLine(tag)
	if parsed, err := language.Parse(tag); err == nil {
		tag = parsed.String()
	}
	if tag == English {
		return ""
	}
	return tag
}

// language refuses what is no language, and one in another spelling than it is
// kept in.
func (p *problemList) language(tag string) {
	if tag == "" {
		return
	}
	if parsed, err := language.Parse(tag); err != nil || parsed.IsRoot() || canonical(tag) != tag {
		p.add("language", "draft_source_language", "it", Quoted(tag))
	}
}

// TranslationLanguages are those the version can be translated into.
func (v *Version) TranslationLanguages() []string {
	return slices.DeleteFunc(slices.Clone(PageLanguages), func(tag string) bool { return tag == v.BaseLanguage() })
}

// PageLanguage is the language of the pages around the version where it is not
// translated into the one that a taker wants: its own, or English where there are
// no pages in that.
func (v *Version) PageLanguage() string {
	if base := v.BaseLanguage(); slices.Contains(PageLanguages, base) {
		return base
	}
	return English
}

// Foreign reports whether there are no pages in the language of the version.
func (v *Version) Foreign() bool {
	_, err := language.Parse(v.Source())
	return err == nil && v.BaseLanguage() != v.PageLanguage()
}

// TextsIn is how many texts of the version are translated into a language: they go
// if that becomes its own.
func (v *Version) TextsIn(tag string) int { return len(v.Translations[baseOf(tag)]) }

func baseOf(tag string) string {
	base, _ := language.Make(tag).Base()
	return base.String()
}

// RightToLeft reports whether a language is written from right to left.
func RightToLeft(tag string) bool {
	script, _ := language.Make(tag).Script()
	return slices.Contains(rightToLeft, script.String())
}

// rightToLeft are the scripts that are, by ISO 15924. Source: Unicode Standard
// Annex 9, Bidi_Class R and AL.
var rightToLeft = []string{
	"Adlm", "Arab", "Hebr", "Mand", "Mani", "Nkoo", "Rohg", "Samr", "Syrc", "Syre", "Syrj", "Syrn", "Thaa", "Yezi",
}

// LanguageTag is a language in a message: "de" is "German" in English.
type LanguageTag string

func (t LanguageTag) String() string { return t.In(English) }

// In is what it is called in another language, or the tag where that is not
// known.
func (t LanguageTag) In(reader string) string {
	names := display.Tags(language.Make(reader))
	if names == nil {
		return string(t)
	}
	return cmp.Or(names.Name(language.Make(string(t))), string(t))
}
