package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// timing is what go test prints of one benchmark, run by run.
type timing struct {
	microseconds []float64 // an operation
	allocations  float64
}

// engine runs the Go benchmarks of the scoring, and the simulation.
func (b *bench) engine(ctx context.Context) (part, error) {
	out := part{title: "Engine", note: "Simulated takers are of eight kinds; those from the profiles and a tenth of the others walk through the short form too, which asks for the next question a dozen times. Time is processor time of one core.\n\n" +
		"For benchstat: `go test -run '^$' -bench . -benchmem -count 10 ./internal/score ./internal/check`."}
	b.say("engine: Go benchmarks")
	test := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", "^Benchmark(Score|Next|FlipProbability|Robustness|Version)$", "-benchmem",
		"-count", strconv.Itoa(b.plan.rounds), "-benchtime", "100ms", "./internal/score", "./internal/check")
	test.Stderr = os.Stderr
	text, err := test.Output()
	if err != nil {
		return out, fmt.Errorf("go test: %w", err)
	}
	timings := readTimings(string(text))
	add := func(figure, benchmark string, limit, mostAllocations float64) {
		t, ok := timings[benchmark]
		if !ok {
			err = fmt.Errorf("go test ran no %s", benchmark)
			return
		}
		r := row{figure: figure + ", µs", ours: spread(t.microseconds)}
		if limit > 0 {
			r = atMost(figure, "µs", t.microseconds, limit)
		}
		out.rows = append(out.rows, r)
		r = row{figure: "– allocations", ours: whole(t.allocations)}
		if mostAllocations > 0 {
			r = limited(r, t.allocations, mostAllocations)
		}
		out.rows = append(out.rows, r)
	}
	add("score with ledger", "Score", 20, 30)
	add("next question", "Next", 1000, 0)
	add("P(flip)", "FlipProbability", 0, 0)
	add("robustness", "Robustness", 0, 0)
	add("publishing checks, first version", "Version/first", 300_000, 0)
	add("publishing checks, largest version", "Version/largest", 300_000, 0)
	if err != nil {
		return out, err
	}
	rates, err := b.simulated(ctx)
	if err != nil {
		return out, err
	}
	out.rows = append(out.rows, leastRate("simulated takers a second", rates, 15_000))
	return out, nil
}

func leastRate(figure string, ours []float64, least float64) row {
	r := row{figure: figure, ours: spread(ours), target: "≥ " + whole(least)}
	if x := median(ours); x < least {
		r.shortfall = percent(x / least)
	}
	return r
}

// readTimings reads what go test prints, by name without Benchmark and the
// number of processors.
func readTimings(text string) map[string]timing {
	out := map[string]timing{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) < 8 || !strings.HasPrefix(fields[0], "Benchmark") || fields[3] != "ns/op" {
			continue
		}
		name := strings.TrimPrefix(fields[0], "Benchmark")
		if i := strings.LastIndex(name, "-"); i > 0 {
			name = name[:i]
		}
		nanoseconds, _ := strconv.ParseFloat(fields[2], 64)
		t := out[name]
		t.microseconds = append(t.microseconds, nanoseconds/1000)
		t.allocations, _ = strconv.ParseFloat(fields[6], 64)
		out[name] = t
	}
	return out
}

// simulated is how many takers the program plays a second of one core.
func (b *bench) simulated(ctx context.Context) ([]float64, error) {
	var rates []float64
	for range b.plan.rounds {
		play := exec.CommandContext(ctx, b.program, "simulate", "--takers=5000", "--json")
		play.Dir = b.dir // where there is no database
		play.Env = append(os.Environ(), "GOMAXPROCS=1")
		text, err := play.Output()
		if err != nil {
			return nil, fmt.Errorf("simulate: %w", err)
		}
		var report struct {
			Takers int   `json:"takers"`
			Groups []any `json:"groups"`
		}
		if err := json.Unmarshal(text, &report); err != nil {
			return nil, fmt.Errorf("read the simulation: %w", err)
		}
		took := play.ProcessState.UserTime() + play.ProcessState.SystemTime()
		rates = append(rates, float64(report.Takers*len(report.Groups))/took.Seconds())
	}
	b.say("simulate: %s takers a second of one core", spread(rates))
	return rates, nil
}
