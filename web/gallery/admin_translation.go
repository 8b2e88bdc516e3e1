package gallery

import (
	"net/url"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

func adminTranslations(l words.Language) []State {
	draft := func() adminview.Form { return editedAs(l, published(), quiz.Draft) }
	live := func() adminview.Form { return editedAs(l, published(), quiz.Published) }
	return []State{
		{"admin", "translations", adminview.Translations(draft())},
		{"admin", "translations live", adminview.Translations(live())},
		{"admin", "translations with missing", adminview.Translations(partlyGerman(draft()))},
		{"admin", "translations not started", adminview.Translations(withoutGerman(draft()))},
		{"admin", "translations longest text", adminview.Translations(editedAs(l, wordy(), quiz.Draft))},
		{"admin", "translation", adminview.Translation(draft(), "de", "questions.c1")},
		{"admin", "translation live", adminview.Translation(live(), "de", "questions.c1")},
		{"admin", "translation with missing", adminview.Translation(partlyGerman(draft()), "de", "questions.c1")},
		{"admin", "outdated translations", adminview.Outdated(outdatedPage(l, nil), outdatedProps(l))},
		{"admin", "outdated translations refused", adminview.Outdated(outdatedPage(l, quiz.Problems{problemIn(l, adminview.SmallField, "small_none")}), refusedOutdated(l))},
		{"admin", "outdated translations longest text", adminview.Outdated(outdatedPage(l, nil), longOutdated(l))},
		{"admin", "outdated translations none", adminview.Outdated(outdatedPage(l, nil), adminview.OutdatedProps{Language: l})},
		{"admin", "saved and outdated", adminview.Settings(justOutdated(draft()))},
		{"admin", "translation outdated", adminview.Translation(outdatedGerman(draft()), "de", "title")},
		{"admin", "translation reviewed", adminview.Translation(reviewedGerman(draft()), "de", "guide")},
		{"admin", "translation longest text", adminview.Translation(editedAs(l, longGerman(wordy()), quiz.Draft), "de", "roles.product_manager")},
		{"admin", "translation refused", adminview.Translation(refusedAs(draft(), "translations.de.title", url.Values{
			"": {strings.Repeat("zu lang ", 20)}, ".reviewed": {"on"},
		}, quiz.Problems{problemIn(l, "", "draft_long", "n", 120, "has", 159)}), "de", "title")},
	}
}

// partlyGerman lacks texts of two parts, and the English of a third changed.
func partlyGerman(f adminview.Form) adminview.Form {
	for _, field := range []string{"title", "questions.c1.text", "questions.c1.options.2.label"} {
		delete(f.Version.Translations["de"], field)
	}
	f.Version.Questions[f.Version.QuestionIndex("c1")].Options[0].Label = "Another way to act"
	f.Version.Guide.BothRoles += " They also meet often."
	return f
}

func withoutGerman(f adminview.Form) adminview.Form {
	f.Version.Translations = nil
	return f
}

func reviewedGerman(f adminview.Form) adminview.Form {
	texts := f.Version.Translations["de"]
	for field, t := range texts {
		t.Reviewed = true
		texts[field] = t
	}
	return f
}

// longGerman has words that no line of a small phone holds.
func longGerman(v *quiz.Version) *quiz.Version {
	for field, t := range v.Translations["de"] {
		t.Text = strings.Repeat(unbreakable+" ", 6)
		v.Translations["de"][field] = t
	}
	return v
}
