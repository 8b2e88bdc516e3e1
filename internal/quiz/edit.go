package quiz

import (
	"fmt"
	"slices"
	"strings"
)

// The methods named Add, Copy, Move, Set, Retire, Remove and Delete edit a
// draft in place; Clone first to keep what was. They return Problems for what
// a person can correct and ErrNotFound for a key the draft does not have. An
// edit that returns Problems has been made all the same, so that the page can
// show it, except where there was nothing to make; Validate refuses to let it
// be kept.

// SetTitle replaces the title.
func (v *Version) SetTitle(title string) error {
	v.Title = retold(v.Title, title, oneLine)
	return v.problemsAt("title")
}

// SetSettings replaces the numbers of the scoring model.
func (v *Version) SetSettings(s Settings) error {
	v.Settings = s
	return v.problemsAt("settings")
}

// SetGuide replaces what the guide says about the roles together.
func (v *Version) SetGuide(g Guide) error {
	retellAll("guide.", v.Guide.texts(), g.texts(), v.Guide.lists(), g.lists())
	g.SetUps, g.Asked = slices.Clone(g.SetUps), slices.Clone(g.Asked)
	for i := range g.SetUps {
		s, was := &g.SetUps[i], SetUp{}
		if at := slices.IndexFunc(v.Guide.SetUps, func(old SetUp) bool { return old.Key == s.Key }); at >= 0 {
			was = v.Guide.SetUps[at]
		}
		s.Name, s.Text = retold(was.Name, s.Name, oneLine), retold(was.Text, s.Text, manyLines)
	}
	for i := range g.Asked {
		a := &g.Asked[i] // it may have moved
		if !slices.ContainsFunc(v.Guide.Asked, func(was Asked) bool { return was.Question == a.Question }) {
			a.Question = oneLine(a.Question)
		}
		if !slices.ContainsFunc(v.Guide.Asked, func(was Asked) bool { return was.Answer == a.Answer }) {
			a.Answer = manyLines(a.Answer)
		}
	}
	v.Guide = g
	return v.problemsAt("guide")
}

// retold tidies a text that was changed. Any other stays to the last space, so
// that saving a form does not change what nobody changed.
func retold(was, is string, tidy func(string) string) string {
	if is == was {
		return was
	}
	return tidy(is)
}

// retellAll does it to the texts and lists of a part, which is at a place.
func retellAll(at string, was, is []text, wasLists, isLists []list) {
	for i, t := range is {
		*t.body = retold(*was[i].body, *t.body, func(text string) string { return tidy(at+t.name, text) })
	}
	for i, l := range isLists {
		if old := *wasLists[i].lines; slices.Equal(old, *l.lines) {
			*l.lines = slices.Clone(old)
		} else {
			*l.lines = tidyLines(old, *l.lines)
		}
	}
}

// problemsAt returns the Problems of one place and what lies within, or nil.
func (v *Version) problemsAt(field string) error {
	var found Problems
	for _, p := range v.Validate() {
		if p.Field == field || strings.HasPrefix(p.Field, field+".") {
			found = append(found, p)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return found
}

// newKey makes a key such as "scene_4_2", the second scene new in version 4.
// No other version makes the same one, so that a key means one question for
// ever.
func (v *Version) newKey(word string, index func(string) int) string {
	for n := 1; ; n++ {
		key := fmt.Sprintf("%s_%d_%d", word, v.ID, n)
		if index(key) < 0 {
			return key
		}
	}
}

// namedKey spells a name as a key, and makes a new key of word where it cannot.
func (v *Version) namedKey(name, word string, index func(string) int) string {
	parts := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	key := strings.Join(parts, "_")
	if !keyForm.MatchString(key) || index(key) >= 0 {
		return v.newKey(word, index)
	}
	return key
}

// oneLine puts a text on one line, with single spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// manyLines takes away what a browser adds: line ends of two characters and
// space at both ends.
func manyLines(text string) string {
	return strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
}

// tidy does what suits the place.
func tidy(field, text string) string {
	if LimitFor(field).Lines {
		return manyLines(text)
	}
	return oneLine(text)
}

// tidyLines drops empty lines and tidies those that were not there before.
func tidyLines(was, lines []string) []string {
	var kept []string
	for _, line := range lines {
		if !slices.Contains(was, line) {
			line = oneLine(line)
		}
		if line != "" {
			kept = append(kept, line)
		}
	}
	return kept
}
