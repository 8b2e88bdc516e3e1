package takerview

import (
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/card"
	"whichpm/web/words"
)

func TestTheWordsForAPictureNameOnlyWhoThePictureNames(t *testing.T) {
	v := content.First()
	answers := v.NoAnswers()
	for q := range answers {
		answers[q] = 0
	}
	s := score.New(v).Score(answers)
	for name, named := range map[string]bool{
		"Ada": true, "Zoë": true, "Ada 🚀": false, "🚀": false, "🇩🇪 Ben": false, "👩‍💻": false, "Ada ❤️": false, "ליאורה": false,
	} {
		p := SharedProps{Reading: Reading{Language: words.English, Version: v, Score: s, Result: quiz.Result{Verdict: s.Verdict}}, Share: quiz.Share{Name: name, Scope: quiz.ScopeVerdict}, Drawable: card.Drawable}
		shown, alt := p.Picture("", card.Drawable), p.pictureAlt()
		for where, text := range map[string]string{"picture": shown.Kicker + shown.Headline, "words": alt} {
			if strings.Contains(text, name) != named || strings.Contains(text, "…") {
				t.Errorf("%s: the %s says %q", name, where, text)
			}
		}
	}
}
