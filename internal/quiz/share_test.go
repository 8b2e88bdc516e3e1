package quiz_test

import (
	"errors"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

func TestALinkComesBackFromItsText(t *testing.T) {
	owner := quiz.Journey{Seed: quiz.Seed{5}, Started: noon}.Owner()
	if got, err := quiz.ParseOwner(owner.String()); err != nil || got != owner {
		t.Errorf("owner: %v %v", got, err)
	}
	share := quiz.NewShareID(noon, [16]byte{1, 2})
	if got, err := quiz.ParseShareID(share.String()); err != nil || got != share {
		t.Errorf("share: %v %v", got, err)
	}
	if len(owner.String()) != 24 || len(share.String()) != 24 {
		t.Error("a link address has 24 letters")
	}
}

func TestAMalformedLinkIsRefused(t *testing.T) {
	for _, text := range []string{"", "x", strings.Repeat("A", 23), strings.Repeat("A", 25), strings.Repeat("*", 24), strings.Repeat("A", 22) + "\n\n", "\n" + strings.Repeat("A", 24)} {
		if _, err := quiz.ParseShareID(text); !errors.Is(err, quiz.ErrLink) {
			t.Errorf("%q: %v", text, err)
		}
		if _, err := quiz.ParseOwner(text); !errors.Is(err, quiz.ErrLink) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzLinks(f *testing.F) {
	f.Add(quiz.NewShareID(noon, [16]byte{1}).String())
	f.Fuzz(func(t *testing.T, text string) {
		if id, err := quiz.ParseShareID(text); err == nil && id.String() != text {
			t.Fatal("one share has two spellings")
		}
		if owner, err := quiz.ParseOwner(text); err == nil && owner.String() != text {
			t.Fatal("one owner has two spellings")
		}
	})
}

func TestANameIsPlainText(t *testing.T) {
	tests := []struct{ name, typed, kept, problem string }{
		{"none", "  ", "", ""},
		{"trimmed", "  Ada   Lovelace ", "Ada Lovelace", ""},
		{"markup stays text", "<b>Ada</b>", "<b>Ada</b>", ""},
		{"another script", "李小龍", "李小龍", ""},
		{"a joiner of its script", "علی\u200cرضا", "علی\u200cرضا", ""},
		{"forty characters", strings.Repeat("ü", 40), strings.Repeat("ü", 40), ""},
		{"too long", strings.Repeat("ü", 41), "", "name"},
		{"turns the direction", "Ada\u202egro.live", "", "name"},
		{"a hidden character", "Ada\x07", "", "name"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			share, err := quiz.NewShare(quiz.ResultID{}, "profile", tt.typed, noon, [16]byte{})
			problems, _ := errors.AsType[quiz.Problems](err)
			if share.Name != tt.kept || (problems.For("name") != "") != (tt.problem == "name") {
				t.Errorf("kept %q, problems %v", share.Name, problems)
			}
		})
	}
}

func TestAnUnknownScopeIsAProblem(t *testing.T) {
	_, err := quiz.NewShare(quiz.ResultID{}, "everything", "", noon, [16]byte{})
	if problems, _ := errors.AsType[quiz.Problems](err); problems.For("scope") == "" {
		t.Errorf("got %v", err)
	}
}
