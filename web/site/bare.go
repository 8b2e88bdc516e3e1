package site

import (
	"regexp"
	"strings"
	"unicode"

	"whichpm/internal/quiz"
)

// What the addresses of links are spelled in, and what stands behind a link in
// a sentence, in brackets or in a mail: all but letters and digits.
const (
	letters    = `[A-Za-z0-9_-]`
	decoration = `[^\pL\pN]`
)

// Decorates reports whether a character may have come along with a link.
func Decorates(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

var (
	decoratedShare      = decorated(`r`, `/(`+letters+`{24})((?:\.json|/card\.png)?)`)
	decoratedOwner      = decorated(`result`, `/(`+letters+`{24}(?:/download|/removal|/since/`+letters+`{24})?)`)
	decoratedCompare    = decorated(`compare`, `((?:/`+letters+`{24})*)`)
	decoratedInvitation = decorated(`g`, `/(`+letters+`{24})`)
	decoratedOrganiser  = decorated(`group`, `/(`+letters+`{24})`)
	decoratedResume     = decorated(`resume`, `/(`+letters+`+)`)
)

func decorated(word, rest string) *regexp.Regexp {
	return regexp.MustCompile(`^/(?i:` + word + `)` + rest + decoration + `*$`)
}

// Bare returns the link that an address was before something was written
// behind it: a full stop, a bracket, a space nobody sees. It is one of this
// site's own, spelled as the site spells it, and never the address itself.
func Bare(path string) (link string, ok bool) {
	if found := decoratedShare.FindStringSubmatch(path); found != nil {
		link = strings.TrimSuffix(SharePattern, "{share}") + found[1] + found[2]
	} else if found := decoratedOwner.FindStringSubmatch(path); found != nil {
		link = Results + "/" + found[1]
	} else if found := decoratedCompare.FindStringSubmatch(path); found != nil {
		link = Compare + found[1]
	} else if found := decoratedInvitation.FindStringSubmatch(path); found != nil {
		link = "/g/" + found[1]
	} else if found := decoratedOrganiser.FindStringSubmatch(path); found != nil {
		link = "/group/" + found[1]
	} else if found := decoratedResume.FindStringSubmatch(path); found != nil {
		link = ResumeLink(wholeToken(found[1]))
	}
	return link, link != "" && link != path
}

// wholeToken leaves out marks behind a token that are spelled like letters of
// one. What is no token then stays as it is.
func wholeToken(text string) string {
	const most = 8
	for token := text; len(text)-len(token) <= most; token = token[:len(token)-1] {
		if _, err := quiz.DecodeJourney(token); err == nil {
			return token
		}
		if !strings.HasSuffix(token, "-") && !strings.HasSuffix(token, "_") {
			break
		}
	}
	return text
}
