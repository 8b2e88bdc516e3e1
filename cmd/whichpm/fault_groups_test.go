package main

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/store"
	"whichpm/internal/test/long"
	"whichpm/web/site"
)

// People join and leave a group while its organiser closes it, and the program is
// killed in the middle. A consent that was acknowledged is there, a leaving that
// was acknowledged is final, and a picture is made once or not at all.
func TestNoConsentAndNoLeavingThatWasAcknowledgedIsLostWhenTheProgramIsKilled(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "quiz.db")
	chance := rand.New(rand.NewPCG(5, 5))
	var joined, left, closed, pictures int
	for cycle := range long.Pick(12, 120) {
		var w *groupWitness
		withStore(t, path, func(db *store.Store) { w = newGroupWitness(t, db, cycle) })
		p := launch(t, nil, "--db="+path, "--groups=anyone", "--trusted-proxies=127.0.0.1")
		w.load(t, p, 3+chance.IntN(2*groupTakers))
		if w.look(t, path) {
			pictures++
		}
		joined, left = joined+len(w.joined), left+len(w.left)
		if w.closed {
			closed++
		}
	}
	t.Logf("acknowledged and kept: %d joined, %d left, %d closed; %d pictures", joined, left, closed, pictures)
	if joined == 0 || left == 0 || closed == 0 || pictures < closed {
		t.Error("the load was none")
	}
}

const groupTakers = 14

// groupWitness writes down what the program acknowledged of one group.
type groupWitness struct {
	group     quiz.Group
	organiser quiz.Organiser
	takers    []quiz.Owner

	mu     sync.Mutex
	joined []quiz.Owner // and did not ask to leave
	left   []quiz.Owner
	closed bool
	acks   int
}

// newGroupWitness keeps a group without names, and the results of those who will
// join it.
func newGroupWitness(t *testing.T, db *store.Store, cycle int) *groupWitness {
	t.Helper()
	f := quiz.NewGroupForm("")
	f.Name = fmt.Sprintf("Class %d", cycle)
	g, organiser, err := quiz.NewGroup(f, quiz.LeastLeast, time.Now())
	ok(t, err)
	ok(t, db.AddGroup(t.Context(), g))
	v := content.First()
	v.ID = 1
	m := score.New(v)
	w := &groupWitness{group: g, organiser: organiser}
	for n := range groupTakers {
		j := finished(1<<40 | uint64(cycle)<<8 | uint64(n))
		r := m.Finish(v, j, time.Now())
		r.Hurried = false
		ok(t, db.AddResult(t.Context(), r))
		w.takers = append(w.takers, j.Owner())
	}
	return w
}

func (w *groupWitness) note(write func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	write()
	w.acks++
}

func (w *groupWitness) acknowledged() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.acks
}

// load lets everybody join, every third leave again and the organiser close, and
// kills the program once it has acknowledged so much.
func (w *groupWitness) load(t *testing.T, p *process, until int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), readyWithin)
	defer cancel()
	enough, once := make(chan struct{}), sync.Once{}
	var all sync.WaitGroup
	do := func(fn func(c *http.Client, from string)) {
		all.Go(func() {
			c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
			defer c.CloseIdleConnections()
			fn(c, "10.7.7.7")
			if w.acknowledged() >= until {
				once.Do(func() { close(enough) })
			}
		})
	}
	for n, owner := range w.takers {
		do(func(c *http.Client, from string) { w.taker(ctx, c, from, p.url, owner, n%3 == 0) })
	}
	do(func(c *http.Client, from string) {
		for ctx.Err() == nil {
			status, _ := send(ctx, c, from, http.MethodPost, p.url+site.GroupClosing(w.organiser), url.Values{})
			if status == http.StatusSeeOther {
				w.note(func() { w.closed = true })
			}
			if status == http.StatusSeeOther || status == 0 { // or it was killed
				return
			}
		}
	})
	everybody := make(chan struct{})
	go func() { all.Wait(); close(everybody) }()
	select {
	case <-enough:
	case <-everybody:
	case <-ctx.Done():
		t.Error("the load never got that far")
	}
	p.kill()
	cancel()
	all.Wait()
}

func (w *groupWitness) taker(ctx context.Context, c *http.Client, from, program string, owner quiz.Owner, leaves bool) {
	form := url.Values{"consent": {"on"}}
	if status, _ := send(ctx, c, from, http.MethodPost, program+site.Joining(owner, w.group.ID), form); status != http.StatusSeeOther {
		return
	}
	if !leaves {
		w.note(func() { w.joined = append(w.joined, owner) })
		return
	}
	if status, _ := send(ctx, c, from, http.MethodPost, program+site.Leaving(owner, w.group.ID), url.Values{}); status == http.StatusSeeOther {
		w.note(func() { w.left = append(w.left, owner) })
	}
}

// look compares the file with what was acknowledged, and reports whether there is
// a picture.
func (w *groupWitness) look(t *testing.T, path string) (picture bool) {
	t.Helper()
	withStore(t, path, func(*store.Store) {}) // what the kill left is put right at a start
	db, err := sql.Open("sqlite3", path)
	ok(t, err)
	defer db.Close() //nolint:errcheck // nothing was written
	var text string
	ok(t, db.QueryRowContext(t.Context(), "SELECT picture FROM quiz_groups WHERE id = ?", w.group.ID[:]).Scan(&text))
	members := keys(t, db, fmt.Sprintf("SELECT result_id FROM group_members WHERE group_id = x'%x'", w.group.ID[:]))
	if picture = text != ""; picture && len(members) > 0 || w.closed && !picture {
		t.Errorf("closed: %t, a picture: %t, and %d members", w.closed, picture, len(members))
	}
	for _, owner := range w.joined {
		if id := owner.ID(); !picture && !members[string(id[:])] {
			t.Errorf("an acknowledged consent is lost: %x", id)
		}
	}
	for _, owner := range w.left {
		if id := owner.ID(); members[string(id[:])] {
			t.Errorf("somebody who left is in the group again: %x", id)
		}
	}
	return picture
}
