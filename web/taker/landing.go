package taker

import (
	"errors"
	"net/http"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// showLanding offers the quiz, and the way back to one in progress.
func (t *Taker) showLanding(onMiss missLimiter) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		ed, j, err := t.journey(w, r)
		if errors.Is(err, errNoJourney) {
			return t.passOn(w, r, takerview.PageHome, onMiss, func(latest *edition, l words.Language, origin string) templ.Component {
				return takerview.Landing(t.landingProps(latest, l, origin))
			})
		}
		return t.showLandingAgain(w, r, ed, j, err)
	}
}

// showLandingAgain is for a browser that knows of a quiz, or of one that cannot be
// read.
func (t *Taker) showLandingAgain(w http.ResponseWriter, r *http.Request, ed *edition, j quiz.Journey, err error) error {
	latest := t.editions.latest()
	props := t.landingProps(latest, t.language(w, r, latest), t.absolute(r, ""))
	switch {
	case errors.Is(err, errUnreadable):
	case err != nil:
		return err
	case j.Finished:
		props.Finished = site.Result(j.Owner())
	default:
		props.Resume = &takerview.Resume{Answered: j.Answered(), Most: ed.mostFor(j), To: nextPage(j)}
	}
	return page.Render(w, r, http.StatusOK, takerview.Landing(props))
}

func (t *Taker) landingProps(latest *edition, l words.Language, origin string) takerview.LandingProps {
	return takerview.LandingProps{Language: l, Origin: origin, Version: latest.in(l), Questions: latest.most(), Usual: latest.usual(), OfferFull: true, Groups: t.groups == quiz.GroupsByAnyone}
}

// startQuiz begins a journey. Only now is there a cookie.
func (t *Taker) startQuiz(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	if t.wouldReplaceJourney(w, r) {
		return page.Redirect(w, r, withLanguage(r, site.Home))
	}
	ed := t.editions.latest()
	full := r.PostForm.Get("form") == "full"
	j := quiz.Begin(ed.Version, quiz.Seed(random128()), t.now(), full)
	if _, before, err := t.journey(w, r); err == nil && before.Finished {
		j.Earlier = before.Owner() // to see afterwards what changed
	}
	begun := ed.advance(j)
	t.countSteps(ed, j, begun)
	t.keep(w, r, begun)
	return page.Redirect(w, r, withLanguage(r, site.Question(1)))
}

// nextPage is where an unfinished journey goes on.
func nextPage(j quiz.Journey) string {
	if n := j.Current(); n > 0 {
		return site.Question(n)
	}
	return site.Review
}
