package site

import (
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// ErrPrivate says that a text holds a private link and none to share.
var ErrPrivate = errors.New("this is a private link")

var (
	sharePasted     = regexp.MustCompile(`(?i)/r/(` + letters + `{24})(` + letters + `*)`)
	privatePasted   = regexp.MustCompile(`(?i)(?:` + Results + `/` + letters + `{24}|` + Resume + `/` + letters + `{40})`)
	groupPasted     = regexp.MustCompile(`(?i)/g/(` + letters + `{24})(` + letters + `*)`)
	organiserPasted = regexp.MustCompile(`(?i)/group/(` + letters + `{24})(` + letters + `*)`)
	addressPasted   = regexp.MustCompile(`^` + decoration + `*?(` + letters + `{24})(?:\.json)?(?:[?#/].*)?` + decoration + `*$`)
)

// FindShare finds the first share link anywhere in what somebody pasted: in a
// sentence, in brackets, behind the redirect of a mail scanner or another
// site, or its address alone. It returns ErrPrivate for a text with a private
// link only, and quiz.ErrLink for any other.
func FindShare(pasted string) (quiz.ShareID, error) {
	texts := []string{pasted, Unescaped(pasted)}
	if address, ok := addressIn(texts, sharePasted); ok {
		return quiz.ParseShareID(address)
	}
	if slices.ContainsFunc(texts, privatePasted.MatchString) {
		return quiz.ShareID{}, ErrPrivate
	}
	if found := addressPasted.FindStringSubmatch(pasted); found != nil {
		return quiz.ParseShareID(found[1])
	}
	return quiz.ShareID{}, quiz.ErrLink
}

// addressIn is the first address of a kind of link in texts.
func addressIn(texts []string, link *regexp.Regexp) (address string, ok bool) {
	for _, text := range texts {
		for _, found := range link.FindAllStringSubmatch(text, -1) {
			if strings.Trim(found[2], "-_") == "" { // marks of a text, as in _emphasis_
				return found[1], true
			}
		}
	}
	return "", false
}

// FindOrganiser finds the address of a group's organiser in what somebody pasted.
// It returns quiz.ErrLink for a text without one.
func FindOrganiser(pasted string) (quiz.Organiser, error) {
	address, _ := addressIn([]string{pasted, Unescaped(pasted)}, organiserPasted)
	return quiz.ParseOrganiser(address)
}

// FindInvitation finds an invitation to a group in what somebody pasted. It returns
// quiz.ErrLink for a text without one.
func FindInvitation(pasted string) (quiz.GroupID, error) {
	address, _ := addressIn([]string{pasted, Unescaped(pasted)}, groupPasted)
	return quiz.ParseGroupID(address)
}

// Unescaped reads the percent codes of a text, once, and leaves what is none.
func Unescaped(text string) string {
	if whole, err := url.PathUnescape(text); err == nil {
		return whole
	}
	var b strings.Builder
	for ; text != ""; text = text[1:] {
		if text[0] == '%' && len(text) >= 3 {
			if letter, err := url.PathUnescape(text[:3]); err == nil {
				b.WriteString(letter)
				text = text[2:]
				continue
			}
		}
		b.WriteByte(text[0])
	}
	return b.String()
}
