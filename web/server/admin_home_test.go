package server_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/admin"
)

func TestTheFirstPageIsADeskThatSaysHowTheQuizStands(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.get("/admin").want(t, http.StatusOK).says(t,
		"Version 1, since", "There is no draft.", "Not brought up to date yet", "German: no native speaker has read", "This program makes no backups itself", "sign in",
	)
	today := quiz.DayOf(h.now())
	if err := h.store.CountSteps(t.Context(), []quiz.StepCount{
		{Version: 1, Day: today, Event: quiz.EventStarted, N: 40},
		{Version: 1, Day: today - 6, Event: quiz.EventStarted, N: 10},
		{Version: 1, Day: today - 7, Event: quiz.EventStarted, N: 80},
		{Version: 1, Day: today - 14, Event: quiz.EventStarted, N: 1000},
	}); err != nil {
		t.Fatal(err)
	}
	h.finish(t, 20, func(_ int, r *quiz.Result) { r.Hurried = true })
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.get("/admin").want(t, http.StatusOK).says(t,
		"0 differences from what people get", "0 errors", "The draft is the same as what people get", "start draft",
		"Started 50 80", "Came to the end 20 0", "Left on the way 60 % 100 %", "Fewer people than the week before leave",
	)
}

func TestAQuestionThatTellsLittleNeedsAttentionUntilTheDraftChangesIt(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	if page := v.get("/admin").want(t, http.StatusOK); strings.Contains(page.body, "tells little") {
		t.Error("a question tells little before anybody answered it")
	}
	h.finish(t, 120, func(_ int, r *quiz.Result) { choosing(r, 9, 4) })
	v.get("/admin").want(t, http.StatusOK).says(t, "19 questions tell little")
	key := content.First().Questions[9].Key
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.get("/admin").want(t, http.StatusOK).says(t, "19 questions tell little")
	draft, _, err := h.store.Draft(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	draft.Questions[draft.QuestionIndex(key)].Text = "I would rather plan a journey than be surprised by it"
	if err := h.store.SaveDraft(t.Context(), draft, quiz.AuditEntry{At: h.now(), By: "jonas@example.org", Action: quiz.ActionSaveDraft}); err != nil {
		t.Fatal(err)
	}
	v.get("/admin").says(t, "18 questions tell little") // the draft has another one in its place
}

func TestAnOldBackupNeedsAttention(t *testing.T) {
	newest, failed := time.Time{}, error(nil)
	h := openWith(t, admin.Config{Backups: func(context.Context) (admin.Backup, error) {
		return admin.Backup{Every: 24 * time.Hour, Newest: newest}, failed
	}})
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.get("/admin").says(t, "There is no backup yet")
	newest = h.now().Add(-47 * time.Hour)
	v.get("/admin").says(t, "Last backup:")
	newest = h.now().Add(-49 * time.Hour)
	v.get("/admin").says(t, "The last backup is old")
	failed = quiz.ErrUnavailable
	v.get("/admin").says(t, "The folder with the backups cannot be read")
}

func TestThePageAndItsGroupAreMarkedInTheHeader(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	page := v.get("/admin/roles").want(t, http.StatusOK)
	for _, want := range []string{`href="/admin/questions" aria-current="true">Content<`, `href="/admin/roles" aria-current="page">Roles<`, `popovertarget="menu"`} {
		if !strings.Contains(page.body, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(page.body, "/admin/publication") {
		t.Error("an editor is shown the way to publish")
	}
}

func TestALanguageThatTakersDoNotGetIsSaidOnTheDeskAndBeforePublishing(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Owner)
	v.get("/admin").lacks(t, "not offered to takers")
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.post("/admin/roles", "revision", h.revision(t), "name", "Design leadership").want(t, http.StatusSeeOther)
	v.get("/admin").says(t, "Publishing turns German off", "Translate them")
	draft, _, err := h.store.Draft(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.store.Publish(t.Context(), draft.Revision, "A third role", entry(quiz.ActionPublish)); err != nil {
		t.Fatal(err)
	}
	v.get("/admin").says(t, "German is not offered to takers", "missing")
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.get("/admin/publication").says(t, "Takers do not get German")
}

func TestDraftsThatWaitAreOnTheDesk(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Owner)
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.post("/admin/versions/draft/aside", "revision", h.revision(t), "name", "For the spring").want(t, http.StatusSeeOther)
	v.get("/admin").says(t, "Drafts that wait", "For the spring")
}
