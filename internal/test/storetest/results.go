package storetest

import (
	"testing"
	"time"

	"whichpm/internal/quiz"
)

func results(t *testing.T, seeded opener) {
	t.Run("a result comes back as it was kept", func(t *testing.T) {
		s := seeded(t)
		for n := range 3 {
			want := Result(n)
			must(t, s.AddResult(t.Context(), want))
			got, err := s.Result(t.Context(), want.ID)
			must(t, err)
			if got != want {
				t.Errorf("got\n%+v\nwant\n%+v", got, want)
			}
		}
	})
	t.Run("a result without a verdict names no role", func(t *testing.T) {
		s := seeded(t)
		want := Result(1)
		want.Verdict, want.Top, want.Probability = quiz.NotEnough, "", 0
		must(t, s.AddResult(t.Context(), want))
		got, err := s.Result(t.Context(), want.ID)
		must(t, err)
		if got != want {
			t.Errorf("got\n%+v\nwant\n%+v", got, want)
		}
	})
	t.Run("finishing twice gives one result, the first", func(t *testing.T) {
		s := seeded(t)
		first, second := Result(1), Result(2)
		second.ID = first.ID
		kept, err := s.KeepResult(t.Context(), first)
		must(t, err)
		again, err := s.KeepResult(t.Context(), second)
		must(t, err)
		got, err := s.Result(t.Context(), first.ID)
		must(t, err)
		if got != first || kept != first || again != first {
			t.Errorf("got\n%+v, told\n%+v\nand\n%+v\nwant\n%+v", got, kept, again, first)
		}
	})
	t.Run("an unknown result is not found", func(t *testing.T) {
		_, err := seeded(t).Result(t.Context(), ResultID(1))
		wantError(t, err, quiz.ErrNotFound)
	})
	t.Run("a result of an unknown version is refused", func(t *testing.T) {
		s := seeded(t)
		r := Result(1)
		r.Version = 99
		if s.AddResult(t.Context(), r) == nil {
			t.Fatal("it was kept")
		}
		_, err := s.Result(t.Context(), r.ID)
		wantError(t, err, quiz.ErrNotFound)
	})
	t.Run("a verdict no program gives is refused", func(t *testing.T) {
		r := Result(1)
		r.Verdict = "perhaps"
		if seeded(t).AddResult(t.Context(), r) == nil {
			t.Fatal("it was kept")
		}
	})
}

func deletion(t *testing.T, seeded opener) {
	t.Run("of a deleted result only its id is left", func(t *testing.T) {
		s := seeded(t)
		r := Result(1)
		must(t, s.AddResult(t.Context(), r))
		must(t, s.DeleteResult(t.Context(), r.ID, Now))
		got, err := s.Result(t.Context(), r.ID)
		wantError(t, err, quiz.ErrGone)
		if want := (quiz.Result{ID: r.ID, Version: 1, Deleted: true}); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	})
	t.Run("a deleted result does not come back", func(t *testing.T) {
		s := seeded(t)
		r := Result(1)
		must(t, s.AddResult(t.Context(), r))
		must(t, s.DeleteResult(t.Context(), r.ID, Now))
		wantError(t, s.AddResult(t.Context(), r), quiz.ErrGone)
		_, err := s.Result(t.Context(), r.ID)
		wantError(t, err, quiz.ErrGone)
	})
	t.Run("deleting twice is no error", func(t *testing.T) {
		s := seeded(t)
		r := Result(1)
		must(t, s.AddResult(t.Context(), r))
		must(t, s.DeleteResult(t.Context(), r.ID, Now))
		must(t, s.DeleteResult(t.Context(), r.ID, Now.Add(time.Hour)))
	})
	t.Run("a result that never was cannot be deleted", func(t *testing.T) {
		wantError(t, seeded(t).DeleteResult(t.Context(), ResultID(1), Now), quiz.ErrNotFound)
	})
	t.Run("a deleted result answers gone for every link of it", func(t *testing.T) {
		s := seeded(t)
		r := Result(1)
		must(t, s.AddResult(t.Context(), r))
		for n := range 3 {
			must(t, s.AddShare(t.Context(), Share(r.ID, n)))
		}
		must(t, s.RevokeShare(t.Context(), r.ID, Share(r.ID, 0).ID, Now))
		deletedAt := Now.Add(time.Hour)
		must(t, s.DeleteResult(t.Context(), r.ID, deletedAt))
		for n := range 3 {
			_, _, err := s.Share(t.Context(), Share(r.ID, n).ID)
			wantError(t, err, quiz.ErrGone)
		}
		left, err := s.Shares(t.Context(), r.ID)
		must(t, err)
		revoked := []time.Time{deletedAt, deletedAt, Now}
		for i, sh := range left {
			if sh.Name != "" || !sh.RevokedAt.Equal(revoked[i]) {
				t.Errorf("share %d keeps %q, revoked %s", i, sh.Name, sh.RevokedAt)
			}
		}
	})
	t.Run("deleting one result leaves the others and their links", func(t *testing.T) {
		s := seeded(t)
		for n := range 2 {
			must(t, s.AddResult(t.Context(), Result(n)))
			must(t, s.AddShare(t.Context(), Share(ResultID(n), n)))
		}
		must(t, s.DeleteResult(t.Context(), ResultID(0), Now))
		sh, r, err := s.Share(t.Context(), Share(ResultID(1), 1).ID)
		must(t, err)
		if sh != Share(ResultID(1), 1) || r != Result(1) {
			t.Errorf("got %+v of %+v", sh, r)
		}
	})
}
