package storetest

import (
	"slices"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// changed lists the fields that changed after a revision.
func changed(t *testing.T, s *store.Store, after int64) []string {
	t.Helper()
	changes, err := s.DraftChanges(t.Context(), after)
	must(t, err)
	fields := []string{}
	for _, c := range changes {
		fields = append(fields, c.Field)
	}
	return fields
}

func draftChanges(t *testing.T, seeded opener) {
	t.Run("each field tells which save changed it last", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		begun := v.Revision
		v.Title = "By Ada"
		must(t, s.SaveDraft(t.Context(), v, entry("save")))
		v.Title, v.Questions[0].Text = "By Ben", "A wording"
		ben := quiz.AuditEntry{At: Now.Add(2 * time.Hour), By: "ben@example.org", Action: "save"}
		must(t, s.SaveDraft(t.Context(), v, ben))
		got, err := s.DraftChanges(t.Context(), begun-1)
		must(t, err)
		want := []quiz.Change{
			{Field: "", Revision: begun, By: "ada@example.org", At: Now},
			{Field: "questions." + v.Questions[0].Key + ".text", Revision: begun + 2, By: ben.By, At: ben.At},
			{Field: "title", Revision: begun + 2, By: ben.By, At: ben.At},
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %+v\nwant %+v", got, want)
		}
		if now := changed(t, s, begun+2); len(now) > 0 {
			t.Errorf("since the latest save %q changed", now)
		}
	})
	t.Run("of two questions that change places the one that was moved changed", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		for _, place := range []int{0, 1} {
			moved := v.Questions[place].Key
			v.Questions[0], v.Questions[1] = v.Questions[1], v.Questions[0]
			e := entry("save")
			e.Subject = "questions." + moved + ".position"
			must(t, s.SaveDraft(t.Context(), v, e))
			if got := changed(t, s, v.Revision-1); !slices.Equal(got, []string{e.Subject}) {
				t.Errorf("%q was moved and %q changed", moved, got)
			}
		}
	})
	t.Run("an import changes what it holds otherwise and nothing else", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		v.Settings.ClearFrom = 0.81
		must(t, s.ImportDraft(t.Context(), v, entry("import")))
		if got := changed(t, s, v.Revision-1); !slices.Equal(got, []string{"settings.clear_from"}) {
			t.Errorf("it changed %q", got)
		}
	})
	t.Run("a draft that is published or discarded leaves no changes to the next", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		must(t, s.DiscardDraft(t.Context(), v.Revision, entry("discard")))
		if got := changed(t, s, 0); len(got) > 0 {
			t.Errorf("without a draft %q changed", got)
		}
		v = started(t, s)
		_, err := s.Publish(t.Context(), v.Revision, "Why not", entry("publish"))
		must(t, err)
		v = started(t, s)
		if got := changed(t, s, 0); !slices.Equal(got, []string{""}) || len(changed(t, s, v.Revision-1)) != 1 {
			t.Errorf("of the next draft %q changed", got)
		}
	})
}
