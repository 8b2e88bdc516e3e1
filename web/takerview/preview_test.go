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

func manyRoles(n int) *quiz.Version {
	v := content.First()
	for i := len(v.Roles); i < n; i++ {
		role := v.Roles[0]
		role.Key = string(rune('a' + i))
		role.Name = "Role " + role.Key
		v.Roles = append(v.Roles, role)
	}
	return v
}

func TestThePictureOfAPageNamesFewRolesAndHasTheirColours(t *testing.T) {
	for _, c := range []struct {
		roles, stripe int
		lead          string
	}{
		{2, 2, "Product management · Project management"},
		{3, 3, "Product management · Project management · Role c"},
		{5, 5, "one of 5"},
		{12, 0, "one of 12"},
	} {
		v := manyRoles(c.roles)
		for _, page := range []Page{PageHome, PageMethod} {
			p := page.Picture(words.English, v, "quiz.example", card.Drawable)
			if len(p.Stripe) != c.stripe || p.Headline != page.title(words.English, v) || !strings.HasPrefix(p.Footer, "quiz.example · ") {
				t.Errorf("%d roles, %s: %+v", c.roles, page, p)
			}
		}
		lead := PageHome.Picture(words.English, v, "", card.Drawable).Lead
		if c.roles <= fewNames && lead != c.lead || c.roles > fewNames && !strings.Contains(lead, " of ") {
			t.Errorf("%d roles: %q", c.roles, lead)
		}
	}
}

func TestAPictureWithoutLettersForAPageSaysWhereToReadIt(t *testing.T) {
	v := content.First()
	v.Title = "أي عمل يناسبك؟"
	for _, name := range []Page{PageHome, PageMethod} {
		p := name.Picture(words.English, v, "", card.Drawable)
		if !card.Drawable(p.Headline + p.Lead + p.Kicker) {
			t.Errorf("%s cannot be drawn: %+v", name, p)
		}
	}
	if p := PageHome.Picture(words.German, v, "", card.Drawable); p.Headline != "Öffne den Link, um die Seite zu lesen" {
		t.Errorf("%+v", p)
	}
}

func TestThePictureOfAComparisonSaysWhatThePageSaysFirst(t *testing.T) {
	v := content.First()
	model := score.New(v)
	answers := v.NoAnswers()
	other := v.NoAnswers()
	for q := range answers {
		answers[q], other[q] = 0, len(v.Questions[q].Options)-1
	}
	p := CompareProps{Language: words.English}
	var people []score.Person
	for i, a := range []quiz.Answers{answers, other} {
		s := model.Score(a)
		p.People = append(p.People, ComparedPerson{Reading{Version: v, Score: s}, quiz.Share{Name: []string{"Ada", "ליאורה"}[i]}})
		people = append(people, score.Person{Version: v, Result: s})
	}
	p.Apart = score.Compare(people)
	got := p.ComparePicture("", card.Drawable)
	if !strings.Contains(got.Headline, "Ada") || !strings.Contains(got.Headline, "Person B") || got.Lead != p.furthest() || got.Lead == "" {
		t.Errorf("%+v", got)
	}
	if !strings.HasSuffix(got.Lead, agreement(p.Language, p.Apart[0])) {
		t.Errorf("it says %q", got.Lead)
	}
	p.Apart = nil
	if got := p.ComparePicture("", card.Drawable); got.Lead != words.English.Say("compare.description") {
		t.Errorf("without a dimension in common it says %q", got.Lead)
	}
}
