package taker

import (
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/test/biggest"
	"whichpm/internal/test/garden"
)

func TestTheLengthOfTheShortFormIsWorkedOutFromTheVersion(t *testing.T) {
	v := content.First()
	got := usualLength(v)
	if got.Low < v.Settings.ShortMinAsked || got.High >= v.Asked() || got.Low >= got.High || got != usualLength(v) {
		t.Errorf("of %d questions, usually %+v", v.Asked(), got)
	}
	v.Settings.ShortMinAsked += 4
	if longer := usualLength(v); longer.Low < got.Low+4 {
		t.Errorf("where four more are asked at least: %+v after %+v", longer, got)
	}
	small := garden.Version(t)
	if got := usualLength(small); got.High > small.Asked() {
		t.Errorf("of %d questions, usually %+v", small.Asked(), got)
	}
}

func TestAQuizTooBigToPlayWhileAPageWaitsSaysHowManyAreAskedAtMost(t *testing.T) {
	began := time.Now()
	if got := usualLength(biggest.Quiz()); got.High != 0 || time.Since(began) > time.Second {
		t.Errorf("usually %+v, after %s", got, time.Since(began))
	}
}
