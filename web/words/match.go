package words

import "golang.org/x/text/language"

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
