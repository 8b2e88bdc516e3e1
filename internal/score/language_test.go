package score

import (
	"encoding/json"
	"testing"

	"whichpm/internal/content"
)

// written is a result in full: JSON writes a number so that reading it gives
// the same bits.
func written(t *testing.T, r Result) string {
	t.Helper()
	body, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestScoresAreTheSameInEveryLanguageBitForBit(t *testing.T) {
	v := content.First()
	if len(v.Languages()) == 0 {
		t.Fatal("there is no other language")
	}
	english, rng := New(v), dice(36)
	for _, language := range v.Languages() {
		model := New(v.In(language))
		for n := range 200 {
			a := random(v, rng, float64(n%5)/4)
			if one, other := written(t, english.Score(a)), written(t, model.Score(a)); one != other {
				t.Fatalf("%v scores in English\n%s\nin %s\n%s", a, one, language, other)
			}
		}
	}
}
