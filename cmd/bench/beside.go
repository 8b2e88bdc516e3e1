package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
)

// builds measures two builds of the program side by side, for whoever wants
// to know what a change buys: ours and the one before it.
func (b *bench) builds(ctx context.Context) (part, error) {
	out := part{title: "Beside another build, answers a second"}
	before := *b
	before.program = b.beside
	ours, list, err := b.site(ctx)
	if err != nil {
		return out, err
	}
	defer ours.stop()
	theirs, others, err := before.site(ctx)
	if err != nil {
		return out, fmt.Errorf("the other build: %w", err)
	}
	defer theirs.stop()
	for i, p := range list {
		other := others[i]
		if !b.wanted.MatchString(p.name) {
			continue
		}
		figures, err := b.interleave(ctx, p.name, rateOf("this build", ours, p.asks, "", p.want), rateOf("the other", theirs, other.asks, "", other.want))
		if err != nil {
			return out, err
		}
		out.rows = append(out.rows, compared(p.name, figures[0], strings.TrimSpace("the other "+differs(p, other)), figures[1]))
	}
	if b.wanted.MatchString("finish") {
		row, err := b.finishes(ctx, &before)
		out.rows = append(out.rows, row)
		return out, err
	}
	return out, nil
}

// finishes compares finished quizzes a second.
func (b *bench) finishes(ctx context.Context, before *bench) (row, error) {
	var sides []side
	for _, build := range []*bench{b, before} {
		program, finishers, err := build.finishers(ctx, "finish of "+filepath.Base(build.program))
		if err != nil {
			return row{}, err
		}
		defer program.stop()
		finished := &tallied{load: load{address: program.address, scripts: finishers}, after: program.forget}
		sides = append(sides, side{filepath.Base(build.program), finished.rate})
	}
	figures, err := b.interleave(ctx, "finish", sides...)
	if err != nil {
		return row{}, err
	}
	return compared("`POST /result`", figures[0], "the other", figures[1]), nil
}

// differs says how the other build answers, where it does so differently.
func differs(p, other page) string {
	if p.want == other.want {
		return ""
	}
	return fmt.Sprintf("(%d)", other.want)
}
