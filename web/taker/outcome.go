package taker

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// addOutcome keeps what a taker says about their job. A refused form comes
// back as it was typed; something else than what is kept changes nothing.
func (t *Taker) addOutcome(w http.ResponseWriter, r *http.Request) error {
	owner, result, err := t.owned(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	if result.Verdict == quiz.NotEnough {
		return tooEarly(owner)
	}
	ed, err := t.editions.version(r.Context(), result.Version)
	if err != nil {
		return err
	}
	if ed.About.NoJobs { // nobody was asked for one
		return quiz.ErrNotFound
	}
	form := t.outcomeForm(r)
	outcome, err := quiz.NewOutcome(ed.Version, result.ID, form, t.now())
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		return t.refuseOutcome(w, r, owner, result, form, problems)
	}
	outcome.Repeat = outcome.Open && t.repeats.known(r)
	err = t.store.AddOutcome(r.Context(), outcome)
	switch {
	case errors.Is(err, quiz.ErrGone):
		return t.deleted()
	case errors.Is(err, quiz.ErrSaidBefore):
		return t.showConflict(w, r, owner, ed, outcome)
	case err != nil:
		return fmt.Errorf("store what a taker said: %w", err)
	}
	if outcome.Open {
		t.repeats.remember(r)
	}
	return page.Redirect(w, r, site.Result(owner)+"?"+outcomeKept+"#outcome")
}

// outcomeKept and outcomeRemoved in an address have the page say so.
const (
	outcomeKept    = "said=1"
	outcomeRemoved = "said=0"
)

// hasParameter reports whether an address has a parameter with that value,
// beside any others.
func hasParameter(r *http.Request, parameter string) bool {
	name, value, _ := strings.Cut(parameter, "=")
	return r.URL.Query().Get(name) == value
}

// tooEarly holds the rule that the job is asked after the verdict.
func tooEarly(owner quiz.Owner) error {
	return &page.Error{
		Status: http.StatusUnprocessableEntity, Title: "error.too_early_title",
		Message: "error.too_early",
		Action:  "result.back", To: site.Result(owner),
	}
}

func (t *Taker) outcomeForm(r *http.Request) quiz.OutcomeForm {
	f := r.PostForm
	return quiz.OutcomeForm{
		Role: f.Get("role"), Years: f.Get("years"), Suits: f.Get("suits"),
		Consent: f.Get("consent") != "",
		Open:    t.openData && f.Get("open") != "", // nobody agrees to what is not offered
	}
}

func (t *Taker) refuseOutcome(w http.ResponseWriter, r *http.Request, owner quiz.Owner, result quiz.Result, form quiz.OutcomeForm, problems quiz.Problems) error {
	props, err := t.resultProps(w, r, owner, result)
	if err != nil {
		return err
	}
	props.Outcome.Form, props.Outcome.Problems = form, props.Language.Problems(problems)
	w.Header().Set("Cache-Control", "no-store")
	return page.Render(w, r, http.StatusUnprocessableEntity, takerview.Result(props))
}

// showConflict shows what is kept beside what was sent afterwards.
func (t *Taker) showConflict(w http.ResponseWriter, r *http.Request, owner quiz.Owner, ed *edition, sent quiz.Outcome) error {
	kept, err := t.outcomeOrNil(r.Context(), sent.Result)
	if err != nil {
		return err
	}
	if kept == nil { // removed in this moment
		return page.Redirect(w, r, site.Result(owner)+"?"+outcomeRemoved+"#outcome")
	}
	l := t.language(w, r, ed)
	w.Header().Set("Cache-Control", "no-store")
	return page.Render(w, r, http.StatusConflict, takerview.OutcomeConflict(takerview.OutcomeConflictProps{
		Language: l, Version: ed.in(l), Owner: owner, Kept: *kept, Sent: sent,
	}))
}

// removeOutcome forgets what was said. Doing it twice is harmless.
func (t *Taker) removeOutcome(w http.ResponseWriter, r *http.Request) error {
	owner, result, err := t.owned(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	if err := t.store.RemoveOutcome(r.Context(), result.ID); err != nil {
		return fmt.Errorf("remove what a taker said: %w", err)
	}
	return page.Redirect(w, r, site.Result(owner)+"?"+outcomeRemoved+"#outcome")
}

// outcomeOrNil returns what a taker said about their job, nil for nothing.
func (t *Taker) outcomeOrNil(ctx context.Context, id quiz.ResultID) (*quiz.Outcome, error) {
	outcome, err := t.store.Outcome(ctx, id)
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, nil //nolint:nilnil // they said nothing
	}
	if err != nil {
		return nil, fmt.Errorf("load what a taker said: %w", err)
	}
	return &outcome, nil
}

// outcomePanel is the part of the owner's page about their job.
func (t *Taker) outcomePanel(r *http.Request, id quiz.ResultID) (takerview.OutcomePanel, error) {
	said, err := t.outcomeOrNil(r.Context(), id)
	return takerview.OutcomePanel{
		Said:     said,
		Kept:     said != nil && hasParameter(r, outcomeKept),
		Removed:  said == nil && hasParameter(r, outcomeRemoved),
		OpenData: t.openData,
	}, err
}
