package main

import (
	"encoding/json"
	"strings"
	"testing"

	"whichpm/internal/group"
	"whichpm/internal/simulate"
)

func TestASimulationPrintsATableAndTheSameNumbersAsJSON(t *testing.T) {
	args := []string{"simulate", "--takers=300", "--seed=7"}
	code, table, stderr := command(t, args...)
	if code != 0 || stderr != "" {
		t.Fatalf("ends with %d: %s", code, stderr)
	}
	code, stdout, _ := command(t, append(args, "--json")...)
	var r simulate.Report
	if err := json.Unmarshal([]byte(stdout), &r); code != 0 || err != nil {
		t.Fatalf("ends with %d: %v", code, err)
	}
	if r.Takers != 300 || r.Seed != 7 || len(r.Groups) != 8 || r.FirstRole != "product_manager" {
		t.Errorf("got %+v", r)
	}
	for _, number := range []string{share(r.Full.Accuracy), share(r.Short.Agreement), share(r.Groups[3].Full.Verdicts["clear"])} {
		if !strings.Contains(table, number) {
			t.Errorf("the table lacks %s:\n%s", number, table)
		}
	}
	for _, kind := range []string{"one place as shown", "by chance", "by chance, mirrored", "from the profiles", "near the middle", "half by chance", "agree to all", "disagree to all"} {
		if !strings.Contains(table, kind) {
			t.Errorf("the table lacks %s", kind)
		}
	}
}

func TestChanceSeldomMakesAGroupLookOneSidedOrSplit(t *testing.T) {
	args := []string{"simulate", "--groups", "--takers=400", "--seed=7"}
	code, table, stderr := command(t, args...)
	if code != 0 || stderr != "" {
		t.Fatalf("ends with %d: %s", code, stderr)
	}
	code, stdout, _ := command(t, append(args, "--json")...)
	var chances []group.Chance
	if err := json.Unmarshal([]byte(stdout), &chances); code != 0 || err != nil {
		t.Fatalf("ends with %d: %v", code, err)
	}
	for _, c := range chances {
		most := .1
		if c.People >= 8 {
			most = .02
		}
		if c.OneSided > most || c.Split > .06 {
			t.Errorf("%d people: %+v", c.People, c)
		}
		if !strings.Contains(table, share(c.OneSided)) || !strings.Contains(table, share(c.Split)) {
			t.Errorf("the table lacks %+v:\n%s", c, table)
		}
	}
	if len(chances) != len(group.Sizes) {
		t.Errorf("%d sizes", len(chances))
	}
}

func TestTheNumberOfTakersHasToMakeSense(t *testing.T) {
	for _, takers := range []string{"0", "-5", "999999999999", "many"} {
		code, _, stderr := command(t, "simulate", "--takers="+takers)
		if code != 1 || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "--takers") {
			t.Errorf("%s: ends with %d: %q", takers, code, stderr)
		}
	}
}

func TestProgressIsShownOnATerminalOnly(t *testing.T) {
	var file strings.Builder
	elsewhere := newBar(&file)
	elsewhere.show(1, 2)
	elsewhere.clear()
	if file.Len() > 0 {
		t.Errorf("shows %q", file.String())
	}
	var screen strings.Builder
	terminal := bar{&screen}
	terminal.show(1, 2)
	if !strings.Contains(screen.String(), "50 %") {
		t.Errorf("shows %q", screen.String())
	}
	terminal.clear()
	if !strings.HasSuffix(screen.String(), " \r") {
		t.Errorf("leaves %q", screen.String())
	}
}
