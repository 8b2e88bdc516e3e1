package score_test

import (
	"math/rand/v2"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

func TestAPlaceIsThePositionThePageShows(t *testing.T) {
	v := content.First()
	v.Questions[0].Retired = true
	model, places := score.New(v), score.NewPlaces(v)
	rng := rand.New(rand.NewPCG(5, 6))
	found := make([]score.Place, len(v.Dimensions))
	for range 300 {
		answers, short := model.Play(rng.IntN(len(v.Roles)), rng), make([]int8, len(v.Questions))
		for q := range answers {
			if rng.IntN(3) == 0 {
				answers[q] = quiz.NoAnswer
			}
			short[q] = int8(answers[q])
		}
		places.Find(found, short)
		for d, want := range model.Score(answers).Dimensions {
			if got := found[d]; got.Position != want.Position || got.Known != (want.Info > 0) {
				t.Fatalf("dimension %d is at %v, the page says %v with information %v", d, got, want.Position, want.Info)
			}
		}
	}
}
