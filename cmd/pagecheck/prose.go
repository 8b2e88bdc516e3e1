package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"whichpm/internal/reading"
	"whichpm/internal/test/limits"
	"whichpm/web/site"
)

// prose is how one page reads: the worst of its states.
type prose struct {
	page   string
	states int
	words  int // of the longest sentence
	grade  float64
}

// prose measures how easily pages for takers read, in English. States with
// texts as long as the limits allow are made of no words.
func (a *audit) prose(ctx context.Context, _ visit) (table, error) {
	out := table{title: "How pages for takers read, in English", numbers: 5, head: []string{
		"page", "states", "longest sentence, words", "limit", "reading grade", "limit", "",
	}, note: "A page has the longest sentence and the highest Flesch-Kincaid grade of its states."}
	ids, err := a.listStates(ctx)
	if err != nil {
		return out, err
	}
	var pages []*prose
	for _, id := range ids {
		name, _, _ := strings.Cut(id, "-")
		if name == "admin" || name == "pieces" || strings.Contains(id, "longest") {
			continue
		}
		body, err := (&browsing{address: a.address}).get(ctx, site.Gallery+"/"+id)
		if err != nil {
			return out, err
		}
		root, err := html.Parse(strings.NewReader(body))
		if err != nil {
			return out, fmt.Errorf("%s: %w", id, err)
		}
		if limits.Language(root) != "en" {
			continue
		}
		at := slices.IndexFunc(pages, func(p *prose) bool { return p.page == name })
		if at < 0 {
			at, pages = len(pages), append(pages, &prose{page: name})
		}
		pages[at].read(limits.Texts(root))
	}
	for _, p := range pages {
		out.rows = append(out.rows, p.row())
	}
	return out, nil
}

// read adds a state.
func (p *prose) read(texts []string) {
	p.states++
	p.words = max(p.words, reading.Length(reading.Longest(texts)))
	p.grade = max(p.grade, limits.Grade(texts))
}

func (p *prose) row() []string {
	most, verdict := limits.MostGrade(p.page), "met"
	if p.words > limits.MostWords || p.grade > most {
		verdict = "not met"
	}
	return []string{p.page, fmt.Sprint(p.states), fmt.Sprint(p.words), fmt.Sprintf("≤ %d", limits.MostWords), fmt.Sprintf("%.1f", p.grade), fmt.Sprintf("≤ %.0f", most), verdict}
}
