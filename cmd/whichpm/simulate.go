package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"whichpm/internal/group"
	"whichpm/internal/quiz"
	"whichpm/internal/simulate"
)

type simulateCmd struct {
	source
	Takers int    `arg:"--takers" default:"20000" help:"How many takers of each kind to play."`
	Seed   uint64 `arg:"--seed" default:"1" help:"The same seed plays the same takers."`
	JSON   bool   `arg:"--json" help:"Print JSON instead of a table."`
	Groups bool   `arg:"--groups" help:"Say instead how often a group of strangers would be told that it is one-sided or split."`
	Into   string `arg:"--into" placeholder:"FILE" help:"Keep the takers in this database instead, to see its statistics. It may not hold results of people. A second time adds others."`
	Days   int    `arg:"--days" default:"90" help:"Over how many days up to now the takers come who are kept."`
}

// mostTakers keeps what is counted apart in memory small.
const mostTakers = 10_000_000

// Run plays the takers and prints how they came out.
func (c *simulateCmd) Run(ctx context.Context, std streams) error {
	if c.Takers < 1 || c.Takers > mostTakers {
		return fmt.Errorf("--takers: give a number from 1 to %d, not %d", mostTakers, c.Takers)
	}
	if c.Into != "" {
		return c.fillDatabase(ctx, std)
	}
	v, err := c.version(ctx)
	if err != nil {
		return err
	}
	if c.Groups {
		return c.printGroups(std.out, v)
	}
	bar := newBar(std.err)
	report, err := simulate.Run(ctx, v, simulate.Config{Takers: c.Takers, Seed: c.Seed, Progress: bar.show})
	bar.clear()
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(std.out, report)
	}
	return printSimulation(std.out, v, report)
}

// printGroups says what chance makes of groups.
func (c *simulateCmd) printGroups(w io.Writer, v *quiz.Version) error {
	chances := group.ByChance(v, c.Takers, c.Seed)
	if c.JSON {
		return printJSON(w, chances)
	}
	fmt.Fprintf(w, "%s\n%d groups of each size, of people from the profiles, seed %d\n\n", v.Title, c.Takers, c.Seed)
	table := tabwriter.NewWriter(w, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "people\tone-sided\tsplit\t\n")
	for _, of := range chances {
		fmt.Fprintf(table, "%d\t%s\t%s\t\n", of.People, share(of.OneSided), share(of.Split))
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

var takerNames = map[simulate.Kind]string{
	simulate.Lazy: "one place as shown", simulate.Random: "by chance", simulate.Mirrored: "by chance, mirrored",
	simulate.Drawn: "from the profiles", simulate.Middle: "near the middle", simulate.Half: "half by chance",
	simulate.Agree: "agree to all", simulate.Disagree: "disagree to all",
}

func printSimulation(w io.Writer, v *quiz.Version, r simulate.Report) error {
	fmt.Fprintf(w, "%s\n%d takers of each kind, seed %d\n", v.Title, r.Takers, r.Seed)
	if err := printTold(w, v, "Full form", r, func(g simulate.Group) simulate.Told { return g.Full }); err != nil {
		return err
	}
	if err := printTold(w, v, "Short form", r, func(g simulate.Group) simulate.Told { return g.Short }); err != nil {
		return err
	}
	if len(v.Roles) == 2 {
		fmt.Fprintf(w, "\nmirrored answers mirror the chances to within %g\n", r.MirrorError)
	}
	fmt.Fprintf(w, `
Takers from the profiles, full form (%d questions that count)
  top role is theirs         %s
  Brier score                %.4f
  calibration error (ECE)    %.4f

The same takers, short form
  questions asked on average %.2f
  stops early                %s
  same top role as full form %s
  top role is theirs         %s
`, r.Full.Questions, share(r.Full.Accuracy), r.Full.Brier, r.Full.ECE,
		r.Short.MeanQuestions, share(r.Short.StopsEarly), share(r.Short.Agreement), share(r.Short.Accuracy))
	return nil
}

// printTold is what each kind of taker was told after one form.
func printTold(w io.Writer, v *quiz.Version, form string, r simulate.Report, of func(simulate.Group) simulate.Told) error {
	fmt.Fprintf(w, "\n%s\n", form)
	table := tabwriter.NewWriter(w, 0, 0, 3, ' ', tabwriter.AlignRight)
	verdicts := quiz.VerdictsFor(len(v.Roles))
	fmt.Fprint(table, "takers\tplayed\tquestions\t")
	for _, verdict := range slices.Backward(verdicts) {
		fmt.Fprintf(table, "%s\t", strings.ReplaceAll(string(verdict), "_", " "))
	}
	fmt.Fprintf(table, "mean P of %s\t\n", v.Roles[0].Name)
	for _, g := range r.Groups {
		told := of(g)
		if told.Takers == 0 {
			continue
		}
		fmt.Fprintf(table, "%s\t%d\t%.1f\t", takerNames[g.Kind], told.Takers, told.Questions)
		for _, verdict := range slices.Backward(verdicts) {
			fmt.Fprintf(table, "%s\t", share(told.Verdicts[verdict]))
		}
		fmt.Fprintf(table, "%.3f\t\n", told.MeanP)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

func share(x float64) string { return fmt.Sprintf("%.1f %%", 100*x) }

// bar shows progress on a terminal, and nothing elsewhere.
type bar struct{ terminal io.Writer }

func newBar(w io.Writer) bar {
	if !terminal(w) {
		return bar{}
	}
	return bar{w}
}

func terminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

const barLength = 40

// show writes one line in one piece, so that it can be called at any time.
func (b bar) show(done, total int) {
	if b.terminal == nil {
		return
	}
	full := barLength * done / max(total, 1)
	fmt.Fprintf(b.terminal, "\r%s%s %3d %%", strings.Repeat("█", full), strings.Repeat("░", barLength-full), 100*done/max(total, 1))
}

func (b bar) clear() {
	if b.terminal != nil {
		fmt.Fprintf(b.terminal, "\r%s\r", strings.Repeat(" ", barLength+len(" 100 %")))
	}
}
