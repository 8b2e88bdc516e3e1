package taker

import (
	"context"
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/card"
	"whichpm/web/page"
	"whichpm/web/takerview"
	"whichpm/web/wire"
	"whichpm/web/words"
)

// showPicture gives the picture of a page that is the same for all, in the
// language its address names: a reader of previews does not say the visitor's.
func (t *Taker) showPicture(onMiss missLimiter) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		name := takerview.Page(chi.URLParam(r, "page"))
		l, known := words.Find(chi.URLParam(r, "language"))
		if !known || !name.Previewed() {
			return quiz.ErrNotFound
		}
		latest := t.editions.latest()
		l = latest.language(l)
		key := quizPage{name: "picture of " + string(name), language: l, version: latest.ID}
		return t.givePicture(w, r, key, onMiss, func() takerview.Picture {
			return name.Picture(l, latest.in(l), t.publicHost(), card.Drawable)
		})
	}
}

// comparedPicture is the picture of a comparison.
type comparedPicture struct {
	shares   [quiz.MostCompared]quiz.ShareID
	language words.Language
}

// showComparedPicture gives the picture of a comparison. All links were looked up:
// one that was taken back leaves no picture.
func (t *Taker) showComparedPicture(w http.ResponseWriter, r *http.Request, props takerview.CompareProps) error {
	key := comparedPicture{language: props.Language}
	for i, person := range props.People {
		key.shares[i] = person.Share.ID
	}
	return t.givePicture(w, r, key, limitedAlready, func() takerview.Picture { return props.ComparePicture(t.publicHost(), card.Drawable) })
}

// limitedAlready is for a route that counts every request.
func limitedAlready(h page.Handler) page.Handler { return h }

// givePicture gives a picture from memory, or draws it.
func (t *Taker) givePicture(w http.ResponseWriter, r *http.Request, key wire.Key, onMiss missLimiter, picture func() takerview.Picture) error {
	if answer, ok := t.pages.Held(r, key); ok {
		return answer.Write(w, r, http.StatusOK)
	}
	return onMiss(func(w http.ResponseWriter, r *http.Request) error {
		answer, err := t.pages.Get(r, key, func(context.Context) (wire.Content, error) {
			body, err := drawn(picture())
			return wire.Content{Type: string(page.PNG), Body: body, Header: http.Header{"Cache-Control": {"no-cache"}}}, err
		})
		if err != nil {
			return err
		}
		return answer.Write(w, r, http.StatusOK)
	})(w, r)
}

// publicHost is the host a picture names. Without a public URL it is "": a
// visitor's own word for it would stay in the picture for everybody.
func (t *Taker) publicHost() string {
	if t.public == nil {
		return ""
	}
	return t.public.Host
}
