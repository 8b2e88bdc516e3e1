package site_test

import (
	"testing"

	"whichpm/web/site"
)

func TestEveryPlaceThatAFindingNamesLeadsToItsForm(t *testing.T) {
	for field, want := range map[string]string{
		"title":                       "/admin/settings#title",
		"about.lead":                  "/admin/settings#about.lead",
		"language":                    "/admin/settings#language",
		"settings.clear_from":         "/admin/settings#settings.clear_from",
		"questions":                   "/admin/questions#questions",
		"questions.h1.text":           "/admin/questions/h1#questions.h1.text",
		"dimensions.lens.position":    "/admin/dimensions#dimensions.lens.position",
		"dimensions.lens":             "/admin/dimensions/lens#dimensions.lens",
		"roles.maker.profile":         "/admin/roles/maker#roles.maker.profile",
		"roles.maker.content.tagline": "/admin/roles/maker#roles.maker.content.tagline",
		"guide.working_together":      "/admin/guide#guide.working_together",
		"translations.de":             "/admin/translations#translations.de",
		"nowhere":                     "",
	} {
		if got := site.AdminEditor(field); got != want {
			t.Errorf("%s leads to %q, want %q", field, got, want)
		}
	}
}
