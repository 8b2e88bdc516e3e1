package rollup_test

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/test/storetest"
)

// BenchmarkOnce counts one open day. A result's share of it is what a minute
// costs for each result of today.
func BenchmarkOnce(b *testing.B) {
	const results = 100_000
	s, _ := open(b)
	var next atomic.Int64
	var takers sync.WaitGroup
	for range 256 {
		takers.Go(func() {
			for n := int(next.Add(1)); n <= results; n = int(next.Add(1)) {
				r := storetest.Result(n)
				r.FinishedAt = storetest.Now.Add(time.Duration(n%3600) * time.Second)
				must(b, s.AddResult(b.Context(), r))
				if n%10 == 0 {
					must(b, s.AddOutcome(b.Context(), storetest.Outcome(n)))
				}
			}
		})
	}
	takers.Wait()
	c := evening()
	job := newJob(b, s, c)
	for b.Loop() {
		c.wait(time.Second)
		must(b, job.Once(b.Context()))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/results, "ns/result")
}
