package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"whichpm/internal/page"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
)

// savedDraft is the draft and who saved it last, or errNoDraft.
func (a *Admin) savedDraft(ctx context.Context) (*quiz.Version, quiz.Saved, error) {
	v, saved, err := a.store.Draft(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, saved, errNoDraft
	}
	if err != nil {
		return nil, saved, fmt.Errorf("load draft: %w", err)
	}
	return v, saved, nil
}

// draft is the draft, or errNoDraft.
func (a *Admin) draft(ctx context.Context) (*quiz.Version, error) {
	v, _, err := a.savedDraft(ctx)
	return v, err
}

var errNoDraft = &page.Error{
	Status: http.StatusNotFound, Title: "There is no draft",
	Message: "It was published or discarded, or nobody has started one. Start a draft to change something.",
	Action:  "Go to the questions", To: site.AdminQuestions, Cause: quiz.ErrNotFound,
}
