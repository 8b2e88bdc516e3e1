package quiz_test

import (
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestTheLabelsOfAScaleAreSetAndTranslatedOnce(t *testing.T) {
	v := draft(t)
	own := &v.Questions[v.QuestionIndex("h1")]
	own.Options[4].Label = "Oh yes"
	labels, n := v.ScaleLabels(quiz.Agree)
	if n != 21 || labels[4] != "Strongly agree" {
		t.Fatalf("%d statements have %q", n, labels)
	}
	labels[4] = " Fully  agree "
	must(t, v.SetScaleLabels(quiz.Agree, labels))
	for _, q := range v.Questions {
		want := "Fully agree"
		if q.Key == "h1" {
			want = "Oh yes"
		}
		if q.Kind == quiz.Agree && q.Options[4].Label != want {
			t.Errorf("%s has %q", q.Key, q.Options[4].Label)
		}
	}
	sound(t, v)
	must(t, v.SetTranslation("de", "questions.u2", quiz.TypedTranslation{Texts: map[string]string{"questions.u2.options.4.label": "Ganz und gar"}}))
	for _, q := range v.Questions {
		if text := v.Translations["de"]["questions."+q.Key+".options.4.label"].Text; q.Kind == quiz.Agree && (text == "Ganz und gar") != (q.Key != "h1") {
			t.Errorf("%s has the German %q", q.Key, text)
		}
	}
	key, err := v.AddQuestion(quiz.Agree, 0)
	must(t, err)
	if q := v.Questions[v.QuestionIndex(key)]; q.Options[4].Label != "Fully agree" || v.Translations["de"]["questions."+key+".options.4.label"].Text != "Ganz und gar" {
		t.Errorf("a new statement has %q", q.Options[4].Label)
	}
	labels[0] = " "
	refused(t, v.SetScaleLabels(quiz.Agree, labels), quiz.ScaleField(quiz.Agree, 0))
}

func TestNoHashMovesWithTheLabelsOfAScale(t *testing.T) {
	v := content.First()
	labels, _ := v.ScaleLabels(quiz.Agree)
	hash := v.Hash()
	must(t, v.SetScaleLabels(quiz.Agree, labels))
	if v.Hash() != hash {
		t.Error("the same labels give another hash")
	}
}
