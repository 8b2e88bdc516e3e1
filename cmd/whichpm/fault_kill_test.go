package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/internal/store"
	"whichpm/internal/test/long"
	"whichpm/internal/test/rolluptest"
	"whichpm/web/site"
)

func TestNothingAcknowledgedIsLostWhenTheProgramIsKilled(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "quiz.db")
	db := "--db=" + path
	if code, _, said := manage(t, adminPassword, "create", "mira@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(said)
	}
	withStore(t, path, func(*store.Store) {})
	w := &witness{chance: rand.New(rand.NewPCG(9, 9)), owner: newVisitor(t)}
	cycles := long.Pick(30, 300)
	for cycle := range cycles {
		recount(t, path) // of what the kill before left
		draft := draftOf(t, path, cycle)
		p := launch(t, nil, db, "--trusted-proxies=127.0.0.1")
		w.after(t, path, p.url) // what the life before promised
		w.load(t, p, cycle, draft)
	}
	p := launch(t, nil, db)
	w.after(t, path, p.url)
	p.kill()
	counted := recount(t, path)
	if code, out, said := told(t, "verify", db); code != 0 {
		t.Error(out, said)
	}
	t.Logf("%d kills; acknowledged and there: %d results, %d shares, %d revoked, %d jobs told, %d taken back, %d deleted, %d publications",
		cycles, len(w.results), len(w.shares), len(w.revoked), len(w.told), len(w.takenBack), len(w.deleted), len(w.published))
	if len(w.results) < cycles || len(w.shares) == 0 || len(w.revoked) == 0 || len(w.told) == 0 || len(w.takenBack) == 0 ||
		len(w.deleted) == 0 || len(w.published) == 0 || counted == 0 {
		t.Error("the load was none")
	}
}

// recount brings the statistics up to date, as the next start would, and
// compares them with all results added up anew. It returns how many parts
// there are.
func recount(t *testing.T, path string) (parts int) {
	t.Helper()
	onFile(t, path, "UPDATE roll_up SET lease_until = 0") // the killed may have held it, which ends after minutes
	withStore(t, path, func(db *store.Store) {
		ok(t, rollup.New(db, rollup.Config{Every: 1}).Once(t.Context()))
		parts = rolluptest.WantRecount(t, db, path)
	})
	return parts
}

// draftOf makes sure that there is a draft to publish.
func draftOf(t *testing.T, path string, cycle int) (draft *quiz.Version) {
	t.Helper()
	withStore(t, path, func(db *store.Store) {
		var err error
		draft, _, err = db.Draft(t.Context())
		if errors.Is(err, quiz.ErrNotFound) {
			published, problem := db.PublishedID(t.Context())
			ok(t, problem)
			draft, err = db.StartDraft(t.Context(), published, "mira@example.org", time.Now())
		}
		ok(t, err)
		draft.Questions[0].Text = fmt.Sprintf("I often think about plan %d before I begin.", cycle)
		ok(t, db.SaveDraft(t.Context(), draft, byCommand(quiz.ActionSaveDraft, "")))
	})
	return draft
}

// witness writes down what the program acknowledged.
type witness struct {
	owner *http.Client // signed in once

	mu     sync.Mutex
	chance *rand.Rand
	acknowledged
}

type acknowledged struct {
	results   []quiz.Owner
	shares    []quiz.ShareID
	revoked   []quiz.ShareID
	told      []quiz.Owner // which job they have
	takenBack []quiz.Owner
	deleted   []quiz.Owner
	published []int64
	count     int
}

const takersAtOnce = 4 // takers at the same time

// load lets takers finish, share, revoke and delete while an owner publishes,
// and kills the program in the middle of it.
func (w *witness) load(t *testing.T, p *process, cycle int, draft *quiz.Version) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), readyWithin)
	defer cancel()
	if cycle == 0 {
		form := url.Values{"email": {"mira@example.org"}, "password": {adminPassword}}
		if status, to := send(ctx, w.owner, "10.9.9.9", http.MethodPost, p.url+"/admin/sign-in", form); status != http.StatusSeeOther {
			t.Fatal(status, to)
		}
	}
	enough, enoughOnce := make(chan struct{}), sync.Once{}
	until := w.promised() + 5 + w.chance.IntN(60)
	done := func() {
		if w.promised() >= until {
			enoughOnce.Do(func() { close(enough) })
		}
	}
	var load sync.WaitGroup
	for n := range takersAtOnce {
		load.Go(func() {
			for i := 0; ctx.Err() == nil; i++ {
				if !w.taker(ctx, p.url, uint64(cycle), uint64(n), uint64(i)) {
					return
				}
				done()
			}
		})
	}
	published := make(chan struct{})
	load.Go(func() {
		defer close(published)
		form := url.Values{"revision": {strconv.FormatInt(draft.Revision, 10)}, "note": {"Another round"}}
		if status, _ := send(ctx, w.owner, "10.9.9.9", http.MethodPost, p.url+site.AdminPublication, form); status == http.StatusSeeOther {
			w.note(func() { w.published = append(w.published, draft.ID) })
		}
	})
	select {
	case <-enough:
	case <-ctx.Done():
		t.Error("the load never got that far")
	}
	if cycle%3 == 0 { // else it is killed wherever it is
		<-published
	}
	p.kill()
	cancel()
	load.Wait()
}

func (w *witness) promised() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.count
}

func (w *witness) note(write func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	write()
	w.count++
}

// taker finishes, and does some of what can be done then. It reports whether
// the program still answers.
func (w *witness) taker(ctx context.Context, program string, cycle, n, i uint64) bool {
	c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	defer c.CloseIdleConnections()
	from := fmt.Sprintf("10.%d.%d.%d", cycle%256, n, i%256)
	j := finished(cycle<<32 | n<<24 | i)
	owner := j.Owner()
	if status, _ := send(ctx, c, from, http.MethodPost, program+site.Results, url.Values{}, &http.Cookie{Name: "whichpm_quiz", Value: j.Token()}); status != http.StatusSeeOther {
		return status != 0
	}
	w.note(func() { w.results = append(w.results, owner) })
	form := url.Values{"scope": {"profile"}, "name": {"Ada"}, "form": {strconv.FormatUint(i, 36)}}
	share := shareMade(owner, form)
	if status, _ := send(ctx, c, from, http.MethodPost, program+site.Shares(owner), form); status != http.StatusSeeOther || share != shareMade(owner, form) {
		return status != 0
	}
	w.note(func() { w.shares = append(w.shares, share) })
	if i%3 == 1 {
		if status, _ := send(ctx, c, from, http.MethodPost, program+site.ShareRemoval(owner), url.Values{"share": {share.String()}}); status != http.StatusSeeOther {
			return status != 0
		}
		w.note(func() { w.revoked = append(w.revoked, share) })
	}
	if i%2 == 1 {
		return w.tell(ctx, c, from, program, owner, i%8 == 3)
	}
	if i%4 == 2 {
		if status, _ := send(ctx, c, from, http.MethodPost, program+site.Removal(owner), url.Values{}); status != http.StatusSeeOther {
			return status != 0
		}
		w.note(func() { w.deleted = append(w.deleted, owner) })
	}
	return true
}

// tell says which job they have, and takes it back if they want. It reports
// whether the program still answers.
func (w *witness) tell(ctx context.Context, c *http.Client, from, program string, owner quiz.Owner, back bool) bool {
	job := url.Values{"role": {"product_manager"}, "years": {"3"}, "suits": {"4"}, "consent": {"on"}}
	if status, _ := send(ctx, c, from, http.MethodPost, program+site.Outcome(owner), job); status != http.StatusSeeOther {
		return status != 0
	}
	if !back {
		w.note(func() { w.told = append(w.told, owner) })
		return true
	}
	if status, _ := send(ctx, c, from, http.MethodPost, program+site.OutcomeRemoval(owner), url.Values{}); status != http.StatusSeeOther {
		return status != 0
	}
	w.note(func() { w.takenBack = append(w.takenBack, owner) })
	return true
}

// shareMade is the link that this form makes today.
func shareMade(owner quiz.Owner, form url.Values) quiz.ShareID {
	secret := owner.ShareSecret(form.Get("form"), form.Get("scope"), form.Get("name"))
	return quiz.NewShareID(time.Now(), secret)
}

// finished is a journey through the first version with every answer given.
func finished(n uint64) quiz.Journey {
	v := content.First()
	v.ID = 1
	var seed quiz.Seed
	copy(seed[:], fmt.Sprintf("%016x", n))
	now := time.Now()
	j := quiz.Begin(v, seed, now, true)
	for q := range v.Questions {
		j = j.Ask(q)
		j, _ = j.Answer(v, q+1, (int(n)+q)%len(v.Questions[q].Options), now)
	}
	return j
}
