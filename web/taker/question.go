package taker

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// showQuestion shows the nth question asked, with the choice made before.
func (t *Taker) showQuestion(w http.ResponseWriter, r *http.Request) error {
	ed, j, err := t.journey(w, r)
	if err != nil {
		return err
	}
	n, err := questionNumber(r, ed)
	if err != nil {
		return err
	}
	if j.Finished {
		return page.Redirect(w, r, site.Result(j.Owner()))
	}
	if n > len(j.Steps) {
		return page.Redirect(w, r, nextPage(j))
	}
	props := questionProps(ed, t.language(w, r, ed), j, n, r.URL.RawQuery != "" && r.URL.Query().Get("from") == "review")
	return t.showKept(w, r, questionPage(ed, j.Steps[n-1].Question, props), func() templ.Component { return takerview.Question(props) })
}

// answerQuestion records a choice or a skip and asks the next question.
func (t *Taker) answerQuestion(w http.ResponseWriter, r *http.Request) error {
	ed, j, err := t.journey(w, r)
	if err != nil {
		return err
	}
	n, err := questionNumber(r, ed)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	if j.Finished {
		return page.Redirect(w, r, site.Result(j.Owner()))
	}
	if n > len(j.Steps) {
		return page.Redirect(w, r, nextPage(j))
	}
	moved, err := t.choose(ed, j, n, r.PostForm)
	fromReview := r.PostForm.Get("from") == "review"
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props := questionProps(ed, t.language(w, r, ed), j, n, fromReview)
		props.Problems = props.Language.Problems(problems)
		return page.Render(w, r, http.StatusUnprocessableEntity, takerview.Question(props))
	}
	if err != nil {
		return err
	}
	moved = ed.advance(moved)
	t.countSteps(ed, j, moved)
	t.keep(w, r, moved)
	return page.Redirect(w, r, pageAfter(moved, n, fromReview))
}

// choose turns the form into a move of the journey. The form names the
// question, so that a page left open in another tab cannot answer this one.
func (t *Taker) choose(ed *edition, j quiz.Journey, n int, form url.Values) (quiz.Journey, error) {
	if form.Get("question") != ed.Questions[j.Steps[n-1].Question].Key {
		return j, quiz.Refusal("answer", "answer_meant")
	}
	if form.Has("skip") {
		return j.Skip(n, t.now())
	}
	if form.Get("answer") == "" {
		return j, quiz.Refusal("answer", "answer")
	}
	option, err := strconv.Atoi(form.Get("answer"))
	if err != nil {
		option = quiz.NoAnswer // no option has this index: the domain says what to do
	}
	return j.Answer(ed.Version, n, option, t.now())
}

// pageAfter is the page that follows an answer to the nth question.
func pageAfter(j quiz.Journey, n int, fromReview bool) string {
	if fromReview {
		return site.ReviewChanged(n) + "#" + takerview.AnswerAnchor(n)
	}
	if n >= len(j.Steps) {
		return site.Review
	}
	return site.Question(n + 1)
}

// questionNumber reads n from the address: one of the numbers this version
// can reach, written the way the site writes it.
func questionNumber(r *http.Request, ed *edition) (int, error) {
	text := chi.URLParam(r, "n")
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > len(ed.Questions) || strconv.Itoa(n) != text {
		return 0, quiz.ErrNotFound
	}
	return n, nil
}

func questionProps(ed *edition, l words.Language, j quiz.Journey, n int, fromReview bool) takerview.QuestionProps {
	step := j.Steps[n-1]
	q := ed.in(l).Questions[step.Question]
	props := takerview.QuestionProps{
		Language:   l,
		Number:     n,
		Most:       ed.mostFor(j),
		AtMost:     !ed.Settings.NeverStops(j) && !j.Stopped,
		Lot:        ed.Settings.Lot(j),
		Question:   q,
		Order:      j.Shuffle().Order(q),
		Chosen:     step.Answer.Option(),
		Back:       site.Home,
		FromReview: fromReview,
	}
	if n > 1 {
		props.Back = site.Question(n - 1)
	}
	if props.Lot > 0 && j.Current() > 0 && j.Answered() > 0 {
		props.Stop = site.Review
	}
	if fromReview {
		props.Back = site.Review
	}
	return props
}

// questionPage names a page by all that is on it. Takers who are at the same
// place with the same question see the same, bit for bit.
func questionPage(ed *edition, question int, p takerview.QuestionProps) quizPage {
	order := make([]byte, len(p.Order))
	for i, option := range p.Order {
		order[i] = byte(option) //nolint:gosec // at most MaxOptions
	}
	return quizPage{
		name: "question", language: p.Language, version: ed.ID, question: question, number: p.Number, most: p.Most, chosen: p.Chosen,
		order: string(order), atMost: p.AtMost, fromReview: p.FromReview, lot: p.Lot > 0, stop: p.Stop != "",
	}
}
