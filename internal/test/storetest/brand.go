package storetest

import (
	"reflect"
	"testing"
	"time"

	"whichpm/internal/brand"
	"whichpm/internal/quiz"
)

func theBrand(t *testing.T, seeded opener) {
	s := seeded(t)
	_, err := s.Brand(t.Context())
	wantError(t, err, quiz.ErrNotFound)
	revision := func(want int64) {
		t.Helper()
		if got, err := s.BrandRevision(t.Context()); err != nil || got != want {
			t.Errorf("the revision is %d, want %d: %v", got, want, err)
		}
	}
	revision(0)
	b := brand.Brand{
		Settings: brand.Settings{
			Name: "Ада & Co", Light: "#1f4fd8", Texts: map[string]brand.Texts{"de": {Footer: "Für alle", Calls: map[string]brand.Call{"product": {Sentence: "Ja", Label: "Hin", Address: "https://a.example"}}}},
		},
		LogoLight: []byte{0, 1, 2}, LogoDark: []byte{},
	}
	first, err := s.SaveBrand(t.Context(), b, entry(quiz.ActionSaveBrand))
	must(t, err)
	revision(first)
	b.Revision, b.UpdatedAt = first, entry("").At.UTC().Truncate(time.Millisecond)
	if got, err := s.Brand(t.Context()); err != nil || !reflect.DeepEqual(got, b) {
		t.Errorf("got %+v, %v, want %+v", got, err, b)
	}
	stale := b
	stale.Revision, stale.Name = 0, "Somebody else"
	_, err = s.SaveBrand(t.Context(), stale, entry(quiz.ActionSaveBrand))
	wantError(t, err, quiz.ErrStale)
	wantError(t, s.RemoveBrand(t.Context(), first+1, entry(quiz.ActionRemoveBrand)), quiz.ErrStale)
	b.Name = "Ada"
	second, err := s.SaveBrand(t.Context(), b, entry(quiz.ActionSaveBrand))
	must(t, err)
	must(t, s.RemoveBrand(t.Context(), second, entry(quiz.ActionRemoveBrand)))
	revision(0)
	_, err = s.Brand(t.Context())
	wantError(t, err, quiz.ErrNotFound)
	b.Revision = 0
	third, err := s.SaveBrand(t.Context(), b, entry(quiz.ActionSaveBrand))
	if err != nil || third <= second {
		t.Errorf("after it was removed the brand begins with revision %d, after %d: %v", third, second, err)
	}
	log, err := s.Audit(t.Context(), quiz.AuditFilter{Action: quiz.ActionSaveBrand})
	if err != nil || len(log) != 3 {
		t.Errorf("the log has %d entries of what was saved three times: %v", len(log), err)
	}
}
