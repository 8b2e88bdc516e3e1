package check

import (
	"math"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/reading"
)

// ofTheGuide are the texts of the first version that its guide is made of, without
// those that are names of others: who is thanked and where facts come from.
func ofTheGuide(v *quiz.Version) []quiz.Translatable {
	var texts []quiz.Translatable
	for _, t := range v.Translatable() {
		ours := strings.HasPrefix(t.Field, "guide.") && t.Field != "guide.sources"
		for _, part := range []string{".ways_in", ".certificates", ".first_days", ".tools", ".hours."} {
			ours = ours || strings.Contains(t.Field, ".content"+part)
		}
		if ours {
			texts = append(texts, t)
		}
	}
	return texts
}

// The formula jumps about on a few words, so that a section is measured whole.
func TestEverySectionOfTheGuideReadsWithEase(t *testing.T) {
	sections := map[string]*reading.Passage{}
	var all reading.Passage
	for _, text := range ofTheGuide(content.First()) {
		section := strings.Join(strings.Split(text.Field, ".")[:2], ".")
		if strings.HasPrefix(section, "roles.") {
			section = "what is new of " + section
		}
		if sections[section] == nil {
			sections[section] = &reading.Passage{}
		}
		for line := range strings.SplitSeq(text.Text, "\n") {
			sections[section].Read(line)
			all.Read(line)
		}
	}
	for section, p := range sections {
		if p.Words >= 30 && math.Round(p.Grade()) > easyGrade {
			t.Errorf("%s reads at grade %.1f", section, p.Grade())
		}
	}
	if all.Words < 800 || all.Grade() > 6.5 {
		t.Errorf("the guide has %d words and reads at grade %.1f", all.Words, all.Grade())
	}
}

func TestNoSentenceOfTheGuideIsLong(t *testing.T) {
	v := content.First()
	for _, version := range []*quiz.Version{v, v.In("de")} {
		for _, text := range append(ofTheGuide(version), sources(version)...) {
			for sentence := range strings.FieldsFuncSeq(text.Text, func(r rune) bool { return strings.ContainsRune(".!?;:\n", r) }) {
				if n := len(reading.Words(sentence)); n > 25 {
					t.Errorf("%s has a sentence of %d words: %q", text.Field, n, sentence)
				}
			}
		}
	}
}

func sources(v *quiz.Version) []quiz.Translatable {
	var found []quiz.Translatable
	for _, t := range v.Translatable() {
		if t.Field == "guide.sources" {
			found = append(found, t)
		}
	}
	return found
}
