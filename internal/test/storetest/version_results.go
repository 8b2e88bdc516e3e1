package storetest

import (
	"encoding/binary"
	"errors"
	"slices"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func versionResults(t *testing.T, seeded opener) {
	read := func(t *testing.T, s *store.Store, version int64) (list []quiz.Result, said map[quiz.ResultID]*quiz.Outcome) {
		t.Helper()
		said = map[quiz.ResultID]*quiz.Outcome{}
		must(t, s.VersionResults(t.Context(), version, func(r quiz.Result, o *quiz.Outcome) error {
			list, said[r.ID] = append(list, r), o
			return nil
		}))
		return list, said
	}
	t.Run("a version has its results with what was said, without those deleted", func(t *testing.T) {
		s := seeded(t)
		for n := range 4 {
			must(t, s.AddResult(t.Context(), Result(n)))
			must(t, s.AddOutcome(t.Context(), Outcome(n)))
		}
		must(t, s.DeleteResult(t.Context(), ResultID(1), Now))
		must(t, s.RemoveOutcome(t.Context(), ResultID(2)))
		list, said := read(t, s, 1)
		for _, r := range list {
			if want, err := s.Result(t.Context(), r.ID); err != nil || r != want {
				t.Errorf("got\n%+v\nwant\n%+v, %v", r, want, err)
			}
		}
		if o := said[ResultID(3)]; len(list) != 3 || said[ResultID(2)] != nil || o == nil || *o != Outcome(3) {
			t.Errorf("got %v", said)
		}
		if list, _ = read(t, s, 2); len(list) > 0 {
			t.Errorf("another version has %v", list)
		}
	})
	t.Run("the key of a journey that another browser finished is no result", func(t *testing.T) {
		s := seeded(t)
		r := Result(0)
		r.Origin = ResultID(1)
		must(t, s.AddResult(t.Context(), r))
		if list, _ := read(t, s, 1); len(list) != 1 || list[0].ID != r.ID {
			t.Errorf("got %v", list)
		}
	})
	t.Run("their order tells nothing of when they came", func(t *testing.T) {
		answers := func(days func(n int) int) (texts []string) {
			s := seeded(t)
			for n := range 20 {
				r := Result(n)
				r.FinishedAt = Now.Add(time.Duration(days(n)) * 24 * time.Hour)
				binary.BigEndian.PutUint16(r.ID[:], uint16(days(n))) //nolint:gosec // small; a key begins with the day
				must(t, s.AddResult(t.Context(), r))
			}
			list, _ := read(t, s, 1)
			for _, r := range list {
				texts = append(texts, r.Answers+r.Asked)
			}
			return texts
		}
		forward, back := answers(func(n int) int { return n }), answers(func(n int) int { return 20 - n })
		if len(forward) != 20 || !slices.Equal(forward, back) {
			t.Errorf("got\n%v\nand, with the days the other way round,\n%v", forward, back)
		}
	})
	t.Run("reading them ends with the first error", func(t *testing.T) {
		s := seeded(t)
		for n := range 3 {
			must(t, s.AddResult(t.Context(), Result(n)))
		}
		n, enough := 0, errors.New("enough")
		wantError(t, s.VersionResults(t.Context(), 1, func(quiz.Result, *quiz.Outcome) error { n++; return enough }), enough)
		if n != 1 {
			t.Errorf("%d results were read", n)
		}
	})
}
