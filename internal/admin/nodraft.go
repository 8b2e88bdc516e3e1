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

// draft is the draft, or errNoDraft.
func (a *Admin) draft(ctx context.Context) (*quiz.Version, error) {
	v, _, err := a.store.Draft(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, errNoDraft
	}
	if err != nil {
		return nil, fmt.Errorf("load draft: %w", err)
	}
	return v, nil
}

var errNoDraft = &page.Error{
	Status: http.StatusNotFound, Title: "There is no draft",
	Message: "It was published or discarded, or nobody has started one. Start a draft to change something.",
	Action:  "Go to the questions", To: site.AdminQuestions, Cause: quiz.ErrNotFound,
}

// live is what takers are asked now.
func (a *Admin) live(ctx context.Context) (*quiz.Version, error) { return a.published(ctx) }
