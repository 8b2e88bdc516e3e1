package taker

import (
	"context"
	"fmt"
	"math"
	"sync"
	"sync/atomic"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/simulate"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// edition is a published or retired version with its compiled scoring model.
type edition struct {
	*quiz.Version

	model  *score.Model
	report func() check.Report     // of the publishing checks, made once
	habits func() simulate.Report  // what chance and habit do, played once
	usual  func() takerview.Length // of the short form, played once

	spoken map[string]words.Language // by the tag that a visitor prefers: of the pages they get
	about  map[string]words.Language // by that tag: of pages that show no version
	shown  map[string]*quiz.Version  // by the tag of a page: the version on it
}

func newEdition(v *quiz.Version) *edition {
	ed := &edition{
		Version: v,
		model:   score.New(v),
		report:  sync.OnceValue(func() check.Report { return check.Version(v) }),
		habits:  sync.OnceValue(func() simulate.Report { return playHabits(v) }),
		usual:   sync.OnceValue(func() takerview.Length { return usualLength(v) }),
	}
	ed.speak()
	return ed
}

// editions keeps versions in memory. They never change, so a version once
// loaded is good for ever; only which one is published has to be followed.
type editions struct {
	store     Store
	published atomic.Pointer[edition]
	known     sync.Map // version id → *edition
}

// latest is the version new takers get, nil while none is published. It needs
// no database.
func (e *editions) latest() *edition { return e.published.Load() }

// version returns the version with that id, from memory if it was used before.
func (e *editions) version(ctx context.Context, id int64) (*edition, error) {
	if known, ok := e.known.Load(id); ok {
		return known.(*edition), nil
	}
	v, err := e.store.Version(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("load version %d: %w", id, err)
	}
	if v.State == quiz.Draft { // a draft has no takers
		return nil, fmt.Errorf("version %d: %w", id, quiz.ErrNotFound)
	}
	loaded, _ := e.known.LoadOrStore(id, newEdition(v))
	return loaded.(*edition), nil
}

// refresh swaps in the version that is published now.
func (e *editions) refresh(ctx context.Context) error {
	id, err := e.store.PublishedID(ctx)
	if err != nil {
		return fmt.Errorf("find the published version: %w", err)
	}
	if now := e.published.Load(); now != nil && now.ID == id {
		return nil
	}
	ed, err := e.version(ctx, id)
	if err != nil {
		return err
	}
	e.published.Store(ed)
	return nil
}

// most is how many questions a new taker is asked at most.
func (ed *edition) most() int { return ed.mostFor(quiz.Journey{}) }

// mostFor is how many questions this taker is asked at most. It only falls,
// unless the taker asks for the rest.
func (ed *edition) mostFor(j quiz.Journey) int {
	return len(j.Steps) + len(ed.model.ToCome(j))
}

// advance asks the next question once every one asked is settled.
func (ed *edition) advance(j quiz.Journey) quiz.Journey { return ed.model.Advance(ed.Version, j) }

// settled reports whether further answers would hardly change which role comes
// first.
func (ed *edition) settled(j quiz.Journey) bool {
	return ed.model.Outlook(j.Answers(ed.Version)).Settled(len(j.Steps), ed.model.Unasked(j))
}

// firmness is of how many in ten people with answers like these the questions
// that are left would change how firmly it is said: at least 1. Balanced reports
// that no role would be named now.
func (ed *edition) firmness(j quiz.Journey) (people int, balanced bool) {
	answers := j.Answers(ed.Version)
	_, headline := ed.model.Outlook(answers).Changes(ed.model.Unasked(j), uint64(j.Shuffle()))
	return max(int(math.Round(10*headline)), 1), !ed.model.Score(answers).Verdict.NamesRole()
}
