package quiz

import (
	"fmt"
	"slices"
	"strings"
)

// TextAt is a text of a version at its place there.
type TextAt struct {
	Text
	Field string // "roles.product.content.tagline"
	in    any    // *string, of Lines *[]string
}

// String is what the text says, a list with an entry a line.
func (t TextAt) String() string {
	if one, ok := t.in.(*string); ok {
		return *one
	}
	return strings.Join(t.lines(), "\n")
}

// lines are the lines of a list.
func (t TextAt) lines() []string { return *t.in.(*[]string) }

// Set puts another text there.
func (t TextAt) Set(text string) {
	switch in := t.in.(type) {
	case *string:
		*in = text
	case *[]string:
		*in = nil
		if text != "" {
			*in = strings.Split(lineEnds.Replace(text), "\n")
		}
	}
}

// Texts are the texts of the dimension.
func (d *Dimension) Texts() []TextAt { return dimensionTexts.of("dimensions."+d.Key+".", d) }

// Texts are the texts of the question, without those of its options.
func (q *Question) Texts() []TextAt { return questionTexts.of("questions."+q.Key+".", q) }

// optionTexts are the labels of the options.
func (q *Question) optionTexts() []TextAt {
	var labels []TextAt
	for i := range q.Options {
		labels = append(labels, optionTexts.of(fmt.Sprintf("questions.%s.options.%d.", q.Key, i), &q.Options[i])...)
	}
	return labels
}

// Texts are the texts of the role, without what the guide says of it.
func (r *Role) Texts() []TextAt { return roleTexts.of("roles."+r.Key+".", r) }

// Texts are the texts of the profile of a role on a dimension.
func (p *Profile) Texts(role, dimension string) []TextAt {
	return profileTexts.of("roles."+role+".profile."+dimension+".", p)
}

// ContentTexts are what the guide says of the role.
func (r *Role) ContentTexts() []TextAt {
	return contentTexts.of("roles."+r.Key+".content.", &r.Content)
}

// Texts are those of the guide that stand alone.
func (g *Guide) Texts() []TextAt { return guideTexts.of("guide.", g) }

// Texts are the texts of the kind of company.
func (c *CompanyKind) Texts() []TextAt { return companyTexts.of("guide.set_ups."+c.Key+".", c) }

// Texts are the texts of the nth question people ask, from 0.
func (f *FAQ) Texts(n int) []TextAt { return faqTexts.of(nth(FAQField, n), f) }

// Texts are the texts of the nth decision and of the roles in it, from 0.
func (d *Decision) Texts(n int) []TextAt {
	at := nth(DecisionsField, n)
	texts := decisionTexts.of(at, d)
	for i := range d.Parts {
		texts = append(texts, partTexts.of(at+"parts."+d.Parts[i].Role+".", &d.Parts[i])...)
	}
	return texts
}

// Texts are the texts of the nth close role, from 0.
func (c *CloseRole) Texts(n int) []TextAt { return closeRoleTexts.of(nth(CloseRolesField, n), c) }

// Texts are the texts of the nth myth, from 0.
func (m *Myth) Texts(n int) []TextAt { return mythTexts.of(nth(MythsField, n), m) }

// Texts are the texts of the nth word explained, from 0.
func (t *Term) Texts(n int) []TextAt { return termTexts.of(nth(GlossaryField, n), t) }

// Texts are the texts of the nth part of a day in a role, from 0.
func (h *Hours) Texts(role string, n int) []TextAt { return hoursTexts.of(nth(HoursField(role), n), h) }

// Texts are the texts of the nth pay figure of a role, from 0.
func (p *Pay) Texts(role string, n int) []TextAt { return payTexts.of(nth(PayField(role), n), p) }

func nth(list string, n int) string { return fmt.Sprintf("%s.%d.", list, n) }

// Texts are the texts of the scenario.
func (s *Scenario) Texts() []TextAt { return scenarioTexts.of("scenarios."+s.Key+".", s) }

// tidy takes from a text what a browser or a slip added. What one of the texts
// says that were there before stays to the last space, so that saving a form
// does not change what nobody changed.
func (t TextAt) tidy(before ...TextAt) {
	for _, was := range before {
		if t.String() == was.String() {
			t.copy(was)
			return
		}
	}
	var known []string
	if t.Form == Lines && len(before) > 0 {
		known = before[0].lines()
	}
	t.Set(t.tidied(t.String(), known))
}

// copy takes over a text and shares nothing with it.
func (t TextAt) copy(was TextAt) {
	switch in := t.in.(type) {
	case *string:
		*in = was.String()
	case *[]string:
		*in = slices.Clone(was.lines())
	}
}

// tidyTexts does it to the texts of a part.
func tidyTexts(before, after []TextAt) {
	for i, t := range after {
		t.tidy(before[i])
	}
}

// tidyMoved does it to the texts of an entry that may be any of those before.
func tidyMoved(before [][]TextAt, after []TextAt) {
	for i, t := range after {
		var was []TextAt
		for _, texts := range before {
			if i < len(texts) { // not every decision has as many roles
				was = append(was, texts[i])
			}
		}
		t.tidy(was...)
	}
}

// tidyLists does it to the entries of lists.
func tidyLists(before, after []numberedList) {
	for i, list := range after {
		var was [][]TextAt
		for n := range before[i].n {
			was = append(was, before[i].texts(n))
		}
		for n := range list.n {
			tidyMoved(was, list.texts(n))
		}
	}
}

// tidied is the text without what a browser adds. Of a list empty lines go, and
// the lines known before stay as they are.
func (t Text) tidied(text string, known []string) string {
	switch t.Form {
	case Line:
		return OneLine(text)
	case Lines:
		var kept []string
		for line := range strings.SplitSeq(lineEnds.Replace(text), "\n") {
			if !slices.Contains(known, line) {
				line = OneLine(line)
			}
			if line != "" {
				kept = append(kept, line)
			}
		}
		return strings.Join(kept, "\n")
	}
	return ManyLines(text)
}

// OneLine puts a text on one line, with single spaces, as names are kept.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// ManyLines takes away what a browser adds: line ends of two characters and
// space at both ends.
func ManyLines(text string) string { return strings.TrimSpace(lineEnds.Replace(text)) }

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// TextFor returns the text at a place such as "questions.h1.text", or the zero
// Text where none is.
func TextFor(field string) Text {
	parts := strings.Split(field, ".")
	for _, t := range Texts {
		if covers(strings.Split(t.Path, "."), parts) {
			return t
		}
	}
	return Text{}
}

func covers(pattern, parts []string) bool {
	if len(pattern) != len(parts) {
		return false
	}
	for i := range pattern {
		if pattern[i] != "*" && pattern[i] != parts[i] {
			return false
		}
	}
	return true
}
