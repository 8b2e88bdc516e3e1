package taker

import (
	"fmt"
	"net/http"

	"whichpm/web/card"
	"whichpm/web/page"
	"whichpm/web/takerview"
)

// showCard gives the picture of a shared result for link previews.
func (t *Taker) showCard(onMiss missLimiter) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		found, ed, err := t.shared(r)
		if err != nil {
			return err
		}
		return t.giveShared(w, r, found, page.PNG, t.language(w, r, ed), onMiss)
	}
}

// draw draws the picture.
func (t *Taker) draw(props takerview.SharedProps) ([]byte, error) {
	return drawn(props.Picture(t.publicHost(), card.Drawable))
}

func drawn(p takerview.Picture) ([]byte, error) {
	picture, err := card.Draw(cardOf(p))
	if err != nil {
		return nil, fmt.Errorf("draw the picture: %w", err)
	}
	return picture, nil
}

func cardOf(p takerview.Picture) card.Card {
	out := card.Card{Kicker: p.Kicker, Headline: p.Headline, Lead: p.Lead, Footer: p.Footer}
	for _, r := range p.Stripe {
		out.Stripe = append(out.Stripe, toneOf(r))
	}
	for _, r := range p.Legend {
		out.Legend = append(out.Legend, card.Role{Name: r.Name, Tone: toneOf(r), Mark: markOf(r)})
	}
	for _, b := range p.Bars[:min(len(p.Bars), card.MaxBars)] {
		out.Bars = append(out.Bars, card.Bar{
			Positive: b.Positive, Negative: b.Negative, Position: b.Position, Unknown: b.Unknown, Tone: toneOf(b.Role), Mark: markOf(b.Role),
		})
	}
	return out
}

func toneOf(r takerview.PictureRole) int {
	switch {
	case r.Place() < 0:
		return card.Both
	case r.Numbered():
		return card.Plain
	}
	return r.Place()
}

func markOf(r takerview.PictureRole) card.Mark {
	if !r.Numbered() {
		return card.Mark{}
	}
	out := card.Mark{Number: r.Number(), Baseline: r.Shape().Baseline}
	for _, p := range r.Shape().Outline() {
		out.Outline = append(out.Outline, card.Point(p))
	}
	return out
}
