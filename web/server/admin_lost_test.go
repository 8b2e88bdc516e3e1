package server_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/admin"
	"whichpm/web/page"
	"whichpm/web/takerview"
)

const urlEncoded = "application/x-www-form-urlencoded"

func TestADeletedQuestionCanBePutBackWithWhatWasTyped(t *testing.T) {
	h, jonas := openWithNewDraft(t)
	mira := h.signedIn(t, "mira@example.org", auth.Owner)
	q := h.draft(t).Questions[1]
	mine := h.typed(t, q, "~.text", "What <b>Jonas</b> wrote")
	to := "/admin/questions/" + q.Key
	mira.post(to+"/removal", "revision", h.revision(t)).want(t, http.StatusSeeOther)
	h.reword(t, "ada@example.org", "Another wording") // who saved last is not who deleted it
	gone := jonas.post(to, mine...).want(t, http.StatusConflict).
		says(t, "What you edited was deleted", "mira@example.org deleted it just now", "What <b>Jonas</b> wrote", "Put it back with what I typed")
	if h.draft(t).QuestionIndex(q.Key) >= 0 {
		t.Error("it is back without a word")
	}
	gone.has(t, `href="/admin/questions">Leave it deleted`)
	jonas.send(http.MethodPost, to, urlEncoded, strings.NewReader(gone.filled(to).Encode())).want(t, http.StatusSeeOther, to)
	draft := h.draft(t)
	if last := draft.Questions[len(draft.Questions)-1]; last.Key != q.Key || last.Text != "What <b>Jonas</b> wrote" || last.Source != q.Source {
		t.Errorf("the last question is %+v", last)
	}
	jonas.post("/admin/questions/nobody/retirement", "revision", h.revision(t), "retired", "yes").want(t, http.StatusNotFound).
		says(t, "no longer in the draft")
}

func TestOtherDeletedPartsCanBePutBackToo(t *testing.T) {
	h, jonas := openWithNewDraft(t)
	draft := h.draft(t)
	jonas.post("/admin/roles", "revision", h.revision(t), "name", "Programme manager").want(t, http.StatusSeeOther)
	forms := map[string]url.Values{}
	for _, to := range []string{
		"/admin/roles/programme_manager", "/admin/dimensions/" + draft.Dimensions[0].Key, "/admin/scenarios/" + draft.Scenarios[0].Key,
	} {
		forms[to] = jonas.get(to).want(t, http.StatusOK).filled(to)
		at := strings.ReplaceAll(strings.TrimPrefix(to, "/admin/"), "/", ".")
		forms[to].Set(at+".name", "Put back")
	}
	for to, form := range forms {
		jonas.post(to+"/removal", "revision", h.revision(t)).want(t, http.StatusSeeOther)
		gone := jonas.send(http.MethodPost, to, urlEncoded, strings.NewReader(form.Encode())).want(t, http.StatusConflict).
			says(t, "You deleted it yourself just now")
		jonas.send(http.MethodPost, to, urlEncoded, strings.NewReader(gone.filled(to).Encode())).want(t, http.StatusSeeOther)
		jonas.get(to).want(t, http.StatusOK).has(t, `value="Put back"`)
	}
}

func TestWhatTheGuideSaysOfADeletedRoleIsShownInTheWordsOfTheEditor(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.post("/admin/roles/nobody", "revision", h.revision(t), "roles.nobody.content.summary", "A lost summary", "roles.nobody.content.salary.year", "2026").
		want(t, http.StatusConflict).says(t, "What you edited was deleted", "Summary", "A lost summary").has(t, `value="2026"`)
}

func TestWhatWasTypedForADraftThatIsGoneBeginsTheNextOne(t *testing.T) {
	h, jonas := openWithNewDraft(t)
	mira := h.signedIn(t, "mira@example.org", auth.Owner)
	draft := h.draft(t)
	q := draft.Questions[1]
	forms := map[string]url.Values{}
	for to, field := range map[string]string{"/admin/questions/" + q.Key: "questions." + q.Key + ".text", "/admin/settings": "title"} {
		forms[to] = jonas.get(to).filled(to)
		forms[to].Set(field, "What Jonas wrote")
	}
	h.discard(t, "mira@example.org")
	for to, form := range forms {
		gone := jonas.send(http.MethodPost, to, urlEncoded, strings.NewReader(form.Encode())).want(t, http.StatusConflict).
			says(t, "mira@example.org published or discarded it just now", "What Jonas wrote", "Start a draft with what I typed")
		if _, _, err := h.store.Draft(t.Context()); !errors.Is(err, quiz.ErrNotFound) {
			t.Fatalf("a draft was begun without a word: %v", err)
		}
		jonas.send(http.MethodPost, to, urlEncoded, strings.NewReader(gone.filled(to).Encode())).want(t, http.StatusSeeOther)
		if d := h.draft(t); d.Title != "What Jonas wrote" && d.Questions[1].Text != "What Jonas wrote" {
			t.Errorf("%s: it is not in the next draft", to)
		}
		h.discard(t, "mira@example.org")
	}
	mira.post("/admin/questions/"+q.Key+"/copy", "revision", "1").want(t, http.StatusNotFound)
}

// discard ends the draft.
func (h *testSite) discard(t *testing.T, by string) {
	t.Helper()
	e := quiz.AuditEntry{At: h.now(), By: by, Action: quiz.ActionDiscardDraft}
	if err := h.store.DiscardDraft(t.Context(), h.draft(t).Revision, e); err != nil {
		t.Fatal(err)
	}
}

func TestAFormOnAnEarlierDraftOverwritesNothingInTheNext(t *testing.T) {
	h, jonas := openWithNewDraft(t)
	form := jonas.get("/admin/settings").filled("/admin/settings")
	form.Set("title", "What Jonas wrote")
	h.discard(t, "mira@example.org")
	mira := h.signedIn(t, "mira@example.org", auth.Owner)
	mira.post("/admin/draft").want(t, http.StatusSeeOther)
	jonas.send(http.MethodPost, "/admin/settings", urlEncoded, strings.NewReader(form.Encode())).want(t, http.StatusConflict).
		says(t, "This is another draft than the one you edited", "mira@example.org began it just now", "What Jonas wrote")
}

func TestAnEditThatChangesNothingLeavesNoTrace(t *testing.T) {
	h, _ := openWithNewDraft(t)
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
	h.wantAudit(t, "mira@example.org", auth.ActionSignIn)
}

func TestTooManyOrTooFewOptionsAreRefusedWithTheReason(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	q := draft.Questions[draft.QuestionIndex(kindOf(draft, quiz.Choice))].Clone()
	at := "/admin/questions/" + q.Key
	two := q.Clone()
	two.Options = two.Options[:2]
	v.post(at, h.typed(t, two, "remove", "0")...).want(t, http.StatusUnprocessableEntity).says(t, "a scene has at least 2")
	for len(q.Options) < quiz.MaxOptions {
		q.Options = append(q.Options, quiz.Option{Label: "Another " + strconv.Itoa(len(q.Options))})
	}
	v.post(at, h.typed(t, q, "add", "1")...).want(t, http.StatusUnprocessableEntity).says(t, "a scene has at most 10")
	q.Options = append(q.Options, quiz.Option{Label: "The eleventh"})
	page := v.post(at, h.typed(t, q)...).want(t, http.StatusUnprocessableEntity).says(t, "Keep between 2 and 10")
	if got := page.value("questions." + q.Key + ".options.10.label"); got != "The eleventh" {
		t.Errorf("the eleventh is kept as %q", got)
	}
	if h.revision(t) != strconv.FormatInt(draft.Revision, 10) {
		t.Error("it is saved")
	}
}

// broken is a database in which neither the audit log nor who may sign in can
// be read.
type broken struct{ admin.Store }

func (broken) Audit(context.Context, quiz.AuditFilter) ([]quiz.AuditEntry, error) {
	return nil, errors.New("the log is on fire")
}

func (broken) AdminByEmail(context.Context, string) (auth.Admin, error) {
	return auth.Admin{}, errors.New("the list is on fire")
}

func TestAnUnexpectedErrorIsExplainedInWordsForAdmins(t *testing.T) {
	h, v := openWithNewDraft(t)
	router, log := chi.NewRouter(), &bytes.Buffer{}
	admin.New(broken{h.store}, admin.Config{Now: h.now}).Routes(router, page.Responder{
		Log: slog.New(slog.NewTextHandler(log, nil)), View: func(f page.Failure) page.FailureView { return takerview.ErrorProps(f) },
	}, nil)
	h.Config.Handler = router
	h.visitor(t).post("/admin/sign-in", "email", "ada@example.org", "password", "something long enough").want(t, http.StatusInternalServerError).
		says(t, "What you typed may not be saved")
	log.Reset()
	got := v.get("/admin/audit").want(t, http.StatusInternalServerError).says(t, "What you typed may not be saved")
	if strings.Contains(got.body, "your answers") || strings.Contains(got.body, "on fire") {
		t.Error("the page is for takers, or tells too much")
	}
	_, id, _ := strings.Cut(log.String(), " id=")
	if id, _, _ = strings.Cut(id, " "); len(id) != 8 || !strings.Contains(got.body, id) || !strings.Contains(log.String(), "on fire") {
		t.Errorf("the log says %s", log)
	}
}

func TestWhatIsDeletedAlreadyIsNotDeletedAgainWhateverTheFormSays(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	v.post("/admin/roles", "revision", h.revision(t), "name", "Programme manager").want(t, http.StatusSeeOther)
	for _, part := range []string{
		"/admin/questions/" + draft.Questions[0].Key, "/admin/dimensions/" + draft.Dimensions[0].Key,
		"/admin/roles/programme_manager", "/admin/scenarios/" + draft.Scenarios[0].Key,
	} {
		v.post(part+"/removal", "revision", h.revision(t)).want(t, http.StatusSeeOther)
		left := h.draft(t)
		v.post(part+"/removal", "revision", h.revision(t), "a_field", "that no page of ours has").want(t, http.StatusConflict).
			says(t, "no longer in the draft", "that no page of ours has")
		if now := h.draft(t); now.Revision != left.Revision {
			t.Errorf("%s: something was saved", part)
		}
	}
}
