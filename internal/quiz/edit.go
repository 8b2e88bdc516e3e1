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
	before := Version{Title: v.Title}
	v.Title = title
	tidyTexts(versionTexts.of("", &before), versionTexts.of("", v))
	return v.problemsAt("title")
}

// SetSettings replaces the numbers of the scoring model.
func (v *Version) SetSettings(s Settings) error {
	v.Settings = s
	return v.problemsAt("settings")
}

// SetGuide replaces what the guide says about the roles together.
func (v *Version) SetGuide(g Guide) error {
	g = g.Clone()
	tidyTexts(v.Guide.Texts(), g.Texts())
	for i := range g.Companies {
		c, was := &g.Companies[i], CompanyKind{}
		if at := slices.IndexFunc(v.Guide.Companies, func(old CompanyKind) bool { return old.Key == c.Key }); at >= 0 {
			was = v.Guide.Companies[at]
		}
		tidyTexts(was.Texts(), c.Texts())
	}
	tidyLists(v.Guide.lists(), g.lists())
	v.Guide = g
	return v.problemsAt("guide")
}

// problemsAt returns the Problems of one place and what lies within, after those
// that are known already, or nil.
func (v *Version) problemsAt(field string, known ...Problem) error {
	found := Problems(known)
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
