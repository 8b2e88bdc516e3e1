package server_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/admin"
	"whichpm/internal/auth"
	"whichpm/internal/page"
	"whichpm/internal/quiz"
)

func TestWhatWasTypedForADeletedQuestionIsShown(t *testing.T) {
	h, jonas := drafting(t)
	mira := h.signedIn(t, "mira@example.org", auth.Owner)
	q := h.draft(t).Questions[1]
	mine := h.typed(t, q, "~.text", "What <b>Jonas</b> wrote")
	mira.post("/admin/questions/"+q.Key+"/removal", "revision", h.revision(t)).want(t, http.StatusSeeOther)
	jonas.post("/admin/questions/"+q.Key, mine...).want(t, http.StatusConflict).
		says(t, "This could not be saved", "mira@example.org", "just now", "What <b>Jonas</b> wrote", "Go to the questions")
}

func TestWhatWasTypedForADeletedRoleIsShown(t *testing.T) {
	h, v := drafting(t)
	v.post("/admin/roles/nobody", "revision", h.revision(t), "roles.nobody.name", "A lost name").
		want(t, http.StatusConflict).says(t, "A lost name", "no longer in the draft")
}

func TestWhatWasTypedForADraftThatIsGoneIsShown(t *testing.T) {
	h, jonas := drafting(t)
	mira := h.signedIn(t, "mira@example.org", auth.Owner)
	draft := h.draft(t)
	q := draft.Questions[1]
	mine := h.typed(t, q, "~.text", "What Jonas wrote")
	settings := []string{"revision", h.revision(t), "title", "A lost title"}
	if err := h.store.DiscardDraft(t.Context(), draft.Revision, quiz.AuditEntry{At: h.now(), By: "mira@example.org", Action: quiz.ActionDiscardDraft}); err != nil {
		t.Fatal(err)
	}
	for path, form := range map[string][]string{"/admin/questions/" + q.Key: mine, "/admin/settings": settings} {
		jonas.post(path, form...).want(t, http.StatusConflict).
			says(t, "published or discarded by mira@example.org, just now", form[len(form)-1], "Start a draft")
	}
	mira.post("/admin/questions/"+q.Key+"/copy", "revision", "1").want(t, http.StatusNotFound)
}

func TestWhatWasTypedBeforeTheSessionEndedIsShownWithoutSecrets(t *testing.T) {
	h, v := drafting(t)
	mine := h.typed(t, h.draft(t).Questions[1], "~.text", "What Jonas wrote")
	stranger := h.visitor(t)
	stranger.post("/admin/questions/h1", mine...).want(t, http.StatusUnauthorized).says(t, "your session ended", "What Jonas wrote", "Sign in")
	page := stranger.post("/admin/account/password", "name", "Jonas", "current", "secret one", "password", "secret two", "again", "secret three").
		want(t, http.StatusUnauthorized)
	if strings.Contains(page.body, "secret") {
		t.Error("a secret is shown")
	}
	v.get("/admin/questions/h1").want(t, http.StatusOK)
}

func TestAnEditThatChangesNothingLeavesNoTrace(t *testing.T) {
	h, _ := drafting(t)
	mira := h.signedIn(t, "mira@example.org", auth.Owner)
	before := h.draft(t)
	for _, q := range before.Questions {
		mira.post("/admin/questions/"+q.Key, h.typed(t, q)...).want(t, http.StatusSeeOther, "/admin/questions/"+q.Key)
	}
	mira.submit("/admin/settings", "/admin/settings").want(t, http.StatusSeeOther)
	after, saved, err := h.store.Draft(t.Context())
	if err != nil || after.Revision != before.Revision || saved.By != "jonas@example.org" {
		t.Errorf("revision %d became %d, saved by %s: %v", before.Revision, after.Revision, saved.By, err)
	}
	h.audited(t, "mira@example.org", auth.ActionSignIn)
}

func TestTooManyOrTooFewOptionsAreRefusedWithTheReason(t *testing.T) {
	h, v := drafting(t)
	draft := h.draft(t)
	q := draft.Questions[draft.QuestionIndex(kindOf(draft, quiz.Choice))].Clone()
	at := "/admin/questions/" + q.Key
	two := q.Clone()
	two.Options = two.Options[:quiz.MinOptions]
	v.post(at, h.typed(t, two, "remove", "0")...).want(t, http.StatusUnprocessableEntity).says(t, "a scene has at least 2")
	for len(q.Options) < quiz.MaxOptions {
		q.Options = append(q.Options, quiz.Option{Label: "Another " + strconv.Itoa(len(q.Options))})
	}
	v.post(at, h.typed(t, q, "add", "1")...).want(t, http.StatusUnprocessableEntity).says(t, "a scene has at most 6")
	q.Options = append(q.Options, quiz.Option{Label: "The seventh"})
	page := v.post(at, h.typed(t, q)...).want(t, http.StatusUnprocessableEntity).says(t, "Keep between 2 and 6")
	if got := page.value("questions." + q.Key + ".options.6.label"); got != "The seventh" {
		t.Errorf("the seventh is kept as %q", got)
	}
	if h.revision(t) != strconv.FormatInt(draft.Revision, 10) {
		t.Error("it is saved")
	}
}

// broken is a database whose audit log cannot be read.
type broken struct{ admin.Store }

func (broken) Audit(context.Context, quiz.AuditFilter) ([]quiz.AuditEntry, error) {
	return nil, errors.New("the log is on fire")
}

func TestWhatNobodyForesawIsToldInWordsForAdmins(t *testing.T) {
	h, v := drafting(t)
	router, log := chi.NewRouter(), &bytes.Buffer{}
	admin.New(broken{h.store}, admin.Config{Now: h.now}).Routes(router, page.Responder{Log: slog.New(slog.NewTextHandler(log, nil))}, nil)
	h.Config.Handler = router
	got := v.get("/admin/audit").want(t, http.StatusInternalServerError).says(t, "What you typed may not be saved")
	if strings.Contains(got.body, "your answers") || strings.Contains(got.body, "on fire") {
		t.Error("the page is for takers, or tells too much")
	}
	_, id, _ := strings.Cut(log.String(), " id=")
	if id, _, _ = strings.Cut(id, " "); len(id) != 8 || !strings.Contains(got.body, id) || !strings.Contains(log.String(), "on fire") {
		t.Errorf("the log says %s", log)
	}
}
