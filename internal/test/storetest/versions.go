package storetest

import (
	"reflect"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func versions(t *testing.T, open func(t testing.TB) *store.Store, seeded opener) {
	t.Run("a new database has no version", func(t *testing.T) {
		s := open(t)
		_, err := s.PublishedID(t.Context())
		wantError(t, err, quiz.ErrNotFound)
		_, err = s.Version(t.Context(), 1)
		wantError(t, err, quiz.ErrNotFound)
	})
	t.Run("the first version is published as number 1 and comes back whole", func(t *testing.T) {
		s := seeded(t)
		id, err := s.PublishedID(t.Context())
		must(t, err)
		got, err := s.Version(t.Context(), id)
		must(t, err)
		want := content.First()
		want.ID, want.State, want.PublishedAt = 1, quiz.Published, Now
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got\n%+v\nwant\n%+v", got, want)
		}
		if got.Hash() != content.First().Hash() {
			t.Error("the stored version has another hash")
		}
	})
	t.Run("every kind of question is kept, with as many options as it may have", func(t *testing.T) {
		s, want := open(t), everyKind(t)
		must(t, s.SeedFirst(t.Context(), want, Now))
		got, err := s.Version(t.Context(), 1)
		must(t, err)
		if !reflect.DeepEqual(got.Questions, want.Questions) {
			t.Errorf("got\n%+v\nwant\n%+v", got.Questions, want.Questions)
		}
	})
	t.Run("a database with a version is not seeded again", func(t *testing.T) {
		s := seeded(t)
		other := content.First()
		other.Title = "Another quiz"
		must(t, s.SeedFirst(t.Context(), other, Now.Add(time.Hour)))
		v, err := s.Version(t.Context(), 1)
		must(t, err)
		if v.Title == other.Title || !v.PublishedAt.Equal(Now) {
			t.Errorf("version 1 became %q, published %s", v.Title, v.PublishedAt)
		}
	})
	t.Run("a version that breaks a rule of the schema leaves nothing behind", func(t *testing.T) {
		s := open(t)
		broken := content.First()
		broken.Questions[3].Options[1].Loadings["no_such_dimension"] = 0.5
		if err := s.SeedFirst(t.Context(), broken, Now); err == nil {
			t.Fatal("a loading on an unknown dimension was stored")
		}
		_, err := s.Version(t.Context(), 1)
		wantError(t, err, quiz.ErrNotFound)
		must(t, s.SeedFirst(t.Context(), content.First(), Now))
	})
}

// everyKind is a version with a further question of each kind.
func everyKind(t *testing.T) *quiz.Version {
	t.Helper()
	v := content.First()
	for _, kind := range quiz.Kinds() {
		key, err := v.AddQuestion(kind, 0)
		must(t, err)
		for _, most := kind.Options(); len(v.Questions[v.QuestionIndex(key)].Options) < most; {
			must(t, v.AddOption(key))
		}
	}
	return v
}
