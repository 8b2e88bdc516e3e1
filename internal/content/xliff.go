package content

import (
	"bytes"
	"encoding/xml"
	"errors"
	"strings"

	"whichpm/internal/quiz"
)

// xliff is a file for translators, as OASIS describes it: XLIFF 1.2, which every
// program of theirs reads. Texts hold no markup of it.
type xliff struct {
	XMLName xml.Name `xml:"xliff"`
	Version string   `xml:"version,attr"`
	Space   string   `xml:"xmlns,attr,omitempty"`
	File    struct {
		Original string      `xml:"original,attr"`
		Source   string      `xml:"source-language,attr"`
		Target   string      `xml:"target-language,attr"`
		Type     string      `xml:"datatype,attr"`
		Units    []xliffUnit `xml:"body>trans-unit"`
	} `xml:"file"`
}

type xliffUnit struct {
	ID       string      `xml:"id,attr"`
	Approved string      `xml:"approved,attr,omitempty"`
	Source   xliffText   `xml:"source"`
	Target   *xliffText  `xml:"target"`
	Notes    []xliffNote `xml:"note"`
}

type xliffText struct {
	State string `xml:"state,attr,omitempty"`
	Text  string `xml:",chardata"`
	Parts []struct {
		XMLName xml.Name
	} `xml:",any"`
}

type xliffNote struct {
	Text string `xml:",chardata"`
}

const xliffSpace = "urn:oasis:names:tc:xliff:document:1.2"

// xliffStates are what XLIFF calls our states.
var xliffStates = map[string]string{
	stateMissing: "new", stateOutdated: "needs-translation", stateUnread: "translated", stateReviewed: "final",
}

// TranslationXLIFF gives the texts that takers read and what they are in a language
// to a translator's program.
func TranslationXLIFF(v *quiz.Version, language string) ([]byte, error) {
	x := xliff{Version: "1.2", Space: xliffSpace}
	x.File.Original, x.File.Source, x.File.Target, x.File.Type = "quiz", v.BaseLanguage(), language, "plaintext"
	for _, part := range v.TranslationParts(language) {
		for _, t := range part.Texts {
			unit := xliffUnit{ID: t.Field, Source: xliffText{Text: t.In}, Target: &xliffText{State: xliffStates[stateOf(t)], Text: t.Text}}
			unit.Notes = append(unit.Notes, xliffNote{part.Name + ": " + t.Label})
			if t.Reviewed && !t.Outdated() {
				unit.Approved = "yes"
			}
			if t.Outdated() && t.From != "" {
				unit.Notes = append(unit.Notes, xliffNote{"Translated from: " + t.From})
			}
			x.File.Units = append(x.File.Units, unit)
		}
	}
	body, err := xml.MarshalIndent(x, "", " ")
	return append([]byte(xml.Header), append(body, '\n')...), err
}

// xliffOver takes the texts of a language from a file that TranslationXLIFF wrote.
func xliffOver(body []byte, base *quiz.Version) (*quiz.Version, []Located) {
	var x xliff
	if err := xml.Unmarshal(bytes.TrimPrefix(body, mark), &x); err != nil {
		wrong, ok := errors.AsType[*xml.SyntaxError](err)
		if !ok {
			return nil, []Located{located(1, "", "xliff_none")}
		}
		return nil, []Located{located(wrong.Line, "", "xliff_syntax")}
	}
	r := returned{v: base.Clone(), language: x.File.Target}
	if x.Version != "1.2" {
		return nil, []Located{located(1, "", "xliff_none")}
	}
	if !r.begin(lineOf(body, "target-language")) {
		return nil, r.found
	}
	for _, unit := range x.File.Units {
		line := lineOf(body, `id="`+unit.ID+`"`)
		if unit.Target == nil {
			continue
		}
		if len(unit.Target.Parts) > 0 {
			r.found = append(r.found, located(line, unit.ID, "xliff_markup"))
			continue
		}
		r.take(line, unit.ID, strings.TrimSpace(unit.Source.Text), strings.TrimSpace(unit.Target.Text), unit.state())
	}
	return r.checked(base)
}

// state is ours. A program that knows none says that somebody has approved it.
func (u xliffUnit) state() string {
	if u.Approved == "yes" {
		return stateReviewed
	}
	switch u.Target.State {
	case "translated", "needs-review-translation", "needs-review-adaptation", "needs-review-l10n":
		return stateUnread
	case "final", "signed-off":
		return stateReviewed
	}
	return ""
}

// lineOf is the line on which a text begins, 1 where it is nowhere.
func lineOf(body []byte, text string) int {
	at := max(0, bytes.Index(body, []byte(text)))
	return 1 + bytes.Count(body[:at], []byte("\n"))
}
