//go:build !race

package server_test

import (
	"fmt"
	"net/http"
	"syscall"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
	"whichpm/web/admin"
	"whichpm/web/site"
	"whichpm/web/taker"
)

// BenchmarkGroupPages shows groups with as many members as they have room for; see
// docs/performance.md.
func BenchmarkGroupPages(b *testing.B) {
	h := openTakers(b, storetest.Open(b), admin.Config{}, taker.Config{Groups: quiz.GroupsByAnyone})
	named, _ := h.group(b, quiz.Named, "Platform team")
	anonymous, picture := h.group(b, quiz.Anonymous, "Second-years")
	for n := range quiz.MostMembers {
		r := storetest.Result(n)
		if err := h.store.AddResult(b.Context(), r); err != nil {
			b.Fatal(err)
		}
		members := []quiz.Member{{Group: anonymous.ID, Result: r.ID}}
		if n < quiz.MostNamed {
			members = append(members, quiz.Member{Group: named.ID, Result: r.ID, Name: fmt.Sprint("Person ", n), JoinedAt: h.now()})
		}
		for _, m := range members {
			if err := h.store.JoinGroup(b.Context(), m, h.now()); err != nil {
				b.Fatal(err)
			}
		}
	}
	h.closeGroup(b, anonymous)
	pages := h.handlerWithoutLog()
	for name, path := range map[string]string{
		"30 with names":     site.Joining(quiz.Owner{Day: 20_000}, named.ID),
		"200 without names": picture,
	} {
		request := asked(b, http.MethodGet, path, "", "")
		asks := 0
		next := func() *http.Request { // from an address each, because looks are limited
			asks++
			r := request()
			r.RemoteAddr = fmt.Sprintf("10.%d.%d.%d:1", asks>>16&255, asks>>8&255, asks&255)
			return r
		}
		first := &discardWriter{header: http.Header{}}
		if pages.ServeHTTP(first, next()); first.status != http.StatusOK {
			b.Fatalf("%s answers %d", path, first.status)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			before := processor(b)
			for b.Loop() {
				w := &discardWriter{header: http.Header{}}
				if pages.ServeHTTP(w, next()); w.status != http.StatusOK {
					b.Fatalf("%s answers %d", path, w.status)
				}
			}
			b.ReportMetric(float64((processor(b)-before).Nanoseconds())/float64(b.N), "processor-ns/op")
		})
	}
}

// processor is the time of a processor that this program used so far. Unlike the
// time that passed, it leaves out how long others kept the processor.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
