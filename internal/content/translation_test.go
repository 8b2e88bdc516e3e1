package content_test

import (
	"slices"
	"testing"

	"whichpm/internal/content"
)

func TestTheFirstVersionIsWhollyInGerman(t *testing.T) {
	v := content.First()
	missing, outdated := v.Missing("de")
	for _, s := range missing {
		t.Errorf("%s is missing", s.Field)
	}
	if len(outdated) > 0 || !slices.Equal(v.Languages(), []string{"de"}) {
		t.Errorf("outdated: %v, languages: %v", outdated, v.Languages())
	}
	german := v.In("de")
	if german.Roles[0].Name != "Produktmanagement" || !german.Unreviewed() || v.Unreviewed() {
		t.Error("the German version does not say what it is")
	}
	if german.Questions[3].Options[0].Label != v.Questions[3].Options[0].Label {
		t.Error("the steps of a pair were translated with the content")
	}
}
