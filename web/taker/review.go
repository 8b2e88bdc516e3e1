package taker

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// showReview lists the answers before the result is made.
func (t *Taker) showReview(w http.ResponseWriter, r *http.Request) error {
	ed, j, err := t.journey(w, r)
	if err != nil {
		return err
	}
	if j.Finished {
		return page.Redirect(w, r, site.Result(j.Owner()))
	}
	props := reviewProps(ed, t.language(w, r, ed), j)
	for i, row := range props.Rows {
		props.Rows[i].Changed = r.URL.Query().Get("said") == strconv.Itoa(row.Number)
	}
	return page.Render(w, r, http.StatusOK, takerview.Review(props))
}

// askTheRest goes on after the verdict is settled, for a firmer picture.
func (t *Taker) askTheRest(w http.ResponseWriter, r *http.Request) error {
	ed, j, err := t.journey(w, r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	more := j
	more.Full = true
	more = ed.advance(more)
	t.countSteps(ed, j, more)
	t.keep(w, r, more)
	return page.Redirect(w, r, nextPage(more))
}

func reviewProps(ed *edition, l words.Language, j quiz.Journey) takerview.ReviewProps {
	props := takerview.ReviewProps{
		Language: l,
		Answered: j.Answered(),
		Asked:    len(j.Steps),
		Rest:     len(ed.model.Unasked(j)),
		Settled:  ed.settled(j),
		Enough:   ed.Settings.MinAnswers,
		Lot:      ed.Settings.Lot(j),
		Roles:    len(ed.Roles),
	}
	props.Firmness, props.Balanced = ed.firmness(j)
	if j.Current() > 0 {
		props.Continue = nextPage(j)
	}
	for i, s := range j.Steps {
		if s.Answer == quiz.Open {
			continue
		}
		q := ed.in(l).Questions[s.Question]
		row := takerview.ReviewRow{Number: i + 1, Question: q, Chosen: s.Answer.Option(), Change: site.QuestionChange(i + 1)}
		props.Rows = append(props.Rows, row)
	}
	slices.SortStableFunc(props.Rows, func(a, b takerview.ReviewRow) int { // skipped first
		return cmp.Compare(min(a.Chosen, 0), min(b.Chosen, 0))
	})
	return props
}
