package main

import (
	"context"
	"fmt"
	"net/http"
	"path/filepath"
	"time"
)

// page is a page that is compared with a bare handler.
type page struct {
	name   string
	asks   []ask // what the connections ask for; the first one's answer is the floor's
	want   int
	target float64
	nginx  bool // it is a file for nginx too
}

// pages compares pages with a bare handler that writes the same bytes.
func (b *bench) pages(ctx context.Context) (part, error) {
	out := part{title: "Pages, answers a second"}
	program, list, err := b.site(ctx)
	if err != nil {
		return out, err
	}
	defer program.stop()
	bare, floors, err := b.floors(ctx, program, list)
	if err != nil {
		return out, err
	}
	defer bare.stop()
	nginx, err := b.nginx(ctx, floors)
	if err != nil {
		out.note = fmt.Sprintf("nginx was not measured: %v.", err)
	} else {
		defer nginx.stop()
	}
	for i, p := range list {
		rows, err := b.page(ctx, p, floorPath(i), program, bare, nginx)
		if err != nil {
			return out, err
		}
		out.rows = append(out.rows, rows...)
	}
	return out, nil
}

func floorPath(i int) string { return fmt.Sprintf("/floor/%d", i) }

// site starts the program and lists its pages as visitors ask for them.
func (b *bench) site(ctx context.Context) (*child, []page, error) {
	database, err := b.database("pages of " + filepath.Base(b.program))
	if err != nil {
		return nil, nil, err
	}
	program, err := b.serve(ctx, database)
	if err != nil {
		return nil, nil, err
	}
	list, err := listPages(ctx, program.address)
	if err != nil {
		program.stop()
	}
	return program, list, err
}

func listPages(ctx context.Context, address string) ([]page, error) {
	takers, err := walks(ctx, address)
	if err != nil {
		return nil, err
	}
	shared, err := shareResult(ctx, address, takers[0])
	if err != nil {
		return nil, err
	}
	first, err := fetch(ctx, address, ask{path: shared, accept: "gzip"}.write(address, http.StatusOK))
	if err != nil {
		return nil, err
	}
	var gets, posts []ask
	for _, w := range takers {
		gets, posts = append(gets, w.gets...), append(posts, w.posts...)
	}
	again := page{"shared page, not modified (304)", []ask{{path: shared, accept: "gzip", matching: first.header("ETag")}}, http.StatusNotModified, .95, false}
	if first.header("ETag") == "" {
		again.name, again.want = "shared page asked for again (it has no ETag: 200)", http.StatusOK
	}
	return []page{
		{"shared page, not compressed", []ask{{path: shared}}, http.StatusOK, .90, true},
		{"shared page, gzip", []ask{{path: shared, accept: "gzip"}}, http.StatusOK, .90, true},
		again,
		{"picture of a shared page", []ask{{path: shared + "/card.png"}}, http.StatusOK, .90, true},
		{"question page, gzip", gets, http.StatusOK, .60, false},
		{"answer to a question", posts, http.StatusSeeOther, .50, false},
		{"first page, gzip", []ask{{path: "/", accept: "gzip"}}, http.StatusOK, 0, false},
	}, nil
}

// floors starts the bare handler. It returns the answers nginx gives too.
func (b *bench) floors(ctx context.Context, program *child, list []page) (*child, map[string]replayed, error) {
	all, files := map[string]replayed{}, map[string]replayed{}
	for i, p := range list {
		answer, err := fetch(ctx, program.address, p.asks[0].write(program.address, p.want))
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", p.name, err)
		}
		all[floorPath(i)] = replayOf(answer)
		if p.nginx {
			files[floorPath(i)] = all[floorPath(i)]
		}
	}
	bare, err := b.bare(ctx, all)
	return bare, files, err
}

// page measures one page and its floors. nginx may be nil.
func (b *bench) page(ctx context.Context, p page, floor string, program, bare, nginx *child) ([]row, error) {
	sides := []side{rateOf("the program", program, p.asks, "", p.want), rateOf("bare net/http", bare, p.asks, floor, p.want)}
	if p.nginx && nginx != nil {
		sides = append(sides, rateOf("nginx", nginx, p.asks, floor, p.want))
	}
	figures, err := b.interleave(ctx, p.name, sides...)
	if err != nil {
		return nil, err
	}
	rows := []row{atLeast(p.name, figures[0], "bare net/http", figures[1], p.target)}
	if p.target == 0 {
		rows[0] = compared(p.name, figures[0], "bare net/http", figures[1])
	}
	if len(figures) > 2 {
		rows = append(rows, compared("", figures[0], "nginx, same file", figures[2]))
	}
	return rows, nil
}

// rateOf asks a server for answers, at another path if one is given.
func rateOf(name string, server *child, asks []ask, path string, want int) side {
	requests := make([]request, len(asks))
	for i, a := range asks {
		if path != "" {
			a.path = path
		}
		requests[i] = a.write(server.address, want)
	}
	l := load{address: server.address, scripts: over(requests)}
	return side{name: name, measure: func(ctx context.Context, length time.Duration) (float64, error) {
		defer server.forget()
		t, err := l.run(ctx, length)
		return t.rate(), err
	}}
}
