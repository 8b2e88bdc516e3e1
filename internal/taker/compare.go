package taker

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/page"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/site"
	"whichpm/web/takerview"
)

// showComparison lines up the people of two to six share links.
func (t *Taker) showComparison(w http.ResponseWriter, r *http.Request) error {
	texts := strings.Split(strings.Trim(chi.URLParam(r, "*"), "/"), "/")
	ids, err := quiz.ComparedIDs(texts)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		field := takerview.LinkField(len(ids) % quiz.MostCompared)
		props := takerview.CompareFormProps{Problems: quiz.Problems{{Field: field, Message: problems[0].Message, Code: problems[0].Code, Number: problems[0].Number}}}
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
	props := takerview.CompareProps{Link: t.absolute(r, site.Comparing(ids))}
	var people []score.Person
	for _, id := range ids {
		person, err := t.compared(r, id)
		if err != nil {
			return err
		}
		props.People = append(props.People, person)
		people = append(people, score.Person{Version: person.Version, Result: person.Score})
	}
	props.Apart = score.Compare(people)
	w.Header().Set("X-Robots-Tag", "noindex")
	w.Header().Set("Cache-Control", "no-cache")
	return page.Render(w, r, http.StatusOK, takerview.Compare(props))
}

// compared loads one person of a comparison, if their link allows it.
func (t *Taker) compared(r *http.Request, id quiz.ShareID) (takerview.ComparedPerson, error) {
	share, result, err := t.store.Share(r.Context(), id)
	if err != nil {
		return takerview.ComparedPerson{}, fmt.Errorf("load share: %w", err)
	}
	if !share.Comparable() {
		return takerview.ComparedPerson{}, errVerdictOnly
	}
	_, reading, err := t.read(r.Context(), result)
	return takerview.ComparedPerson{Reading: reading, Share: share}, err
}

var errVerdictOnly = &page.Error{
	Status: http.StatusUnprocessableEntity, Title: "One of these links shows only a verdict",
	Message: "Its owner did not share the profile, so there is nothing to compare. Ask for a link that shows verdict and profile.",
	Action:  "Compare other links", To: site.Compare,
}

// showCompareForm takes pasted links and leads to the comparison.
func (t *Taker) showCompareForm(w http.ResponseWriter, r *http.Request) error {
	props := takerview.CompareFormProps{}
	var texts []string
	for _, link := range r.URL.Query()["link"] {
		if strings.TrimSpace(link) == "" {
			continue
		}
		props.Links = append(props.Links, link)
		id, err := quiz.ShareIDFromLink(link)
		if err != nil {
			props.Problems = quiz.Problems{{Field: takerview.LinkField(len(props.Links) - 1), Message: notAShareLink, Code: "link"}}
			return page.Render(w, r, http.StatusUnprocessableEntity, takerview.CompareForm(props))
		}
		texts = append(texts, id.String())
	}
	if len(texts) == 0 {
		return page.Render(w, r, http.StatusOK, takerview.CompareForm(props))
	}
	ids, err := quiz.ComparedIDs(texts)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props.Problems = quiz.Problems{{Field: takerview.LinkField(min(len(texts), quiz.MostCompared) % quiz.MostCompared), Message: problems[0].Message, Code: problems[0].Code, Number: problems[0].Number}}
		return page.Render(w, r, http.StatusUnprocessableEntity, takerview.CompareForm(props))
	}
	return page.Redirect(w, r, site.Comparing(ids))
}

const notAShareLink = "Paste a whole share link, such as the one a friend sent you"
