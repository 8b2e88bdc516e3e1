package takerview

import (
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/words"
)

func TestOthersAreToldTowardsTheEndAPersonIsCloserTo(t *testing.T) {
	v := content.First()
	model := score.New(v)
	r := Reading{Version: v, Score: model.Score(v.NoAnswers())}
	spread := func(negative, middle, positive int64) insight.Spread {
		s := make(insight.Spread, 21)
		s[0], s[10], s[20] = negative, middle, positive
		return s
	}
	apart := spread(20, 20, 20)
	for _, c := range []struct {
		position            float64
		known               bool
		people              insight.Spread
		said, short, beside string
	}{
		{.3, true, apart, "3 in 10 stand further towards “Left”", "3 in 10 stand further", "Left"},
		{-.3, true, apart, "3 in 10 stand further towards “Right”", "3 in 10 stand further", "Right"},
		{1, true, apart, "Fewer than 1 in 10 stand further towards “Left”", "Fewer than 1 in 10 stand further", "Left"},
		{.04, true, spread(40, 10, 20), "6 in 10 stand further towards “Right”", "6 in 10 stand further", "Right"},
		{.4, true, spread(2, 2, 96), "More than 9 in 10 stand further towards “Left”", "More than 9 in 10 stand further", "Left"},
		{.3, true, spread(45, 0, 5), "1 in 10 stands further towards “Left”", "1 in 10 stands further", "Left"},
		{0, true, spread(1, 60, 1), "You stand about where most people stand", "about where most people stand", ""},
		{0, false, apart, "", "", ""},
	} {
		p := place{Dimension: quiz.Dimension{Key: v.Dimensions[0].Key, Positive: "Left", Negative: "Right"}}
		p.Score.Position = c.position
		if c.known {
			p.Score.Info = 1
		}
		said, short, beside := aboutPlace(r, p, c.people)
		if said != c.said || short != c.short || beside != c.beside {
			t.Errorf("at %v: %q, %q beside %q", c.position, said, short, beside)
		}
		o := &Others{Others: insight.Others{N: 60, Spreads: []insight.Spread{c.people}}}
		if bar := o.behind(r, p); bar.Others == nil || bar.Others.Said != c.said {
			t.Errorf("at %v the bar says %+v", c.position, bar.Others)
		}
	}
	few := &Others{Others: insight.Others{N: 60, Spreads: []insight.Spread{spread(20, 20, 9)}}}
	p := place{Dimension: v.Dimensions[0]}
	p.Score.Info = 1
	if few.behind(r, p).Others != nil || few.said(r, p) != "–" {
		t.Error("of 49 people who answered something about it, it tells")
	}
}

func TestResultsOthersGotAreListedFromTheMostCommonOne(t *testing.T) {
	v := content.First()
	r := Reading{Version: v, Result: quiz.Result{Verdict: quiz.Balanced, Top: v.Roles[0].Key}, Score: score.New(v).Score(v.NoAnswers())}
	o := &Others{Others: insight.Others{N: 100, Headlines: map[insight.Headline]int64{
		{Verdict: quiz.Clear, Role: 0}: 30, {Verdict: quiz.Leaning, Role: 1}: 61, {Verdict: quiz.Balanced, Role: 0}: 9,
	}}}
	for _, c := range []struct {
		l    words.Language
		want string
	}{
		{words.English, "Of the 100 people so far, 6 in 10 got project management and 3 in 10 got product management. Fewer than 1 in 10 got the same result as you."},
		{words.German, "Von den bisher 100 Menschen hatten 6 von 10 Project management und 3 von 10 Product management. Dein Ergebnis hatten weniger als 1 von 10 Menschen."},
	} {
		r.Language = c.l
		if got := o.results(r); got != c.want {
			t.Errorf("%s", got)
		}
	}
	r.Language, o.Headlines = words.English, map[insight.Headline]int64{}
	if got := o.results(r); got != "So far 100 people took the quiz. Fewer than 1 in 10 got each result." {
		t.Error(got)
	}
}
