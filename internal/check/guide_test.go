package check

import (
	"math"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
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
	sections := map[string]*passage{}
	var all passage
	for _, text := range ofTheGuide(content.First()) {
		section := strings.Join(strings.Split(text.Field, ".")[:2], ".")
		if strings.HasPrefix(section, "roles.") {
			section = "what is new of " + section
		}
		if sections[section] == nil {
			sections[section] = &passage{}
		}
		for line := range strings.SplitSeq(text.Text, "\n") {
			sections[section].read(line)
			all.read(line)
		}
	}
	for section, p := range sections {
		if p.words >= 30 && math.Round(p.grade()) > easyGrade {
			t.Errorf("%s reads at grade %.1f", section, p.grade())
		}
	}
	if all.words < 800 || all.grade() > 6.5 {
		t.Errorf("the guide has %d words and reads at grade %.1f", all.words, all.grade())
	}
}

func TestNoSentenceOfTheGuideIsLong(t *testing.T) {
	v := content.First()
	for _, version := range []*quiz.Version{v, v.In("de")} {
		for _, text := range append(ofTheGuide(version), sources(version)...) {
			for sentence := range strings.FieldsFuncSeq(text.Text, func(r rune) bool { return strings.ContainsRune(".!?;:\n", r) }) {
				if n := len(words(sentence)); n > 25 {
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
