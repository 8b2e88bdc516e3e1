package taker

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/page"
	"whichpm/internal/qr"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/takerview"
)

// showSave gives the private link that carries the answers so far.
func (t *Taker) showSave(w http.ResponseWriter, r *http.Request) error {
	ed, j, err := t.journey(w, r)
	if err != nil {
		return err
	}
	if j.Finished {
		return page.Redirect(w, r, site.Result(j.Owner()))
	}
	copied := j
	copied.Earlier = quiz.Owner{} // the key to an earlier result stays in this browser
	link := t.absolute(r, site.ResumeLink(copied.Token()))
	code, err := qr.Draw(link)
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return page.Render(w, r, http.StatusOK, takerview.Save(takerview.SaveProps{
		Language: t.language(w, r, ed),
		Link:     link, QR: code, Answered: j.Answered(), Most: ed.mostFor(j), To: onward(j),
	}))
}

// showResume asks before the answers of a private link replace the ones in
// this browser. Looking at the link changes nothing.
func (t *Taker) showResume(w http.ResponseWriter, r *http.Request) error {
	token := chi.URLParam(r, "token")
	ed, j, err := t.readJourney(r, token)
	if err != nil {
		return err
	}
	props := takerview.ResumeProps{Language: t.language(w, r, ed), Token: token, Answered: j.Answered(), Most: ed.mostFor(j)}
	if _, here, err := t.journey(w, r); err == nil && !here.Finished && (here.Seed != j.Seed || here.Touched.After(j.Touched)) {
		props.Replaces = here.Answered()
	}
	w.Header().Set("Cache-Control", "no-store")
	return page.Render(w, r, http.StatusOK, takerview.ResumeQuiz(props))
}

// resumeQuiz goes on in this browser with the answers of a private link.
func (t *Taker) resumeQuiz(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	_, j, err := t.readJourney(r, r.PostForm.Get("token"))
	if err != nil {
		return err
	}
	t.keep(w, r, j)
	if j.Finished {
		return page.Redirect(w, r, site.Result(j.Owner()))
	}
	t.countResumed(j)
	return page.Redirect(w, r, onward(j))
}
