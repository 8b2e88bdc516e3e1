package group_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/group"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/test/garden"
)

var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

func published(v *quiz.Version, id int64) *quiz.Version {
	v.ID, v.State = id, quiz.Published
	return v
}

// person answers every question by lot, or all the same way.
func person(v *quiz.Version, answers quiz.Answers) group.Person {
	m := score.New(v)
	j := quiz.Begin(v, quiz.Seed{1}, noon, true)
	for q := range v.Questions {
		j = j.Ask(q)
		if answers[q] != quiz.NoAnswer {
			j, _ = j.Answer(v, len(j.Steps), answers[q], noon.Add(time.Minute))
		} else {
			j, _ = j.Skip(len(j.Steps), noon.Add(time.Minute))
		}
	}
	return group.Person{Version: v, Result: m.Finish(v, j, noon.Add(time.Hour)), Score: m.Score(answers)}
}

func byLot(v *quiz.Version, rng *rand.Rand) quiz.Answers {
	answers := v.NoAnswers()
	for q := range answers {
		answers[q] = rng.IntN(len(v.Questions[q].Options))
	}
	return answers
}

func crowd(v *quiz.Version, n int) []group.Person {
	rng := rand.New(rand.NewPCG(3, 4))
	people := make([]group.Person, n)
	for i := range people {
		people[i] = person(v, byLot(v, rng))
	}
	return people
}

func draw(t *testing.T, people []group.Person) group.Picture {
	t.Helper()
	p, err := group.Draw(people, 5)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAPictureComesBackFromItsText(t *testing.T) {
	want := draw(t, crowd(published(content.First(), 1), 7))
	text, err := want.Text()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := group.Read(text); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestThereIsNoPictureOfFewerThanFive(t *testing.T) {
	v := published(content.First(), 1)
	if _, err := group.Draw(crowd(v, 4), 1); !errors.Is(err, quiz.ErrTooFew) {
		t.Errorf("four people: %v", err)
	}
	if _, err := group.Draw(crowd(v, 7), 8); !errors.Is(err, quiz.ErrTooFew) {
		t.Errorf("seven where eight are asked for: %v", err)
	}
}

// Whoever stands in for one of them changes no more than words, and the order in
// which they joined changes nothing.
func TestAPictureHoldsWordsAndNobodysPlace(t *testing.T) {
	people := crowd(published(content.First(), 1), 9)
	p := draw(t, people)
	slices.Reverse(people)
	if got := draw(t, people); !reflect.DeepEqual(got, p) {
		t.Error("the order of the members shows in the picture")
	}
	text, _ := p.Text()
	var loose map[string]any
	if err := json.Unmarshal([]byte(text), &loose); err != nil {
		t.Fatal(err)
	}
	keys := slices.Sorted(func(yield func(string) bool) {
		for k := range loose {
			if !yield(k) {
				return
			}
		}
	})
	if want := []string{"dimensions", "n", "verdicts", "version"}; !slices.Equal(keys, want) {
		t.Errorf("a picture holds %v", keys)
	}
}

func TestADimensionThatAFewLeftOutIsNotShown(t *testing.T) {
	v := published(content.First(), 1)
	people := crowd(v, 12)
	key := v.Dimensions[0].Key
	shown := func(p group.Picture) bool {
		return slices.ContainsFunc(p.Dimensions, func(b group.Bands) bool { return b.Key == key })
	}
	if !shown(draw(t, people)) {
		t.Fatal("everybody answered and it is not shown")
	}
	rng := rand.New(rand.NewPCG(5, 6))
	for missing := 1; missing <= 7; missing++ {
		answers := byLot(v, rng)
		for q := range answers {
			if v.Questions[q].Loads(key) {
				answers[q] = quiz.NoAnswer
			}
		}
		people[missing-1] = person(v, answers)
		if got, want := shown(draw(t, people)), missing >= 5; got != want {
			t.Errorf("%d left it out: shown %t, want %t", missing, got, want)
		}
	}
	answers := byLot(v, rng)
	for q := range answers {
		if v.Questions[q].Loads(key) {
			answers[q] = quiz.NoAnswer
		}
	}
	people[7] = person(v, answers)
	if shown(draw(t, people)) {
		t.Error("it is shown of the four who answered")
	}
}

func TestTwoVersionsShowOnlySharedDimensions(t *testing.T) {
	older, newer := published(content.First(), 1), published(content.First(), 2)
	gone := newer.Dimensions[1].Key
	for i := range newer.Roles {
		profile := newer.Roles[i].Profile[gone]
		profile.Weight = 0 // it counts no more
		newer.Roles[i].Profile[gone] = profile
	}
	people := append(crowd(older, 4), crowd(newer, 4)...)
	p := draw(t, people)
	if p.Version != 2 || slices.ContainsFunc(p.Dimensions, func(b group.Bands) bool { return b.Key == gone }) {
		t.Errorf("version %d shows %v", p.Version, p.Dimensions)
	}
	if len(p.Dimensions) == 0 {
		t.Error("nothing is shared")
	}
}

func TestVerdictsAreListedForEveryRoleInTheQuizsOrder(t *testing.T) {
	for name, v := range map[string]*quiz.Version{"two roles": published(content.First(), 1), "the garden": published(garden.Version(t), 1)} {
		p := draw(t, crowd(v, 8))
		var roles []string
		for _, row := range p.Verdicts {
			if row.Role != "" {
				roles = append(roles, row.Role)
			}
		}
		var want []string
		for _, r := range v.Roles {
			want = append(want, r.Key)
		}
		if !slices.Equal(roles, want) {
			t.Errorf("%s: %v", name, roles)
		}
		if others := len(p.Verdicts) - len(roles); others != len(quiz.VerdictsFor(len(v.Roles)))-2 {
			t.Errorf("%s: %d rows name no role", name, others)
		}
	}
}

func TestThreeRolesAddUp(t *testing.T) {
	v := published(garden.Version(t), 1)
	people := crowd(v, 20)
	n := 0
	for _, row := range group.Show(people).Verdicts {
		n += len(row.People)
	}
	if n != len(people) {
		t.Errorf("%d of %d have a verdict", n, len(people))
	}
}

func TestOnlyWhoLeansBeyondDoubtIsAskedWhoLikesAPart(t *testing.T) {
	v := published(content.First(), 1)
	people := crowd(v, 10)
	for _, s := range group.Show(people).Dimensions {
		for band, who := range s.Leans {
			for _, i := range who {
				place := s.Places[i]
				sure := group.Band(band) == group.Positive && place.Low > 0 && place.Position > group.Edge ||
					group.Band(band) == group.Negative && place.High < 0 && place.Position < -group.Edge
				if !sure {
					t.Errorf("%s: %+v leans to %d", s.Dimension.Key, place, band)
				}
			}
		}
		if len(s.Leans[group.Between]) > 0 {
			t.Error("somebody leans to the middle")
		}
	}
}
