package taker

import (
	"fmt"
	"net/http"
	"strconv"

	"whichpm/internal/card"
	"whichpm/internal/quiz"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// showCard gives the picture of a shared result for link previews. It is drawn
// once and kept; the link is looked up every time, so that a revoked one has
// no picture either.
func (t *Taker) showCard(w http.ResponseWriter, r *http.Request) error {
	share, result, err := t.shared(r)
	if err != nil {
		return err
	}
	host := "" // a visitor's own word for it would stay in the picture for everybody
	if t.public != nil {
		host = t.public.Host
	}
	ed, err := t.editions.version(r.Context(), result.Version)
	if err != nil {
		return err
	}
	l := t.language(w, r, ed)
	picture, err := t.cards.Get(cardKey(share.ID, l), func() (card.Card, error) {
		props, err := t.readShared(r, share, result, func(*edition) words.Language { return l })
		if err != nil {
			return card.Card{}, err
		}
		return cardOf(props.Picture(host, card.Drawable)), nil
	})
	if err != nil {
		return fmt.Errorf("draw the picture: %w", err)
	}
	sharedHeaders(w)
	w.Header().Set("ETag", picture.ETag)
	if r.Header.Get("If-None-Match") == picture.ETag {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	w.Header().Set("Content-Type", "image/png")
	w.Header().Set("Content-Length", strconv.Itoa(len(picture.PNG)))
	_, _ = w.Write(picture.PNG) // the visitor may have gone; nobody is left to tell
	return nil
}

// cardKey names the picture of a share in a language.
func cardKey(id quiz.ShareID, l words.Language) string { return id.String() + " " + l.Tag() }

// forgetCards forgets the pictures of a share in every language.
func (t *Taker) forgetCards(id quiz.ShareID) {
	for _, l := range words.Languages() {
		t.cards.Forget(cardKey(id, l))
	}
}

func cardOf(p takerview.Picture) card.Card {
	out := card.Card{Kicker: p.Kicker, Headline: p.Headline, Lead: p.Lead, Footer: p.Footer}
	for _, b := range p.Bars[:min(len(p.Bars), card.MaxBars)] {
		out.Bars = append(out.Bars, card.Bar{
			Positive: b.Positive, Negative: b.Negative, Position: b.Position, Unknown: b.Unknown, Tone: b.Tone,
		})
	}
	return out
}
