package taker

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// joining is what the address of a result in a group leads to.
type joining struct {
	owner  quiz.Owner
	result quiz.Result
	key    quiz.GroupID // in the address
	group  quiz.Group
	in     bool // the result is in it
}

// joiningOf loads it. The invitation of a member may have been replaced since.
func (t *Taker) joiningOf(r *http.Request) (joining, error) {
	var x joining
	var err error
	if x.owner, x.result, err = t.owned(r); err != nil {
		return x, err
	}
	if x.key, err = quiz.ParseGroupID(chi.URLParam(r, "group")); err != nil {
		return x, err
	}
	x.group, _, err = t.store.JoinedGroup(r.Context(), x.key, x.result.ID)
	if x.in = err == nil; !x.in && errors.Is(err, quiz.ErrNotFound) {
		x.group, err = t.store.InvitedGroup(r.Context(), x.key)
	}
	if err != nil {
		return x, fmt.Errorf("load group: %w", err)
	}
	return x, nil
}

// showJoining asks whether to add a result to a group; to a member it shows the
// group, or that they are in.
func (t *Taker) showJoining(w http.ResponseWriter, r *http.Request) error {
	x, err := t.joiningOf(r)
	if err != nil {
		return err
	}
	switch {
	case x.in && x.group.Live():
		shown, err := t.groupShown(w, r, x.group, x.result.ID)
		if err != nil {
			return err
		}
		return page.Render(w, r, http.StatusOK, takerview.JoinedGroup(takerview.JoinedGroupProps{GroupShown: shown, Owner: x.owner, Key: x.key}))
	case x.group.Released():
		return page.Redirect(w, r, site.Group(x.key))
	}
	return t.askToJoin(w, r, x, quiz.JoinForm{}, nil)
}

// askToJoin shows the question, with what was typed and what is wrong with it, or to
// a member of an anonymous group that they are in.
func (t *Taker) askToJoin(w http.ResponseWriter, r *http.Request, x joining, form quiz.JoinForm, problems quiz.Problems) error {
	if !x.in {
		if err := x.refused(t); err != nil {
			return err
		}
	}
	ed, err := t.editions.version(r.Context(), x.result.Version)
	if err != nil {
		return err
	}
	props := takerview.JoiningProps{
		Language: t.language(w, r, ed), Owner: x.owner, Key: x.key, Group: x.group, In: x.in,
		Host: t.hostOf(r), Form: form,
	}
	for _, d := range ed.Dimensions {
		if ed.Scored(d.Key) {
			props.Dimensions++
		}
	}
	props.Problems = props.Language.Problems(problems)
	status := http.StatusOK
	if len(problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	return page.Render(w, r, status, takerview.Joining(props))
}

// refused is why the result cannot be added, whatever is typed.
func (x joining) refused(t *Taker) error {
	if !x.group.Open(t.now()) {
		return quiz.ErrGroupClosed
	}
	return x.group.Takes(x.result)
}

// joinGroup adds a result to a group, or does not: who declines leaves nothing but a
// cookie that no longer asks.
func (t *Taker) joinGroup(w http.ResponseWriter, r *http.Request) error {
	x, err := t.joiningOf(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	_, j, err := t.journey(w, r)
	w.Header().Set("Cache-Control", "no-store")
	here := err == nil && j.Owner() == x.owner // the browser that finished it
	if r.PostForm.Get("decision") == takerview.Declined {
		if here {
			j.Group = quiz.GroupID{}
			t.keep(w, r, j)
		}
		return page.Redirect(w, r, site.Result(x.owner))
	}
	if !x.in {
		if err := x.refused(t); err != nil {
			return err
		}
	}
	form := quiz.JoinForm{Name: r.PostForm.Get("name"), Consent: r.PostForm.Get("consent") != ""}
	member, err := quiz.NewMember(x.group, x.result, form, t.now())
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		x.in = false
		return t.askToJoin(w, r, x, form, problems)
	}
	if err != nil {
		return err
	}
	if here && j.Earlier != (quiz.Owner{}) {
		member.Replaces = j.Earlier.ID()
	}
	if err := t.store.JoinGroup(r.Context(), member, t.now()); err != nil {
		return fmt.Errorf("join group: %w", err)
	}
	return page.Redirect(w, r, site.Joining(x.owner, x.key))
}

// leaveGroup takes a result out of a group. Doing it twice is harmless.
func (t *Taker) leaveGroup(w http.ResponseWriter, r *http.Request) error {
	x, err := t.joiningOf(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	if err := t.store.LeaveGroup(r.Context(), x.group.ID, x.result.ID); err != nil {
		return fmt.Errorf("leave group: %w", err)
	}
	if _, j, err := t.journey(w, r); err == nil && j.Owner() == x.owner { // who left is not asked again
		j.Group = quiz.GroupID{}
		t.keep(w, r, j)
	}
	w.Header().Set("Cache-Control", "no-store")
	return page.Redirect(w, r, site.Result(x.owner))
}
