package storetest

import (
	"reflect"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// inGerman gives a version a translation with everything it can have: read and
// unread, of an older English, over lines and outside ASCII.
func inGerman(v *quiz.Version) quiz.Translations {
	v.Translations = quiz.Translations{"de": {
		"title":             {Text: "Größe „Ä“ – <b>'\"", Of: quiz.Fingerprint(v.Title), Reviewed: true},
		"questions.h1.text": {Text: "Ich denke weit voraus.", Of: quiz.Fingerprint("an older English"), From: "an older English"},
		"guide.caveats":     {Text: "Eins\nZwei", Of: quiz.Fingerprint("x")},
	}}
	return v.Clone().Translations
}

func translations(t *testing.T, seeded opener) {
	same := func(t *testing.T, s *store.Store, id int64, want quiz.Translations) {
		t.Helper()
		got, err := s.Version(t.Context(), id)
		must(t, err)
		if !reflect.DeepEqual(got.Translations, want) {
			t.Errorf("version %d has\n%+v\nwant\n%+v", id, got.Translations, want)
		}
	}
	t.Run("they are saved, published and copied with a draft", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		want := inGerman(v)
		must(t, s.SaveDraft(t.Context(), v, entry("save")))
		got, _, err := s.Draft(t.Context())
		must(t, err)
		if !reflect.DeepEqual(got.Translations, want) || got.Hash() != v.Hash() {
			t.Errorf("the draft has\n%+v\nwant\n%+v", got.Translations, want)
		}
		id, err := s.Publish(t.Context(), v.Revision, "In German", entry("publish"))
		must(t, err)
		same(t, s, id, want)
		same(t, s, 1, content.First().Translations)
		copied, err := s.StartDraft(t.Context(), id, "ada@example.org", Now)
		must(t, err)
		if !reflect.DeepEqual(copied.Translations, want) {
			t.Errorf("the copy has %+v", copied.Translations)
		}
		same(t, s, copied.ID, want)
	})
	t.Run("they are imported, and taken away", func(t *testing.T) {
		s := seeded(t)
		v := content.First()
		want := inGerman(v)
		must(t, s.ImportDraft(t.Context(), v, entry("import")))
		got, _, err := s.Draft(t.Context())
		must(t, err)
		if !reflect.DeepEqual(got.Translations, want) {
			t.Errorf("the draft has\n%+v\nwant\n%+v", got.Translations, want)
		}
		got.Translations = nil
		must(t, s.SaveDraft(t.Context(), got, entry("save")))
		same(t, s, got.ID, nil)
	})
	t.Run("those of what was deleted are not kept", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		want := inGerman(v)
		must(t, v.DeleteQuestion("h1"))
		delete(want["de"], "questions.h1.text")
		must(t, s.SaveDraft(t.Context(), v, entry("save")))
		same(t, s, v.ID, want)
	})
}
