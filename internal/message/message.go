// Package message holds the English texts of what the domain says, by id: one
// catalogue for the log, the command line and the pages. It knows no other
// language and no rule; package words translates by the same ids.
package message

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// File is the catalogue as it is written, for package words.
//
//go:embed en.toml
var File string

// forms are the plural forms of a text. One without a number has only other.
type forms struct{ One, Other string }

var texts = func() map[string]forms {
	var pages map[string]map[string]any
	if _, err := toml.Decode(File, &pages); err != nil { // the file is part of the program
		panic(err)
	}
	all := map[string]forms{}
	for page, texts := range pages {
		for key, text := range texts {
			switch text := text.(type) {
			case string:
				all[page+"."+key] = forms{Other: text}
			case map[string]any:
				one, _ := text["one"].(string)
				other, _ := text["other"].(string)
				all[page+"."+key] = forms{one, other}
			}
		}
	}
	return all
}()

// Text returns the text with that id, with its places for values: the form for
// one where a value named n is 1. Without such a text it returns the id.
func Text(id string, values ...any) string {
	text, ok := texts[id]
	if !ok {
		return id // TestEveryProblemHasAText keeps it from readers
	}
	for i := 0; i+1 < len(values); i += 2 {
		if values[i] == "n" && values[i+1] == 1 && text.One != "" {
			return text.One
		}
	}
	return text.Other
}

// Say returns the text with the values in their places. They come as name,
// value, name, value and stand where the text has {name}.
func Say(id string, values ...any) string {
	pairs := make([]string, 0, len(values))
	for i := 0; i+1 < len(values); i += 2 {
		pairs = append(pairs, fmt.Sprintf("{%v}", values[i]), fmt.Sprint(values[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(Text(id, values...))
}
