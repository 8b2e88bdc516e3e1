// Package brand is how a host shows the site as their own: a name, logos, a
// colour, words in the footer, and what readers of a result may do next. It stands
// outside the versions of the quiz, and no result, picture or file carries it. It
// knows no page and no database.
package brand

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"time"

	"whichpm/internal/quiz"
)

// Brand is what a host set, with its pictures. The zero Brand is none.
type Brand struct {
	Settings

	Revision  int64  // rises each time it is saved
	LogoLight []byte // PNG, nil for none
	LogoDark  []byte
	UpdatedAt time.Time
}

// Settings are all of a brand but the pictures.
type Settings struct {
	Name    string           `json:"name"`              // in the header, the titles and beside the call to action
	Uncited bool             `json:"uncited"`           // the footer does not say which program this is
	Light   string           `json:"light,omitempty"`   // of links and buttons on light pages, "#1f4fd8"; "" for ours
	Dark    string           `json:"dark,omitempty"`    // and on dark ones
	Imprint string           `json:"imprint,omitempty"` // https address
	Contact string           `json:"contact,omitempty"` // https or mailto address
	Send    string           `json:"send,omitempty"`    // where takers may send a result: https or mailto address
	Texts   map[string]Texts `json:"texts,omitempty"`   // by language
}

// Same reports whether another brand says and shows the same.
func (b Brand) Same(other Brand) bool {
	return reflect.DeepEqual(b.Tidy(), other.Tidy()) && bytes.Equal(b.LogoLight, other.LogoLight) && bytes.Equal(b.LogoDark, other.LogoDark)
}

// Styled reports whether a page with the brand needs a style sheet of its own.
func (b Brand) Styled() bool {
	return b.Light != "" || b.Dark != "" || len(b.LogoLight) > 0 || len(b.LogoDark) > 0
}

// Texts are what a brand says in a language.
type Texts struct {
	Footer  string          `json:"footer,omitempty"`
	Privacy string          `json:"privacy,omitempty"` // Markdown, below the text of the site
	Calls   map[string]Call `json:"calls,omitempty"`   // by role, or by one of the verdicts that name none
}

// Call is what somebody with a result may do next.
type Call struct {
	Sentence string `json:"sentence"`
	Label    string `json:"label"`   // of the link
	Address  string `json:"address"` // https or mailto
}

// IsZero reports that nothing is asked of anybody.
func (c Call) IsZero() bool { return c == Call{} }

// The most characters of each text, and bytes of a picture that is sent.
const (
	MaxName     = 40
	MaxFooter   = 200
	MaxPrivacy  = 4000
	MaxSentence = 200
	MaxLabel    = 60
	MaxAddress  = 500
	MaxLogo     = 256 << 10
)

// unnamed are the verdicts that name no role, in the order of the form. A balanced
// one names several.
var unnamed = []quiz.Verdict{quiz.Balanced, quiz.NoneStandsOut, quiz.NotEnough}

// CallKeys are what a version can say in the end: each of its roles, and the
// verdicts that name none.
func CallKeys(v *quiz.Version) []string {
	var keys []string
	for _, r := range v.Roles {
		keys = append(keys, r.Key)
	}
	for _, kind := range unnamed {
		if slices.Contains(quiz.VerdictsFor(len(v.Roles)), kind) {
			keys = append(keys, string(kind))
		}
	}
	return keys
}

// CallFor is what a result asks for in the first of the languages that asks for
// anything, with that language.
func (s Settings) CallFor(r quiz.Result, tags ...string) (Call, string) {
	key := string(r.Verdict)
	if r.Verdict.NamesRole() {
		key = r.Top
	}
	return pick(s.Texts, tags, func(t Texts) (Call, bool) { c := t.Calls[key]; return c, !c.IsZero() })
}

// Footer is what the footer says in the first of the languages that says anything,
// with that language.
func (s Settings) Footer(tags ...string) (text, tag string) {
	return pick(s.Texts, tags, func(t Texts) (string, bool) { return t.Footer, t.Footer != "" })
}

// Privacy is what the page about privacy adds, as Footer finds it.
func (s Settings) Privacy(tags ...string) (text, tag string) {
	return pick(s.Texts, tags, func(t Texts) (string, bool) { return t.Privacy, t.Privacy != "" })
}

// pick looks in the languages that are asked for, then in all others by their tags.
func pick[T any](texts map[string]Texts, tags []string, of func(Texts) (T, bool)) (found T, tag string) {
	others := make([]string, 0, len(texts))
	for tag := range texts {
		others = append(others, tag)
	}
	slices.Sort(others)
	for _, tag := range slices.Concat(tags, others) {
		if found, ok := of(texts[tag]); ok {
			return found, tag
		}
	}
	return found, ""
}

// SendTo is the address that hands a link over to the host: a mail with it, or a page
// that gets it as “result”. It is "" where the host takes none.
func (s Settings) SendTo(link, subject string) string {
	to, err := url.Parse(s.Send)
	if err != nil || s.Send == "" {
		return ""
	}
	values := to.Query()
	if to.Scheme == "mailto" {
		if values.Get("subject") == "" {
			values.Set("subject", subject)
		}
		values.Set("body", link)
		to.RawQuery = strings.ReplaceAll(values.Encode(), "+", "%20") // mail programs take a plus for itself
		return to.String()
	}
	values.Set("result", link)
	to.RawQuery = values.Encode()
	return to.String()
}

// JSON is the settings as they are stored.
func (s Settings) JSON() (string, error) {
	text, err := json.Marshal(s)
	if err != nil {
		return "", fmt.Errorf("write the settings of the brand: %w", err)
	}
	return string(text), nil
}

// ReadSettings reads what JSON wrote.
func ReadSettings(text string) (s Settings, err error) {
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		return s, fmt.Errorf("read the settings of the brand: %w", err)
	}
	return s, nil
}
