package taker

import (
	"errors"
	"fmt"
	"net/http"
	"slices"

	"whichpm/internal/group"
	"whichpm/internal/quiz"
	"whichpm/web/takerview"
)

// groupShown loads what a group shows: of an anonymous one its picture, of one with
// names its members as they are now. The reader's own result is marked, zero for an
// organiser, who sees the rest as members do.
func (t *Taker) groupShown(w http.ResponseWriter, r *http.Request, g quiz.Group, reader quiz.ResultID) (takerview.GroupShown, error) {
	if g.Live() {
		return t.membersShown(w, r, g, reader)
	}
	return t.pictureShown(w, r, g)
}

// membersShown is in a language that the versions of all members are written in.
func (t *Taker) membersShown(w http.ResponseWriter, r *http.Request, g quiz.Group, reader quiz.ResultID) (takerview.GroupShown, error) {
	p := takerview.GroupShown{Group: g, Own: takerview.Nobody}
	members, results, err := t.store.GroupMembers(r.Context(), g.ID)
	if err != nil {
		return p, fmt.Errorf("load members of a group: %w", err)
	}
	people, err := t.people(r.Context(), results)
	if err != nil {
		return p, err
	}
	editions := make([]*edition, len(people))
	for i, person := range people {
		if editions[i], err = t.editions.version(r.Context(), person.Version.ID); err != nil {
			return p, err
		}
	}
	if len(people) == 0 {
		latest := t.editions.latest()
		p.Language = t.language(w, r, latest)
		p.Version = latest.in(p.Language)
		return p, nil
	}
	p.Language = t.language(w, r, editions...)
	for i := range people {
		people[i].Version = editions[i].in(p.Language)
		p.Differ = p.Differ || people[i].Version.ID != people[0].Version.ID
	}
	p.Members, p.Results, p.Named = members, results, group.Show(people)
	p.Version = p.Named.Version
	p.Own = slices.IndexFunc(members, func(m quiz.Member) bool { return m.Result == reader })
	for _, person := range people {
		p.Elder = appendMissing(p.Elder, p.Version, person.Version.Roles)
	}
	return p, nil
}

// appendMissing adds the roles that a version does not have, each once.
func appendMissing(roles []quiz.Role, v *quiz.Version, all []quiz.Role) []quiz.Role {
	for _, role := range all {
		same := func(r quiz.Role) bool { return r.Key == role.Key }
		if !slices.ContainsFunc(v.Roles, same) && !slices.ContainsFunc(roles, same) {
			roles = append(roles, role)
		}
	}
	return roles
}

func (t *Taker) pictureShown(w http.ResponseWriter, r *http.Request, g quiz.Group) (takerview.GroupShown, error) {
	p := takerview.GroupShown{Group: g, Own: takerview.Nobody}
	picture, err := group.Read(g.Picture)
	if err != nil {
		return p, err
	}
	ed, err := t.editions.version(r.Context(), picture.Version)
	if err != nil {
		return p, err
	}
	p.Language, p.Picture = t.language(w, r, ed), picture
	p.Version = ed.in(p.Language)
	for _, row := range picture.Verdicts {
		if row.Role == "" || ed.RoleIndex(row.Role) >= 0 {
			continue
		}
		role, err := t.elderRole(r, picture.Version, row.Role)
		if err != nil {
			return p, err
		}
		p.Elder = append(p.Elder, role)
	}
	return p, nil
}

// elderRole finds a role in the newest version before that one which has it. The
// picture does not say which versions were answered.
func (t *Taker) elderRole(r *http.Request, before int64, key string) (quiz.Role, error) {
	for id := before - 1; id > 0; id-- {
		ed, err := t.editions.version(r.Context(), id)
		if errors.Is(err, quiz.ErrNotFound) {
			continue // a draft of then
		}
		if err != nil {
			return quiz.Role{}, err
		}
		if i := ed.RoleIndex(key); i >= 0 {
			return ed.Roles[i], nil
		}
	}
	return quiz.Role{Key: key, Name: key}, nil
}
