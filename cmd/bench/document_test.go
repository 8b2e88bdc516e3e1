package main

import (
	"errors"
	"strings"
	"testing"

	"whichpm/internal/measured"
)

func TestATableSaysWhatIsMetAndWhatIsNot(t *testing.T) {
	p := part{title: "Pages", note: "A note.", rows: []row{
		atLeast("shared page", []float64{90, 95, 85}, "bare", []float64{100, 100, 100}, .9),
		atLeast("question", []float64{30, 30, 30}, "bare", []float64{100, 100, 100}, .6),
		atMost("start", "ms", []float64{30, 40, 50}, 150),
		growing("finish", []float64{3, 3, 3}, "few", []float64{2, 2, 2}, 1.3),
		compared("a | b", []float64{1}, "nginx", []float64{2}),
		leastRate("takers", []float64{15_000}, 20_000),
	}}
	want := `### Pages

| figure | measured | beside | | ratio | target | |
|---|---|---|---|---|---|---|
| shared page | 90.0 (85.0–95.0) | bare | 100 (100–100) | 0.90 | ≥ 0.9 | met |
| question | 30.0 (30.0–30.0) | bare | 100 (100–100) | 0.30 | ≥ 0.6 | not met: 50 % of it |
| start, ms | 40.0 (30.0–50.0) | | | | ≤ 150 | met |
| finish | 3.00 (3.00–3.00) | few | 2.00 (2.00–2.00) | 1.50 | ≤ 1.3 | not met: 1.15 times it |
| a \| b | 1.00 (1.00–1.00) | nginx | 2.00 (2.00–2.00) | 0.50 | | |
| takers | 15,000 (15,000–15,000) | | | | ≥ 20,000 | not met: 75 % of it |

A note.
`
	if got := p.markdown(); got != want {
		t.Errorf("the table is\n%s\nwant\n%s", got, want)
	}
}

func TestWhatWasWrittenByHandStays(t *testing.T) {
	document := "# Performance\n\nBy hand.\n\n" + measured.Start(command) + "\n\nold\n\n" + measured.End + "\n\nAlso by hand.\n"
	once, err := measured.Between(document, command, "new\n")
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Replace(document, "old", "new", 1); once != want {
		t.Errorf("the document is %q, want %q", once, want)
	}
	if again, _ := measured.Between(once, command, "new\n"); again != once {
		t.Errorf("writing it again changes it: %q", again)
	}
	if _, err := measured.Between("# Performance\n", command, "new"); !errors.Is(err, measured.ErrNoMarks) {
		t.Errorf("a document without marks: %v", err)
	}
}

func TestGoBenchmarksAreReadRunByRun(t *testing.T) {
	timings := readTimings(`goos: linux
BenchmarkScore-2             	   10000	     21000 ns/op	    5585 B/op	      30 allocs/op
BenchmarkScore-2             	   10000	     19000 ns/op	    5585 B/op	      30 allocs/op
BenchmarkVersion/first-2     	      12	  18058563 ns/op	10114654 B/op	   62070 allocs/op
PASS
ok  	whichpm/internal/score	2.1s
`)
	score := timings["Score"]
	if len(score.microseconds) != 2 || median(score.microseconds) != 20 || score.allocations != 30 {
		t.Errorf("Score is %+v", score)
	}
	if first := timings["Version/first"]; len(timings) != 2 || first.allocations != 62070 {
		t.Errorf("timings are %+v", timings)
	}
}
