package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/site"
)

// finish compares results a second with durable inserts of the same row.
func (b *bench) finish(ctx context.Context) (part, error) {
	out := part{title: "Finishing, durable results a second", note: "64 takers at once; every result is on disk before it is acknowledged (WAL, `synchronous=FULL`). " +
		"“By hand” is one loop that does nothing but insert the same row into the same tables. " +
		"Over HTTP, reading, answering and the load itself take the same processors as the inserts."}
	program, finishers, err := b.finishers(ctx, "finish")
	if err != nil {
		return out, err
	}
	defer program.stop()
	floors, err := b.inserts(ctx)
	if err != nil {
		return out, err
	}
	defer floors.close()
	finished := &tallied{load: load{address: program.address, scripts: finishers}, after: program.forget}
	figures, err := b.interleave(ctx, "finish", side{"POST /result", finished.rate},
		side{"by hand, 256 a transaction", floors.batched(256)}, side{"by hand, 64 a transaction", floors.batched(clients)},
		side{"by hand, one by one", floors.batched(1)}, side{"score and store, 64 at once", floors.finished})
	if err != nil {
		return out, err
	}
	out.rows = []row{
		atLeast("score, ledger and durable insert, 64 callers", figures[4], "by hand, 256 a transaction", figures[1], .85),
		atLeast("", figures[4], "by hand, one by one", figures[3], 5),
		compared("", figures[4], "by hand, 64 a transaction", figures[2]),
		compared("`POST /result` over HTTP", figures[0], "by hand, 256 a transaction", figures[1]),
		compared("", figures[0], "by hand, one by one", figures[3]),
		{figure: "wait for `POST /result`, ms: p50", ours: spread(finished.p50[0])},
		{figure: "– p99", ours: spread(finished.p99[0])},
	}
	return out, nil
}

// mixed asks mostly for pages, as visitors do, while others finish.
func (b *bench) mixed(ctx context.Context) (part, error) {
	out := part{title: "Mixed load, 90 % reads", note: "Waits in milliseconds, 64 connections; reads are a shared page, the first page and question pages."}
	program, finishers, err := b.finishers(ctx, "mixed")
	if err != nil {
		return out, err
	}
	defer program.stop()
	pages, err := listPages(ctx, program.address)
	if err != nil {
		return out, err
	}
	var reads []request
	for _, p := range pages {
		if p.want == http.StatusOK && strings.HasSuffix(p.name, "gzip") {
			for i := range 40 {
				reads = append(reads, p.asks[i%len(p.asks)].write(program.address, p.want))
			}
		}
	}
	mix := &tallied{load: load{address: program.address, scripts: mixing(over(reads), finishers)}, after: program.forget}
	figures, err := b.interleave(ctx, "mixed load", side{"answers a second", mix.rate})
	if err != nil {
		return out, err
	}
	out.rows = []row{
		{figure: "answers a second", ours: spread(figures[0])},
		{figure: "page: p50", ours: spread(mix.p50[0])},
		{figure: "– p99", ours: spread(mix.p99[0])},
		{figure: "finish: p50", ours: spread(mix.p50[1])},
		growing("– p99", mix.p99[1], "its p50", mix.p50[1], 5),
	}
	return out, nil
}

// tallied keeps the waits of every round that counts.
type tallied struct {
	load     load
	after    func()
	turns    int
	p50, p99 [2][]float64 // ms, by class
}

func (s *tallied) rate(ctx context.Context, length time.Duration) (float64, error) {
	defer s.after()
	t, err := s.load.run(ctx, length)
	if s.turns++; s.turns == 1 { // warming up
		return t.rate(), err
	}
	for class := range s.p50 {
		s.p50[class] = append(s.p50[class], milliseconds(t.quantile(class, .5)))
		s.p99[class] = append(s.p99[class], milliseconds(t.quantile(class, .99)))
	}
	return t.rate(), err
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// finishers starts the program and gives each connection results to finish
// without an end, each of a taker of its own.
func (b *bench) finishers(ctx context.Context, name string) (*child, []script, error) {
	database, err := b.database(name)
	if err != nil {
		return nil, nil, err
	}
	program, err := b.serve(ctx, database)
	if err != nil {
		return nil, nil, err
	}
	scripts, err := finishing(ctx, program.address)
	if err != nil {
		program.stop()
	}
	return program, scripts, err
}

// visitor numbers takers, each with an address of its own: one address may
// only write so often.
var visitor atomic.Uint32

func finishing(ctx context.Context, address string) ([]script, error) {
	takers, err := walks(ctx, address)
	if err != nil {
		return nil, err
	}
	scripts := make([]script, len(takers))
	for i, w := range takers {
		name, token, _ := strings.Cut(w.cookie, "=")
		journey, err := quiz.DecodeJourney(token)
		if err != nil {
			return nil, fmt.Errorf("read the cookie of a walk: %w", err)
		}
		scripts[i] = func() request {
			n := visitor.Add(1)
			a := ask{
				method: "POST", path: site.Results, cookie: name + "=" + another(journey).Token(),
				from: fmt.Sprintf("10.%d.%d.%d", n>>12&255, n>>4&255, n&15),
			}
			return a.write(address, http.StatusSeeOther)
		}
	}
	return scripts, nil
}

// another is a taker who answered the same.
func another(j quiz.Journey) quiz.Journey {
	_, _ = rand.Read(j.Seed[:]) // documented never to fail
	return j
}

// mixing sends every tenth request of a connection to finish.
func mixing(reads, finishes []script) []script {
	scripts := make([]script, len(reads))
	for i := range scripts {
		turn := i // so that not all finish at once
		scripts[i] = func() request {
			if turn++; turn%10 != 0 {
				return reads[i]()
			}
			r := finishes[i]()
			r.class = 1
			return r
		}
	}
	return scripts
}

// sampleResult makes results as finishing the quiz does.
func sampleResult(version int64) func() quiz.Result {
	v := content.First()
	v.ID = version
	m := score.New(v)
	j := quiz.Begin(v, quiz.Seed{}, time.Now().Add(-2*time.Minute), false)
	for j = m.Advance(v, j); j.Current() > 0; j = m.Advance(v, j) {
		n := j.Current()
		j, _ = j.Answer(v, n, n%2, time.Now()) // every question has two options
	}
	return func() quiz.Result { return m.Finish(v, another(j), time.Now()) }
}
