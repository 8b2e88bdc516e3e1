package taker

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// showResult shows the owner everything: verdict, reasons, ledger, shares.
func (t *Taker) showResult(w http.ResponseWriter, r *http.Request) error {
	owner, result, err := t.owned(r)
	if err != nil {
		return err
	}
	props, err := t.resultProps(w, r, owner, result)
	if err != nil {
		return err
	}
	status := http.StatusOK
	if len(props.WhatIf.Problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	w.Header().Set("Cache-Control", "no-store")
	return page.Render(w, r, status, takerview.Result(props))
}

// owned loads the result an owner link opens.
func (t *Taker) owned(r *http.Request) (quiz.Owner, quiz.Result, error) {
	owner, err := quiz.ParseOwner(chi.URLParam(r, "owner"))
	if err != nil {
		return owner, quiz.Result{}, err
	}
	result, err := t.ownedBy(r.Context(), owner)
	return owner, result, err
}

// ownedBy loads the result of an owner, to whom a deleted one says so.
func (t *Taker) ownedBy(ctx context.Context, owner quiz.Owner) (quiz.Result, error) {
	result, err := t.store.Result(ctx, owner.ID())
	if errors.Is(err, quiz.ErrGone) {
		return result, t.deleted()
	}
	if err != nil {
		return result, fmt.Errorf("load result: %w", err)
	}
	return result, nil
}

// deleted says why nothing is there any more.
func (t *Taker) deleted() error {
	gone := &page.Error{
		Status: http.StatusGone, Title: "error.deleted_title",
		Message: "error.deleted",
		Action:  "error.to_quiz", To: site.Home, Cause: quiz.ErrGone,
	}
	if t.keepDays > 0 {
		gone.Message, gone.Values = "error.deleted_or_over", []any{"days", t.keepDays}
	}
	return gone
}

func (t *Taker) resultProps(w http.ResponseWriter, r *http.Request, owner quiz.Owner, result quiz.Result) (takerview.ResultProps, error) {
	ed, reading, err := t.rescore(r.Context(), result)
	if err != nil {
		return takerview.ResultProps{}, err
	}
	l := t.language(w, r, ed)
	props := takerview.ResultProps{
		Reading:   ed.explain(ed.translated(reading, l)),
		WhatIf:    ed.whatIf(r.URL.Query(), reading.Answers),
		Owner:     owner,
		Elsewhere: hasParameter(r, finishedElsewhere),
		Whole:     hasParameter(r, site.Whole),
		Link:      t.absolute(r, site.Result(owner)),
		Scope:     quiz.ScopeProfile,
		Form:      rand.Text(),
		Accuracy:  t.accuracyIn(l, ed),
		Others:    t.others(result.Version),
	}
	props.WhatIf.Problems = l.Problems(props.WhatIf.Problems)
	if props.Outcome, err = t.outcomePanel(r, result.ID); err != nil {
		return props, err
	}
	if props.Groups.In, err = t.groupsOf(r, result.ID); err != nil {
		return props, err
	}
	if _, j, err := t.journey(w, r); err == nil && j.Owner() == owner { // the browser that finished it
		if props.Groups.Invited, err = t.invitedTo(r, j, props.Groups.In); err != nil {
			return props, err
		}
		if props.Compare.Invite, err = t.invitation(r, j); err != nil {
			return props, err
		}
		if props.Earlier, err = t.earlier(r, j); err != nil {
			return props, err
		}
	}
	props.Shares, err = t.shareRows(r, result.ID)
	return props, err
}

// rescore scores a stored result again with the version it was answered on. The
// verdict shown is the stored one.
func (t *Taker) rescore(ctx context.Context, result quiz.Result) (*edition, takerview.Reading, error) {
	ed, err := t.editions.version(ctx, result.Version)
	if err != nil {
		return nil, takerview.Reading{}, err
	}
	answers, err := ed.AnswersFromText(result.Answers)
	if err != nil {
		return nil, takerview.Reading{}, fmt.Errorf("read stored answers: %w", err)
	}
	return ed, takerview.Reading{
		Version: ed.Version,
		Result:  result,
		Answers: answers,
		Score:   ed.model.Score(answers),
		Newer:   t.editions.latest().ID > ed.ID,
	}, nil
}

// explain adds what would change a result, for pages that show every answer.
func (ed *edition) explain(r takerview.Reading) takerview.Reading {
	r.Turn = ed.model.WouldChange(r.Answers)
	r.Same = ed.model.Robustness(r.Answers, uint64(r.Result.Shuffle))
	return r
}

// whatIf scores the answers again with the marked dimensions counting twice.
// Problems name the boxes; an unknown dimension is one.
func (ed *edition) whatIf(query url.Values, answers quiz.Answers) takerview.WhatIf {
	tried := takerview.WhatIf{Marked: query["matter"]}
	if len(tried.Marked) == 0 {
		return tried
	}
	var marked []int
	for _, key := range tried.Marked {
		i := ed.DimensionIndex(key)
		if i < 0 || !ed.Scored(key) {
			tried.Problems = quiz.Refusal("matter", "matter")
			return tried
		}
		marked = append(marked, i)
	}
	if len(marked) > score.MostMatter {
		tried.Problems = quiz.Refusal("matter", "matter_many", "n", score.MostMatter)
		return tried
	}
	s := ed.model.Matter(marked...).Score(answers)
	tried.Score = &s
	return tried
}
