package failover_test

import (
	"errors"
	"flag"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
	"whichpm/internal/test/storetest/pgserver"
)

var (
	cycles  = flag.Int("failover.cycles", 1, "how often the primary of a new cluster is killed")
	results = flag.Int("failover.results", 500, "acknowledged results of each program before a kill")
)

const (
	outage     = 3 * time.Second // longer than a replica is believed without a look
	longestGap = 2 * time.Second
)

func TestNoAcknowledgedResultIsLostWhenThePrimaryDies(t *testing.T) {
	for range *cycles {
		t.Run("", noneIsLost)
	}
}

func noneIsLost(t *testing.T) {
	s := start(t, pgserver.Quorum)
	stale, fresh := s.Standbys[0], s.Standbys[1]
	viewer := open(t, store.Config{URL: s.Address("quiz"), Replica: fresh.Address("quiz")})
	shared := look(t, viewer, s.share(t))
	must(t, s.CutOff(stale)) // the quorum is the other one
	s.more(t, *results)

	must(t, s.Kill())
	killed := time.Now()
	before, _, _ := shared.count()
	wait(t, "shared pages are shown without a primary", func() bool {
		shown, _, _ := shared.count()
		return shown >= before+100 && time.Since(killed) > outage
	})
	promotion := time.Now()
	must(t, s.Promote())
	if s.Primary != fresh {
		t.Error("the standby that lags was promoted")
	}
	s.more(t, 1)
	t.Logf("promoted after %s, results are kept %s later", promotion.Sub(killed).Round(time.Millisecond), since(promotion))
	s.more(t, 100)
	shown, failed, gap := shared.count()
	t.Logf("of %d shared pages %d failed, the longest gap was %s", shown+failed, failed, gap.Round(time.Millisecond))
	if failed > 0 || gap > longestGap {
		t.Errorf("%d shared pages failed, and none was shown for %s", failed, gap)
	}
	if lost, all := s.lost(t); lost > 0 {
		t.Errorf("of %d acknowledged results %d are lost", all, lost)
	}
	if !s.dies(t) {
		t.Error("results are acknowledged that no standby has")
	}
	if lost, all := s.lost(t); lost > 0 {
		t.Errorf("after the second failover %d of %d acknowledged results are lost", lost, all)
	} else {
		t.Logf("0 of %d acknowledged results are lost", all)
	}
}

// TestWithAsynchronousStandbysResultsAreLost shows that the test above sees a
// loss.
func TestWithAsynchronousStandbysResultsAreLost(t *testing.T) {
	s := start(t, "")
	s.more(t, 100)
	if s.dies(t) {
		t.Error("no results were acknowledged without a standby")
	}
	lost, all := s.lost(t)
	t.Logf("%d of %d acknowledged results are lost", lost, all)
	if lost == 0 {
		t.Error("none is lost: this test sees nothing")
	}
}

// dies cuts off the standbys, kills the primary a while later and promotes the
// best. It reports whether no result was acknowledged in between.
func (s *site) dies(t *testing.T) (quiet bool) {
	t.Helper()
	for _, standby := range s.Standbys {
		must(t, s.CutOff(standby))
	}
	quiet = s.quiet(t)
	must(t, s.Kill())
	must(t, s.Promote())
	return quiet
}

// share adds a link and returns its id.
func (s *site) share(t *testing.T) quiz.ShareID {
	t.Helper()
	const n = 1 << 40 // no program comes there
	sh := storetest.Share(storetest.ResultID(n), 1)
	must(t, errors.Join(s.store.AddResult(t.Context(), storetest.Result(n)), s.store.AddShare(t.Context(), sh)))
	return sh.ID
}
