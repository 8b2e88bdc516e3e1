package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"whichpm/internal/measured"
)

// part is a table of the document.
type part struct {
	title string
	note  string // what is under the table, "" for nothing
	rows  []row
}

// row is a line of a table. Texts are as they are shown, "" for nothing.
type row struct {
	figure, ours, beside, floor, ratio, target string
	shortfall                                  string // why the target is not met, "" if it is
}

// atLeast compares a rate with its floor.
func atLeast(figure string, ours []float64, beside string, floor []float64, target float64) row {
	r := compared(figure, ours, beside, floor)
	r.target = "≥ " + whole(target)
	if x := median(ratios(ours, floor)); x < target {
		r.shortfall = percent(x / target)
	}
	return r
}

// compared compares a rate with something that sets no target.
func compared(figure string, ours []float64, beside string, floor []float64) row {
	return row{figure: figure, ours: spread(ours), beside: beside, floor: spread(floor), ratio: number(median(ratios(ours, floor)))}
}

// atMost compares a figure that should be small with its limit.
func atMost(figure, unit string, ours []float64, limit float64) row {
	return limited(row{figure: figure + ", " + unit, ours: spread(ours)}, median(ours), limit)
}

// growing compares times at many results with those at few.
func growing(figure string, many []float64, beside string, few []float64, limit float64) row {
	r := compared(figure, many, beside, few)
	return limited(r, median(ratios(many, few)), limit)
}

func limited(r row, x, limit float64) row {
	r.target = "≤ " + whole(limit)
	if x > limit {
		r.shortfall = fmt.Sprintf("%s times it", number(x/limit))
	}
	return r
}

// percent tells how much of a target was reached. One missed by a hair is not
// reached.
func percent(x float64) string { return fmt.Sprintf("%.0f %% of it", math.Floor(100*x)) }

// whole spells a target as it was set: 0.9, 5, 1,000.
func whole(x float64) string {
	if x == math.Trunc(x) {
		return thousands(int(x))
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

func (r row) verdict() string {
	switch {
	case r.target == "":
		return ""
	case r.shortfall == "":
		return "met"
	}
	return "not met: " + r.shortfall
}

// markdown is the part as a section with its table.
func (p part) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n| figure | measured | beside | | ratio | target | |\n|---|---|---|---|---|---|---|\n", p.title)
	for _, r := range p.rows {
		measured.Line(&b, []string{r.figure, r.ours, r.beside, r.floor, r.ratio, r.target, r.verdict()})
	}
	if p.note != "" {
		fmt.Fprintf(&b, "\n%s\n", p.note)
	}
	return b.String()
}
