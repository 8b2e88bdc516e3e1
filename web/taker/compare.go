package taker

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/card"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// showComparison lines up the people of two to six share links, as a page or as its
// picture.
func (t *Taker) showComparison(w http.ResponseWriter, r *http.Request) error {
	texts := strings.Split(strings.Trim(chi.URLParam(r, "*"), "/"), "/")
	tag, picture := site.CardLanguage(texts[len(texts)-1])
	if picture {
		texts = texts[:len(texts)-1]
	}
	ids, err := quiz.ComparedIDs(texts)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		first := problems[0]
		first.Field = takerview.LinkField(len(ids) % quiz.MostCompared)
		l := t.language(w, r, t.editions.latest())
		props := takerview.CompareFormProps{Language: l, Problems: l.Problems(quiz.Problems{first})}
		for _, id := range ids {
			props.Links = append(props.Links, t.absolute(r, site.Share(id)))
		}
		return page.Render(w, r, http.StatusUnprocessableEntity, takerview.CompareForm(props))
	}
	if err != nil {
		return err
	}
	if len(ids) < len(texts) { // the same person twice
		return page.Redirect(w, r, site.Comparing(ids))
	}
	l := page.Language(w, r)
	if picture {
		if l, picture = words.Find(tag); !picture {
			return quiz.ErrNotFound
		}
	}
	props, err := t.comparing(r, ids, l)
	if err != nil {
		return err
	}
	w.Header().Set("X-Robots-Tag", "noindex")
	w.Header().Set("Cache-Control", "no-cache")
	if picture {
		return t.showComparedPicture(w, r, props)
	}
	return page.Render(w, r, http.StatusOK, takerview.Compare(props))
}

// comparing loads the people of these links, in a language that all their
// versions are written in.
func (t *Taker) comparing(r *http.Request, ids []quiz.ShareID, l words.Language) (takerview.CompareProps, error) {
	props := takerview.CompareProps{Link: t.absolute(r, site.Comparing(ids)), Drawable: card.Drawable}
	var editions []*edition
	for _, id := range ids {
		ed, person, err := t.compared(r, id)
		if err != nil {
			return props, err
		}
		props.People = append(props.People, person)
		editions = append(editions, ed)
		l = ed.language(l)
	}
	props.Language = l
	props.Image = t.absolute(r, site.ComparingCard(ids, l.Tag()))
	var people []score.Person
	for i, person := range props.People {
		person.Reading = editions[i].translated(person.Reading, props.Language)
		props.People[i] = person
		people = append(people, score.Person{Version: person.Version, Result: person.Score})
	}
	props.Apart = score.Compare(people)
	return props, nil
}

// compared loads one person of a comparison, if their link allows it.
func (t *Taker) compared(r *http.Request, id quiz.ShareID) (*edition, takerview.ComparedPerson, error) {
	share, result, err := t.store.Share(r.Context(), id)
	if err != nil {
		return nil, takerview.ComparedPerson{}, fmt.Errorf("load share: %w", err)
	}
	if !share.Comparable() {
		return nil, takerview.ComparedPerson{}, errVerdictOnly
	}
	ed, reading, err := t.rescore(r.Context(), result)
	return ed, takerview.ComparedPerson{Reading: reading, Share: share}, err
}

var errVerdictOnly = &page.Error{
	Status: http.StatusUnprocessableEntity, Title: "error.verdict_only_title",
	Message: "error.verdict_only",
	Action:  "error.compare_others", To: site.Compare,
}

// showCompareForm takes pasted links and leads to the comparison.
func (t *Taker) showCompareForm(w http.ResponseWriter, r *http.Request) error {
	l := t.language(w, r, t.editions.latest())
	props := takerview.CompareFormProps{Language: l}
	var texts []string
	for _, link := range r.URL.Query()["link"] {
		if strings.TrimSpace(link) == "" {
			continue
		}
		props.Links = append(props.Links, link)
		id, err := pastedShare(link, takerview.LinkField(len(props.Links)-1))
		if problems, ok := errors.AsType[quiz.Problems](err); ok {
			props.Problems = l.Problems(problems)
			w.Header().Set("Cache-Control", "no-store") // a private link may be among what was pasted
			return page.Render(w, r, http.StatusUnprocessableEntity, takerview.CompareForm(props))
		}
		texts = append(texts, id.String())
	}
	if len(texts) == 0 {
		return page.Render(w, r, http.StatusOK, takerview.CompareForm(props))
	}
	ids, err := quiz.ComparedIDs(texts)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		problems[0].Field = takerview.LinkField(min(len(texts), quiz.MostCompared) % quiz.MostCompared)
		props.Problems = l.Problems(problems)
		return page.Render(w, r, http.StatusUnprocessableEntity, takerview.CompareForm(props))
	}
	return page.Redirect(w, r, site.Comparing(ids))
}

// pastedShare finds the share link in what was pasted into a field. Problems
// say what else it is.
func pastedShare(pasted, field string) (quiz.ShareID, error) {
	id, err := site.FindShare(pasted)
	switch {
	case errors.Is(err, site.ErrPrivate):
		return id, quiz.Refusal(field, "link_private")
	case err != nil:
		return id, quiz.Refusal(field, "link")
	}
	return id, nil
}
