package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"regexp"
	"strings"
	"time"
)

// footprint is what the program takes before anybody asks it for much.
func (b *bench) footprint(ctx context.Context) (part, error) {
	out := part{title: "Footprint"}
	for _, measure := range []func(context.Context) ([]row, error){b.starts, b.memory, b.size, b.firstVisit} {
		rows, err := measure(ctx)
		if err != nil {
			return out, err
		}
		out.rows = append(out.rows, rows...)
	}
	return out, nil
}

func (b *bench) starts(ctx context.Context) ([]row, error) {
	existing, err := b.database("existing")
	if err != nil {
		return nil, err
	}
	n := 0
	figures, err := b.interleave(ctx, "start to first page, ms",
		side{"existing database", func(ctx context.Context, _ time.Duration) (float64, error) { return b.startUp(ctx, existing) }},
		side{"none yet", func(ctx context.Context, _ time.Duration) (float64, error) {
			n++
			empty, err := b.database(fmt.Sprintf("empty-%d", n))
			if err != nil {
				return 0, err
			}
			return b.startUp(ctx, empty)
		}})
	if err != nil {
		return nil, err
	}
	return []row{
		atMost("start to first page, existing database", "ms", figures[0], 150),
		atMost("start to first page, no database yet", "ms", figures[1], 600),
	}, nil
}

// memory looks at the program idle and under the load of a shared page.
func (b *bench) memory(ctx context.Context) ([]row, error) {
	program, list, err := b.fresh(ctx, "memory")
	if err != nil {
		return nil, err
	}
	defer program.stop()
	b.say("memory")
	var idle, busy []float64
	for range b.plan.rounds {
		if idle, err = b.lookIdle(ctx, idle); err != nil {
			return nil, err
		}
	}
	l := rateOf("", program, list, "", http.StatusOK)
	for range b.plan.rounds {
		done := make(chan error, 1)
		go func() {
			_, err := l.measure(ctx, b.plan.length)
			done <- err
		}()
		most := 0.0
		for running := true; running; {
			select {
			case err := <-done:
				if err != nil {
					return nil, err
				}
				running = false
			case <-time.After(50 * time.Millisecond):
				used, err := program.resident()
				if err != nil {
					return nil, err
				}
				most = max(most, used)
			}
		}
		busy = append(busy, most)
	}
	return []row{
		atMost("resident, idle", "MB", idle, 40),
		atMost("resident, 64 connections ask for a shared page", "MB", busy, 150),
	}, nil
}

// lookIdle starts the program anew and looks after the first page.
func (b *bench) lookIdle(ctx context.Context, seen []float64) ([]float64, error) {
	database, err := b.database(fmt.Sprintf("idle-%d", len(seen)))
	if err != nil {
		return nil, err
	}
	program, err := b.serve(ctx, database)
	if err != nil {
		return nil, err
	}
	defer program.stop()
	if _, err := fetch(ctx, program.address, ask{path: "/"}.write(program.address, http.StatusOK)); err != nil {
		return nil, err
	}
	used, err := program.resident()
	return append(seen, used), err
}

// fresh starts the program and shares one result.
func (b *bench) fresh(ctx context.Context, name string) (*child, []ask, error) {
	database, err := b.database(name)
	if err != nil {
		return nil, nil, err
	}
	program, err := b.serve(ctx, database)
	if err != nil {
		return nil, nil, err
	}
	w, err := takeQuiz(ctx, program.address, 1)
	if err == nil {
		var shared string
		if shared, err = shareResult(ctx, program.address, w); err == nil {
			return program, []ask{{path: shared, accept: "gzip"}}, nil
		}
	}
	program.stop()
	return nil, nil, err
}

func (b *bench) size(context.Context) ([]row, error) {
	info, err := os.Stat(b.program)
	if err != nil {
		return nil, fmt.Errorf("look at the program: %w", err)
	}
	return []row{atMost("the program as `make build` makes it", "MB", []float64{float64(info.Size()) / 1e6}, 30)}, nil
}

var asset = regexp.MustCompile(`(?:src|href)="(/static/[^"]+\.(?:css|js|svg))"`)

// firstVisit counts what a browser that has seen nothing loads to show the
// first question, headers too, but for the font.
func (b *bench) firstVisit(ctx context.Context) ([]row, error) {
	database, err := b.database("visit")
	if err != nil {
		return nil, err
	}
	program, err := b.serve(ctx, database)
	if err != nil {
		return nil, err
	}
	defer program.stop()
	const accepts = "gzip, deflate, br, zstd"
	load := func(a ask) (response, error) {
		return fetch(ctx, program.address, a.write(program.address, http.StatusOK))
	}
	landing, err := load(ask{path: "/", accept: accepts})
	if err != nil {
		return nil, err
	}
	var w walk
	question, err := ask{method: "POST", path: "/start", form: "form=short"}.follow(ctx, program.address, &w)
	if err != nil {
		return nil, err
	}
	compressed, err := load(ask{path: question, cookie: w.cookie, accept: accepts})
	if err != nil {
		return nil, err
	}
	plain, err := load(ask{path: question, cookie: w.cookie})
	if err != nil {
		return nil, err
	}
	wire := compressed.wire
	rows := []row{{figure: "– the page", ours: number(float64(wire))}}
	seen := map[string]bool{}
	for _, match := range asset.FindAllSubmatch(plain.body, -1) {
		path := string(match[1])
		if seen[path] {
			continue
		}
		seen[path] = true
		file, err := load(ask{path: path, accept: accepts})
		if err != nil {
			return nil, err
		}
		wire += file.wire
		rows = append(rows, row{figure: "– " + path[strings.LastIndex(path, ".")+1:], ours: number(float64(file.wire))})
	}
	rows = append(rows, row{figure: "(the first page, before it)", ours: number(float64(landing.wire))})
	total := atMost("first question, everything but the font", "bytes", []float64{float64(wire)}, 14*1024)
	total.ours = number(float64(wire))
	return append([]row{total}, rows...), nil
}
