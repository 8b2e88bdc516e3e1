package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"whichpm/web/site"
)

// findings counts what was looked at and the states that have something.
type findings struct {
	a       *audit
	looks   int
	bad     int
	details int
}

// note counts one look, and tells what was found.
func (f *findings) note(where string, found []string) {
	f.looks++
	if len(found) > 0 {
		f.bad++
	}
	for _, each := range found {
		f.details++
		f.a.say("%s: %.300s", where, each)
	}
}

func (f *findings) row(figure string) []string {
	verdict := "met"
	if f.details > 0 {
		verdict = fmt.Sprintf("not met: %d of %d", f.bad, f.looks)
	}
	return []string{figure, fmt.Sprint(f.looks), fmt.Sprint(f.details), verdict}
}

// gallery looks at every state in every view.
func (a *audit) gallery(ctx context.Context, _ visit) (table, error) {
	out := table{title: "Every page in every state", head: []string{"what", "states", "findings", ""}, numbers: 2}
	ids, err := a.listStates(ctx)
	if err != nil {
		return out, err
	}
	rules, err := axeSource()
	if err != nil {
		return out, err
	}
	moves, troubles := &findings{a: a}, &findings{a: a}
	wide, axe := make([]findings, len(views)), make([]findings, len(views))
	err = a.walk(ctx, ids, func(t *tab, id string) error {
		seen, err := a.lookAt(t, id, rules)
		if err != nil {
			return err
		}
		moves.note(id+" moves", seen.moves)
		troubles.note(id+" in the console", seen.troubles)
		for i, v := range views {
			wide[i].a, axe[i].a = a, a
			wide[i].note(id+", "+v.name+", sticks out", seen.wide[i])
			if v.axe {
				axe[i].note(id+", "+v.name+", axe", seen.axe[i])
			}
		}
		return nil
	})
	if err != nil {
		return out, err
	}
	for i, v := range views {
		if v.axe {
			out.rows = append(out.rows, axe[i].row("axe, "+v.name))
		}
	}
	markup := &findings{a: a}
	if err := a.validate(ctx, ids, markup); err != nil {
		return out, err
	}
	out.rows = append(out.rows, markup.row("html-validate"))
	for i, v := range views {
		out.rows = append(out.rows, wide[i].row("sticks out sideways, "+v.name))
	}
	out.rows = append(out.rows, moves.row("moves while it loads"), troubles.row("refused by the content policy, or an error in the console"))
	return out, nil
}

// seen is what one state has to show, in each view.
type seen struct {
	moves, troubles []string
	wide, axe       [][]string
}

func (a *audit) lookAt(t *tab, id, rules string) (seen, error) {
	s := seen{wide: make([][]string, len(views)), axe: make([][]string, len(views))}
	t.watch.Forget()
	if err := t.show(views[0]); err != nil {
		return s, err
	}
	if err := t.goTo(a.address + site.Gallery + "/" + id); err != nil {
		return s, err
	}
	shift, err := eval[float64](t, shifts)
	if err != nil {
		return s, err
	}
	if shift > 0 {
		s.moves = []string{fmt.Sprintf("layout shift of %.4f", shift)}
	}
	s.troubles = t.watch.Troubles()
	if _, err := eval[bool](t, rules+"; "+unfold); err != nil {
		return s, err
	}
	for i, v := range views {
		if err := t.show(v); err != nil {
			return s, err
		}
		out, err := t.tooWide()
		if err != nil {
			return s, err
		}
		if out != "" {
			s.wide[i] = []string{out}
		}
		if v.axe {
			if s.axe[i], err = eval[[]string](t, violations); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}

// violations runs every rule of WCAG 2 A and AA and of good practice.
const violations = `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] })
	.then(found => found.violations.flatMap(v => v.nodes.map(n => v.id + " at " + n.target.join(" "))))`

// axeSource is the program of axe, to run inside a page.
func axeSource() (string, error) {
	source, err := os.ReadFile(filepath.Join("node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		return "", fmt.Errorf("there is no axe: run .ci/setup audit: %w", err)
	}
	return string(source), nil
}
