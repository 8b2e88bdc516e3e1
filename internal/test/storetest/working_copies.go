package storetest

import (
	"strconv"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

func workingCopies(t *testing.T, seeded opener) {
	s := seeded(t)
	for _, id := range []string{"a", "b"} {
		must(t, s.AddAdmin(t.Context(), auth.Admin{}, auth.Admin{ID: id, Email: id + "@example.org", Role: auth.Editor, PasswordHash: "$argon2id$x", CreatedAt: Now}, entry("add"))) //nolint:gosec // of nobody
	}
	typed := func(n int) quiz.WorkingCopy {
		return quiz.WorkingCopy{Admin: "a", To: "/admin/questions/q" + strconv.Itoa(n), Page: "/admin/questions", Typed: "n=" + strconv.Itoa(n), At: Now.Add(time.Duration(n) * time.Minute)}
	}
	for n := range quiz.MostWorkingCopies + 2 {
		must(t, s.KeepTyped(t.Context(), typed(n)))
	}
	last := typed(quiz.MostWorkingCopies + 1)
	last.Typed = "again=ä"
	must(t, s.KeepTyped(t.Context(), last))
	if got, err := s.TypedOn(t.Context(), "a", last.Page); err != nil || got != last {
		t.Errorf("got %+v, %v", got, err)
	}
	_, err := s.TypedOn(t.Context(), "b", last.Page)
	wantError(t, err, quiz.ErrNotFound)
	must(t, s.ForgetTyped(t.Context(), "b", last.To)) // somebody else's stays
	must(t, s.ForgetTypedBefore(t.Context(), last.At))
	if got, err := s.TypedOn(t.Context(), "a", last.Page); err != nil || got != last {
		t.Errorf("what is new went: %+v, %v", got, err)
	}
	must(t, s.ForgetTyped(t.Context(), "a", last.To))
	_, err = s.TypedOn(t.Context(), "a", last.Page)
	wantError(t, err, quiz.ErrNotFound) // the old ones went too
}
