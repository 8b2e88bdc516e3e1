package storetest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// exported is the draft as a content file.
func exported(t *testing.T, s *store.Store) []byte {
	t.Helper()
	v, _, err := s.Draft(t.Context())
	must(t, err)
	file, err := content.Format(v)
	must(t, err)
	return append(file, v.Hash()...)
}

func revisionOf(t *testing.T, s *store.Store) int64 {
	t.Helper()
	v, _, err := s.Draft(t.Context())
	must(t, err)
	return v.Revision
}

// saveTitle saves the draft under a title.
func saveTitle(t *testing.T, s *store.Store, title string) {
	t.Helper()
	v, _, err := s.Draft(t.Context())
	must(t, err)
	v.Title = title
	must(t, s.SaveDraft(t.Context(), v, entry("save")))
}

func titleOf(t *testing.T, s *store.Store) string {
	t.Helper()
	v, _, err := s.Draft(t.Context())
	must(t, err)
	return v.Title
}

// randomEdits change a draft at random, each in a part of its own.
var randomEdits = []func(r *rand.Rand, v *quiz.Version) error{
	func(r *rand.Rand, v *quiz.Version) error {
		v.Questions[r.IntN(len(v.Questions))].Text = fmt.Sprintf("I ask %d things — „ä“ <b>&", r.IntN(1000))
		return nil
	},
	func(r *rand.Rand, v *quiz.Version) error {
		q := &v.Questions[r.IntN(len(v.Questions))]
		q.Retired = !q.Retired
		return nil
	},
	func(r *rand.Rand, v *quiz.Version) error {
		return v.DeleteQuestion(v.Questions[r.IntN(len(v.Questions))].Key)
	},
	func(r *rand.Rand, v *quiz.Version) error {
		return v.MoveQuestion(v.Questions[r.IntN(len(v.Questions))].Key, quiz.Move{To: 1 + r.IntN(len(v.Questions))})
	},
	func(r *rand.Rand, v *quiz.Version) error {
		_, err := v.AddQuestion(quiz.Kinds()[r.IntN(len(quiz.Kinds()))], 0)
		return err
	},
	func(r *rand.Rand, v *quiz.Version) error {
		q := &v.Questions[r.IntN(len(v.Questions))]
		q.Options[r.IntN(len(q.Options))].Loadings[v.Dimensions[r.IntN(len(v.Dimensions))].Key] = float64(r.IntN(9)-4) / 3
		return nil
	},
	func(r *rand.Rand, v *quiz.Version) error {
		v.Scenarios = slices.Delete(v.Scenarios, 0, min(1, len(v.Scenarios)))
		return nil
	},
	func(r *rand.Rand, v *quiz.Version) error {
		v.Scenarios = append(v.Scenarios, quiz.Scenario{
			Key: "random" + strconv.Itoa(r.Int()), Name: "Random", Answers: map[string]int{v.Questions[0].Key: 0}, Verdict: quiz.NotEnough,
		})
		return nil
	},
	func(r *rand.Rand, v *quiz.Version) error {
		texts := v.Translations["de"]
		for field, text := range texts {
			text.Text, text.Reviewed = "Ein anderer Text", r.IntN(2) == 0
			texts[field] = text
			return nil
		}
		return nil
	},
	func(_ *rand.Rand, v *quiz.Version) error {
		v.Translations = nil
		return nil
	},
	func(r *rand.Rand, v *quiz.Version) error {
		role := &v.Roles[r.IntN(len(v.Roles))]
		role.Prior, role.Content.Summary = role.Prior+1, "Another summary of "+strconv.Itoa(r.Int())
		return nil
	},
	func(r *rand.Rand, v *quiz.Version) error {
		v.Settings.ClearFrom = 0.7 + float64(r.IntN(20))/100
		v.Guide.Credit = strconv.Itoa(r.Int())
		return nil
	},
}

func draftSaves(t *testing.T, seeded opener) {
	t.Run("a change that was undone leaves the draft byte for byte as it was", func(t *testing.T) {
		s := seeded(t)
		started(t, s)
		r := rand.New(rand.NewPCG(7, 11)) //nolint:gosec // a test that fails is to fail again
		for saves := 0; saves < 40; {
			v, _, err := s.Draft(t.Context())
			must(t, err)
			before := v.Clone()
			if randomEdits[r.IntN(len(randomEdits))](r, v) != nil || len(v.Validate()) > 0 {
				continue
			}
			v.Follow(before)
			if len(quiz.Diff(before, v)) == 0 {
				continue
			}
			saves++
			was := exported(t, s)
			must(t, s.SaveDraft(t.Context(), v, entry("save")))
			is := exported(t, s)
			must(t, s.Undo(t.Context(), v.Revision, entry("undo")))
			if got := exported(t, s); !bytes.Equal(got, was) {
				t.Fatalf("after %v it is\n%s\nwas\n%s", quiz.Diff(before, v), got, was)
			}
			must(t, s.Redo(t.Context(), v.Revision+1, entry("redo")))
			if got := exported(t, s); !bytes.Equal(got, is) {
				t.Fatalf("%v again is\n%s\nwas\n%s", quiz.Diff(before, v), got, is)
			}
		}
	})
	t.Run("the last twenty changes are undone one by one, the last first, and made again", func(t *testing.T) {
		s := seeded(t)
		started(t, s)
		for n := range quiz.MostSaves + 3 {
			saveTitle(t, s, strconv.Itoa(n))
		}
		for n := quiz.MostSaves + 1; n >= 2; n-- {
			must(t, s.Undo(t.Context(), revisionOf(t, s), entry("undo")))
			if got := titleOf(t, s); got != strconv.Itoa(n) {
				t.Fatalf("it is called %q and not %d", got, n)
			}
		}
		wantError(t, s.Undo(t.Context(), revisionOf(t, s), entry("undo")), quiz.ErrNotFound)
		for n := 3; n <= quiz.MostSaves+2; n++ {
			must(t, s.Redo(t.Context(), revisionOf(t, s), entry("redo")))
			if got := titleOf(t, s); got != strconv.Itoa(n) {
				t.Fatalf("it is called %q again and not %d", got, n)
			}
		}
		wantError(t, s.Redo(t.Context(), revisionOf(t, s), entry("redo")), quiz.ErrNotFound)
	})
	t.Run("each change says who made it, when, and what it changed, and who took it back", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		v.Title, v.Questions[0].Text = "Another title", "Another wording"
		e := entry("save")
		e.Subject = "settings"
		must(t, s.SaveDraft(t.Context(), v, e))
		back := quiz.AuditEntry{At: Now.Add(2 * time.Hour), By: "ben@example.org", Action: quiz.ActionUndo}
		must(t, s.Undo(t.Context(), v.Revision, back))
		got, err := s.DraftSaves(t.Context())
		must(t, err)
		if len(got) != 1 {
			t.Fatalf("there are %+v", got)
		}
		one := got[0]
		if one.Revision != v.Revision || one.By != e.By || !one.At.Equal(e.At) || one.Action != "save" || one.Subject != "settings" ||
			one.N != 2 || len(one.Names) != 2 || one.UndoneBy != back.By || !one.UndoneAt.Equal(back.At) {
			t.Errorf("it is %+v", one)
		}
		_, saved, err := s.Draft(t.Context())
		must(t, err)
		if saved != (quiz.Saved{By: back.By, At: back.At}) {
			t.Errorf("who took it back is not the last to edit: %+v", saved)
		}
		log, err := s.Audit(t.Context(), quiz.AuditFilter{Action: quiz.ActionUndo})
		must(t, err)
		if len(log) != 1 || log[0].By != back.By {
			t.Errorf("the log has %+v", log)
		}
	})
	t.Run("what somebody saved meanwhile is not undone unseen", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		saveTitle(t, s, "By Ada")
		saveTitle(t, s, "By Ben")
		wantError(t, s.Undo(t.Context(), v.Revision+1, entry("undo")), quiz.ErrStale)
		if got := titleOf(t, s); got != "By Ben" {
			t.Errorf("it is called %q", got)
		}
	})
	t.Run("what undoing changes counts as changed for forms made before", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		saveTitle(t, s, "Another title")
		must(t, s.Undo(t.Context(), v.Revision+1, entry("undo")))
		if got := changed(t, s, v.Revision+1); !slices.Equal(got, []string{"title"}) {
			t.Errorf("%q changed", got)
		}
	})
	t.Run("after another change what was undone stays undone", func(t *testing.T) {
		s := seeded(t)
		started(t, s)
		saveTitle(t, s, "One")
		saveTitle(t, s, "Two")
		must(t, s.Undo(t.Context(), revisionOf(t, s), entry("undo")))
		saveTitle(t, s, "Three")
		wantError(t, s.Redo(t.Context(), revisionOf(t, s), entry("redo")), quiz.ErrNotFound)
		must(t, s.Undo(t.Context(), revisionOf(t, s), entry("undo")))
		if got := titleOf(t, s); got != "One" {
			t.Errorf("it is called %q", got)
		}
	})
	t.Run("a draft that ends takes its changes with it", func(t *testing.T) {
		s := seeded(t)
		for name, end := range map[string]func(revision int64) error{
			"discarded": func(revision int64) error { return s.DiscardDraft(t.Context(), revision, entry("discard")) },
			"published": func(revision int64) error {
				_, err := s.Publish(t.Context(), revision, "Why not", entry("publish"))
				return err
			},
		} {
			started(t, s)
			saveTitle(t, s, "Another title of one that is "+name)
			must(t, end(revisionOf(t, s)))
			if got, err := s.DraftSaves(t.Context()); err != nil || len(got) > 0 {
				t.Errorf("%s: %+v, %v", name, got, err)
			}
		}
	})
	t.Run("without a draft there is nothing to undo", func(t *testing.T) {
		s := seeded(t)
		wantError(t, s.Undo(t.Context(), 0, entry("undo")), quiz.ErrStale)
		v := started(t, s)
		wantError(t, s.Undo(t.Context(), v.Revision, entry("undo")), quiz.ErrNotFound)
		wantError(t, s.Redo(t.Context(), v.Revision, entry("redo")), quiz.ErrNotFound)
		_, err := s.SaveContent(t.Context(), v.Revision)
		wantError(t, err, quiz.ErrNotFound)
	})
}
