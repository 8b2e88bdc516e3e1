package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/check"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/words"
)

// recalibrationStore keeps what takers say about their job.
type recalibrationStore interface {
	Reported(ctx context.Context, version int64, n int) ([]quiz.Reported, error)
	Simulated(ctx context.Context) (int64, error)
}

// mostReported is how many people a proposal rests on at most, the latest.
const mostReported = 5_000

func (a *Admin) recalibrationRoutes(admins, owners chi.Router, handle func(page.Handler) http.HandlerFunc) {
	admins.Get(site.AdminRecalibration, handle(a.showRecalibration))
	owners.Post(site.AdminRecalibration, handle(a.acceptRecalibration))
}

// showRecalibration shows what the people who do the jobs would change.
func (a *Admin) showRecalibration(w http.ResponseWriter, r *http.Request) error {
	props, err := a.recalibration(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Recalibration(props))
}

// acceptRecalibration puts the proposal into the draft, if it is still the one
// that was shown and nothing forbids it.
func (a *Admin) acceptRecalibration(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	props, err := a.recalibration(r)
	if err != nil {
		return err
	}
	if was := r.PostForm.Get(adminview.ProposalField); was != props.Proposal.Fingerprint() {
		props.Changed, props.Unnamed = was != "", was == ""
		return page.Render(w, r, http.StatusConflict, adminview.Recalibration(props))
	}
	if !props.Acceptable() {
		props.Problems = language(r).Problems(quiz.Refusal("guards", "proposal_guards"))
		return page.Render(w, r, http.StatusUnprocessableEntity, adminview.Recalibration(props))
	}
	if a := props.Applied; len(a.Set) == 0 && len(a.Already) > 0 { // sent again
		return page.Redirect(w, r, site.AdminQuizRolesRecalibrated(len(a.Already), len(a.Left)))
	}
	var applied insight.Applied
	return a.edit(w, r, edit{
		subject: "recalibration",
		decide: func(v *quiz.Version, _ url.Values) error {
			applied = props.Proposal.Apply(v, a.now())
			if len(applied.Set) == 0 && len(applied.Left) > 0 {
				return quiz.Refusal("left", "proposal_left")
			}
			return nil
		},
		to: func(*quiz.Version) string {
			return site.AdminQuizRolesRecalibrated(len(applied.Set), len(applied.Left))
		},
		refuse: func(s shown) (templ.Component, error) {
			props.Page, props.Applied, props.Revision = s.Page, applied, s.Revision
			return adminview.Recalibration(props), nil
		},
	})
}

// recalibration works the proposal out anew from what people have said by now.
func (a *Admin) recalibration(r *http.Request) (adminview.RecalibrationProps, error) {
	ctx, props := r.Context(), adminview.RecalibrationProps{Page: adminview.Page{Viewer: viewer(r)}}
	live, err := a.published(ctx)
	if err != nil {
		return props, err
	}
	reported, err := a.store.Reported(ctx, live.ID, mostReported)
	if err != nil {
		return props, fmt.Errorf("load what people say about their job: %w", err)
	}
	if props.Simulated, err = a.store.Simulated(ctx); err != nil {
		return props, fmt.Errorf("count simulated results: %w", err)
	}
	props.Version, props.Proposal = live, insight.Propose(live, reported)
	if len(reported) == mostReported {
		props.Capped = mostReported
	}
	if !props.Proposal.Ready() {
		return props, nil
	}
	tried := live.Clone()
	props.Proposal.Apply(tried, a.now())
	props.Errors = newErrors(language(r), live, tried)
	if props.Effect, err = a.effect(r, tried); err != nil {
		return props, err
	}
	draft, _, err := a.store.Draft(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		return props, nil
	}
	if err != nil {
		return props, fmt.Errorf("load draft: %w", err)
	}
	props.Drafted, props.Revision = true, draft.Revision
	props.Applied = props.Proposal.Apply(draft.Clone(), a.now())
	return props, nil
}

// recalibrated says above the roles what accepting a proposal did, nil if the
// address does not tell.
func recalibrated(l words.Language, query url.Values) templ.Component {
	set, err := strconv.Atoi(query.Get("set"))
	left, otherErr := strconv.Atoi(query.Get("left"))
	if err != nil || otherErr != nil || set < 0 || left < 0 {
		return nil
	}
	return adminview.Recalibrated(l, set, left)
}

// newErrors is what the publishing checks would find in a version with a
// proposal and do not find in the one it was made from, in a language.
func newErrors(l words.Language, live, tried *quiz.Version) []adminview.Finding {
	type place struct{ check, field string }
	known := map[place]bool{}
	for _, f := range check.Version(live).Findings {
		known[place{f.Check, f.Field}] = known[place{f.Check, f.Field}] || forbids(f)
	}
	return findings(check.Version(tried).In(l.Localize), func(f check.Finding) bool { return forbids(f) && !known[place{f.Check, f.Field}] })
}
