package main

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os/exec"
	"strings"
	"time"
)

// crowd is a server with so many results.
type crowd struct {
	results  int
	database string
	shares   []string // paths
	server   *child
	session  string // the cookie of an admin
}

// sharesShown are enough for every round to open new ones.
const sharesShown = 60_000

// growth compares the program at many results with itself at few.
func (b *bench) growth(ctx context.Context) (part, error) {
	counts := []int{10_000, 1_000_000}
	if b.long {
		counts = append(counts, 10_000_000)
	}
	out := part{title: "Growth, milliseconds", note: "64 connections for shared pages and finishing, one for the statistics page. " +
		"A ratio of 1 is flat. A start reads small databases through first, so that large ones may start faster. Ten million results are in the long form."}
	var crowds []*crowd
	defer func() {
		for _, c := range crowds {
			c.close()
		}
	}()
	for _, n := range counts {
		c, err := b.crowd(ctx, n)
		if err != nil {
			return out, err
		}
		crowds = append(crowds, c)
	}
	for _, f := range []struct {
		name    string
		running bool
		side    func(context.Context, *crowd) (side, error)
	}{
		{"start to first answer", false, b.starting},
		{"shared page, gzip: p50", true, sharedAgain},
		{"shared page opened for the first time: p50", true, sharedFirst},
		{"finish: p50", true, finishOf},
		{"statistics page", true, statistics},
	} {
		rows, err := b.grown(ctx, f.name, crowds, f.running, f.side)
		if err != nil {
			return out, fmt.Errorf("%s: %w", f.name, err)
		}
		out.rows = append(out.rows, rows...)
	}
	return out, nil
}

func (c *crowd) close() {
	if c.server != nil {
		c.server.stop()
	}
}

// crowd makes a database with an admin.
func (b *bench) crowd(ctx context.Context, n int) (*crowd, error) {
	path, err := b.database(fmt.Sprintf("results-%d", n))
	if err != nil {
		return nil, err
	}
	c := &crowd{results: n, database: path}
	if c.shares, err = b.fill(ctx, path, n, sharesShown); err != nil {
		return nil, err
	}
	create := exec.CommandContext(ctx, b.program, "admin", "create", adminEmail, "--password-stdin", "--db="+path)
	create.Stdin = strings.NewReader(adminPassword + "\n")
	if text, err := create.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("make an admin: %w: %s", err, text)
	}
	return c, nil
}

const (
	adminEmail    = "ada@example.org"
	adminPassword = "quiet-otter-maps-nineteen"
)

// grown measures one figure at all sizes and compares each with the smallest.
func (b *bench) grown(ctx context.Context, name string, crowds []*crowd, running bool, of func(context.Context, *crowd) (side, error)) ([]row, error) {
	var sides []side
	for _, c := range crowds {
		if running && c.server == nil {
			if err := b.open(ctx, c); err != nil {
				return nil, err
			}
		}
		s, err := of(ctx, c)
		if err != nil {
			return nil, err
		}
		s.name = number(float64(c.results)) + " results"
		sides = append(sides, s)
	}
	figures, err := b.interleave(ctx, name, sides...)
	if err != nil {
		return nil, err
	}
	var rows []row
	for i := range figures[1:] {
		rows = append(rows, growing(name+", "+sides[i+1].name, figures[i+1], sides[0].name, figures[0], 1.3))
	}
	return rows, nil
}

// open starts the server of a crowd and signs its admin in.
func (b *bench) open(ctx context.Context, c *crowd) (err error) {
	server, err := b.serve(ctx, c.database, "--page-cache=1") // so that not all pages come from memory
	if err != nil {
		return err
	}
	c.server = server
	form := url.Values{"email": {adminEmail}, "password": {adminPassword}}.Encode()
	var w walk
	if _, err = (ask{method: "POST", path: "/admin/sign-in", form: form}).follow(ctx, c.server.address, &w); err != nil {
		return fmt.Errorf("sign in: %w", err)
	}
	c.session = w.cookie
	return nil
}

func sharedAgain(_ context.Context, c *crowd) (side, error) {
	return c.waitFor(over(c.requests(c.shares[:fewShares]))), nil
}

// A few links fit into memory, the others do not. As many are opened at every
// size.
const (
	fewShares  = 50
	manyShares = 9_000
)

// sharedFirst opens links one after the other; when all were opened, nothing is
// left of the first in memory.
func sharedFirst(_ context.Context, c *crowd) (side, error) {
	return c.waitFor(over(c.requests(c.shares[fewShares:manyShares]))), nil
}

func (c *crowd) requests(paths []string) []request {
	requests := make([]request, len(paths))
	for i, path := range paths {
		from := fmt.Sprintf("10.1.%d.%d", i>>8&255, i&255) // many visitors: one may not look at as much
		requests[i] = ask{path: path, accept: "gzip", from: from}.write(c.server.address, http.StatusOK)
	}
	return requests
}

func finishOf(ctx context.Context, c *crowd) (side, error) {
	scripts, err := finishing(ctx, c.server.address)
	return c.waitFor(scripts), err
}

// statistics asks for the pages of the numbers in turn.
func statistics(_ context.Context, c *crowd) (side, error) {
	var requests []request
	for _, path := range []string{"/admin/insight", "/admin/insight/questions", "/admin/insight/outcomes"} {
		requests = append(requests, ask{path: path, cookie: c.session}.write(c.server.address, http.StatusOK))
	}
	return c.waitFor(over(requests)[:1]), nil
}

// waitFor measures the median wait in milliseconds.
func (c *crowd) waitFor(scripts []script) side {
	l := load{address: c.server.address, scripts: scripts}
	return side{measure: func(ctx context.Context, length time.Duration) (float64, error) {
		defer c.server.forget()
		t, err := l.run(ctx, length)
		return milliseconds(t.quantile(0, .5)), err
	}}
}

// starting measures a start on the crowd's database.
func (b *bench) starting(_ context.Context, c *crowd) (side, error) {
	return side{measure: func(ctx context.Context, _ time.Duration) (float64, error) {
		return b.startUp(ctx, c.database)
	}}, nil
}

// startUp is how many milliseconds go by from the start of the process to the
// first page.
func (b *bench) startUp(ctx context.Context, database string) (float64, error) {
	address, err := freeAddress(ctx)
	if err != nil {
		return 0, err
	}
	c, err := b.child(ctx, b.program, "--addr="+address, "--db="+database)
	if err != nil {
		return 0, err
	}
	first := ask{path: "/"}.write(address, http.StatusOK)
	began := time.Now()
	if err := c.cmd.Start(); err != nil {
		return 0, fmt.Errorf("start: %w", err)
	}
	defer c.stop()
	err = untilAnswer(ctx, address, first)
	return milliseconds(time.Since(began)), err
}
