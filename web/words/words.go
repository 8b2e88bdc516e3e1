// Package words holds what pages say besides the content of a quiz, in one
// catalogue a language. It knows no page and no request. A view gets its
// Language with its other values.
package words

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"whichpm/internal/quiz"
)

// Language is one that pages are written in. Its zero value is English, the
// language every text is written in first.
type Language struct {
	*catalogue

	alone bool
	about *about // of the quiz on the page, nil for one that says nothing of itself
}

// English and German are the languages there are.
var (
	English = Language{}
	German  = Language{catalogue: german}
)

// Languages are all of them, in the order they are offered.
func Languages() []Language { return []Language{English, German} }

// Find returns the language with a tag such as "de".
func Find(tag string) (Language, bool) {
	for _, l := range Languages() {
		if l.Tag() == tag {
			return l, true
		}
	}
	return English, false
}

func (l Language) words() *catalogue { return cmp.Or(l.catalogue, english) }

// Tag names the language as HTML and HTTP do: "de".
func (l Language) Tag() string { return l.words().tag }

// OwnName is what the language calls itself: "Deutsch".
func (l Language) OwnName() string { return l.words().name }

// Alone is the language of a page that there is in no other.
func (l Language) Alone() Language { return Language{l.catalogue, true, l.about} }

// Others are the languages a reader can change to.
func (l Language) Others() []Language {
	if l.alone {
		return nil
	}
	return slices.DeleteFunc(Languages(), func(other Language) bool { return other.catalogue == l.catalogue })
}

// Say returns a text of the catalogue. Values come as name, value, name,
// value and stand where the text has {name}; a number named n chooses between
// singular and plural.
func (l Language) Say(id string, values ...any) string {
	c := l.words()
	if l.about != nil {
		id, values = l.instead(id), l.about.values(values)
	}
	if text, ok := c.plain[id]; ok {
		return text
	}
	forms, ok := c.filled[id]
	if !ok {
		return id // TestEveryTextThatIsUsedIsInTheCatalogue keeps it from readers
	}
	parts := forms.other()
	if len(forms) > 1 {
		parts = forms.of(c, values)
	}
	var b strings.Builder
	for i, part := range parts {
		if i%2 == 0 {
			b.WriteString(part)
		} else {
			b.WriteString(l.value(part, values))
		}
	}
	return b.String()
}

// Has reports whether the catalogue has a text: not everything needs a hint.
func (l Language) Has(id string) bool { return l.words().plain[id] != "" }

// value is what stands in the place of a name.
func (l Language) value(name string, values []any) string {
	for i := 0; i+1 < len(values); i += 2 {
		if values[i] != name {
			continue
		}
		return l.Localize(values[i+1])
	}
	return "{" + name + "}"
}

// Localize writes a value: a text, a number, or what the domain says in English.
func (l Language) Localize(x any) string {
	switch x := x.(type) {
	case string:
		if l.about != nil && l.about.content != "" {
			return Isolated(x)
		}
		return x
	case int:
		return l.Whole(int64(x))
	case int64:
		return l.Whole(x)
	case float64:
		return l.exact(x)
	case quiz.Number:
		return strings.Replace(x.String(), ".", l.words().decimal, 1)
	case quiz.Message:
		if x.Inside {
			return l.Inside(l.Say(x.ID, x.Values...))
		}
		return l.Say(x.ID, x.Values...)
	case quiz.LanguageTag:
		return x.In(l.Tag())
	case quiz.Pick:
		return l.Said(x.Question, x.Option)
	case quiz.Problem:
		return l.Problems(quiz.Problems{x})[0].Message
	default:
		return fmt.Sprint(x)
	}
}

// Said repeats an answer in the taker's words. Between two statements it names
// the one, because the letter depended on the side it was shown on.
func (l Language) Said(q quiz.Question, option int) string {
	if !q.Kind.Sides() {
		return q.Options[option].Label
	}
	side, clearly := q.Leaning(option)
	switch {
	case side == "":
		return l.Say("answer.same")
	case clearly:
		return l.Say("answer.clearly", "side", side)
	}
	return l.Say("answer.more", "side", side)
}

// Problems says in the language what a person can correct. A problem without a
// code stays as it is.
func (l Language) Problems(problems quiz.Problems) quiz.Problems {
	if l.catalogue == nil && l.about == nil || problems == nil {
		return problems
	}
	said := slices.Clone(problems)
	for i, p := range said {
		if p.Code != "" {
			said[i].Message = l.Say("problem."+p.Code, p.Values...)
		}
	}
	return said
}

var matcher = language.NewMatcher(func() []language.Tag {
	var tags []language.Tag
	for _, l := range Languages() {
		tags = append(tags, l.words().language)
	}
	return tags
}())

// Match is the language that suits an Accept-Language header best, English if
// none does.
func Match(accept string) Language {
	wanted, _, err := language.ParseAcceptLanguage(accept)
	if err != nil || len(wanted) == 0 {
		return English
	}
	_, at, confidence := matcher.Match(wanted...)
	if confidence == language.No {
		return English
	}
	return Languages()[at]
}
