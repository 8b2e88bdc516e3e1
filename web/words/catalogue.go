package words

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"whichpm/internal/message"
)

//go:embed en.toml
var englishFile string

//go:embed de.toml
var germanFile string

var (
	english = must(parse("en", englishFile+message.File)) // what the domain says is part of it
	german  = must(parse("de", germanFile))
)

func must(c *catalogue, err error) *catalogue {
	if err != nil { // the files are part of the program
		panic(err)
	}
	return c
}

// catalogue is the file of one language, taken apart once at the start, so
// that a text without values is one look into a map.
type catalogue struct {
	tag, name          string
	language           language.Tag
	decimal, thousands string
	nounsStay          bool              // capital letters of names stay inside a sentence
	plain              map[string]string // by id: "question.continue"
	filled             map[string]forms  // those with places for values
}

// forms are the plural forms of a text, taken apart: words, name, words, …
type forms map[plural.Form][]string

func (f forms) other() []string { return f[plural.Other] }

// of chooses the form for the number named n.
func (f forms) of(c *catalogue, values []any) []string {
	for i := 0; i+1 < len(values); i += 2 {
		if n, ok := values[i+1].(int); ok && values[i] == "n" {
			if parts, ok := f[plural.Cardinal.MatchPlural(c.language, n, 0, 0, 0, 0)]; ok {
				return parts
			}
		}
	}
	return f.other()
}

var formNames = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// New makes a language of a file of its own. Tests read pages in one.
func New(tag, file string) (Language, error) {
	c, err := parse(tag, file)
	return Language{catalogue: c}, err
}

func parse(tag, file string) (*catalogue, error) {
	c := &catalogue{tag: tag, plain: map[string]string{}, filled: map[string]forms{}}
	var pages map[string]map[string]any
	if _, err := toml.Decode(file, &pages); err != nil {
		return nil, fmt.Errorf("read the catalogue %s: %w", tag, err)
	}
	for page, texts := range pages {
		for key, text := range texts {
			if err := c.add(page+"."+key, text); err != nil {
				return nil, fmt.Errorf("catalogue %s: %w", tag, err)
			}
		}
	}
	c.name, c.decimal, c.thousands = c.plain["language.name"], c.plain["language.decimal"], c.plain["language.thousands"]
	c.nounsStay = c.plain["language.nouns_keep_capitals"] == "yes"
	var err error
	if c.language, err = language.Parse(tag); err != nil {
		return nil, fmt.Errorf("catalogue %s: %w", tag, err)
	}
	return c, nil
}

func (c *catalogue) has(id string) bool { return c.plain[id] != "" || c.filled[id] != nil }

func (c *catalogue) add(id string, text any) error {
	switch text := text.(type) {
	case string:
		if parts := apart(text); len(parts) > 1 {
			c.filled[id] = forms{plural.Other: parts}
		} else {
			c.plain[id] = text
		}
		return nil
	case map[string]any:
		f := forms{}
		for name, text := range text {
			form, known := formNames[name]
			words, isText := text.(string)
			if !known || !isText {
				return fmt.Errorf("%s has no plural form %q", id, name)
			}
			f[form] = apart(words)
		}
		c.filled[id] = f
		return nil
	}
	return fmt.Errorf("%s is no text", id)
}

// apart takes "{n} answers" into "", "n", " answers".
func apart(text string) []string {
	var parts []string
	for {
		before, rest, found := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			return append(parts, text)
		}
		parts, text = append(parts, before, name), after
	}
}
