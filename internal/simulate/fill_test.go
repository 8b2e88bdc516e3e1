package simulate

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// notebook keeps what Fill writes.
type notebook struct {
	mu       sync.Mutex
	results  []quiz.Result
	outcomes []quiz.Outcome
	counts   map[quiz.StepCount]int64
	full     error // what AddResult answers
}

func (n *notebook) AddResult(_ context.Context, r quiz.Result) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.results = append(n.results, r)
	return n.full
}

func (n *notebook) AddOutcome(_ context.Context, o quiz.Outcome) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.outcomes = append(n.outcomes, o)
	return nil
}

func (n *notebook) CountSteps(_ context.Context, counts []quiz.StepCount) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, c := range counts {
		key := c
		key.N = 0
		n.counts[key] += c.N
	}
	return nil
}

var until = time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)

func fill(t *testing.T, c Config) *notebook {
	t.Helper()
	n := &notebook{counts: map[quiz.StepCount]int64{}}
	v := content.First()
	v.ID = 1
	finished, err := Fill(t.Context(), n, v, c, Span{Until: until, Days: 30})
	if err != nil || int(finished) != len(n.results) {
		t.Fatalf("%d finished, %d kept: %v", finished, len(n.results), err)
	}
	slices.SortFunc(n.results, func(a, b quiz.Result) int { return slices.Compare(a.ID[:], b.ID[:]) })
	slices.SortFunc(n.outcomes, func(a, b quiz.Outcome) int { return slices.Compare(a.Result[:], b.Result[:]) })
	return n
}

func (n *notebook) count(event quiz.Event) (sum int64) {
	for c, k := range n.counts {
		if c.Event == event {
			sum += k
		}
	}
	return sum
}

func TestSimulatedTakersLeaveWhatPeopleWould(t *testing.T) {
	n := fill(t, Config{Takers: 600, Seed: 2})
	if started := n.count(quiz.EventStarted); started != 600 {
		t.Errorf("%d started", started)
	}
	asked, settled := n.count(quiz.EventAsked), n.count(quiz.EventAnswered)+n.count(quiz.EventSkipped)
	left := 600 - len(n.results)
	if asked-settled != int64(left) || left < 50 || left > 200 {
		t.Errorf("%d left, at %d open questions", left, asked-settled)
	}
	hurried, full, byLot, other := 0, 0, 0, 0
	for _, r := range n.results {
		if r.FinishedAt.After(until) || r.FinishedAt.Before(until.AddDate(0, 0, -31)) {
			t.Errorf("finished at %s", r.FinishedAt)
		}
		if r.Hurried {
			hurried++
		}
		if r.Form.Whole() {
			full++
		}
		if r.Form == quiz.FullByLot {
			byLot++
		}
	}
	if started, finished := n.count(quiz.EventLotStarted), n.count(quiz.EventLotFinished); byLot < 20 || byLot == full || finished != int64(byLot) || started < finished {
		t.Errorf("%d results are by lot of %d full ones; %d such people started, %d finished", byLot, full, started, finished)
	}
	for _, o := range n.outcomes {
		if o.Role == quiz.OtherRole {
			other++
		}
	}
	if hurried == 0 || full == 0 || len(n.outcomes) < 50 || other == 0 {
		t.Errorf("%d hurried, %d full, %d told, %d of them another job", hurried, full, len(n.outcomes), other)
	}
}

func TestTheSameSeedGivesTheSameTakers(t *testing.T) {
	one, two := fill(t, Config{Takers: 300, Seed: 5}), fill(t, Config{Takers: 300, Seed: 5})
	if !reflect.DeepEqual(one, two) {
		t.Error("they differ")
	}
	if other := fill(t, Config{Takers: 300, Seed: 6}); reflect.DeepEqual(one.results, other.results) {
		t.Error("another seed gives the same")
	}
}

func TestAFullDatabaseEndsTheFilling(t *testing.T) {
	n := &notebook{counts: map[quiz.StepCount]int64{}, full: quiz.ErrUnavailable}
	_, err := Fill(t.Context(), n, content.First(), Config{Takers: 5000}, Span{Until: until, Days: 1})
	if !errors.Is(err, quiz.ErrUnavailable) {
		t.Errorf("got %v", err)
	}
	if len(n.results) > 2000 {
		t.Errorf("it went on for %d results", len(n.results))
	}
}
