package takerview

import (
	"slices"

	"whichpm/internal/quiz"
	"whichpm/web/site"
)

// inFront are the places of the roles a verdict names, and where no role stands
// out of those in front, if they are few. Without a verdict there are none.
func (r Reading) inFront() []int {
	if n := r.near(); r.Result.Verdict == quiz.NoneStandsOut && n <= quiz.MostBeside {
		return r.order()[:n]
	}
	return r.named()
}

// worthReading are the places of the roles a result tells about: of a few all, in
// the order of the quiz, of many those it names.
func (r Reading) worthReading() []int {
	if GuideChooses(r.Version) {
		return r.inFront()
	}
	all := make([]int, len(r.Version.Roles))
	for i := range all {
		all[i] = i
	}
	return all
}

// inFull are the places of the roles a result shows in full, and of those it
// shows folded.
func (r Reading) inFull() (first, rest []int) {
	places := r.worthReading()
	if r.Result.Verdict.NamesRole() {
		first = r.named()
	}
	return first, slices.DeleteFunc(slices.Clone(places), func(i int) bool { return slices.Contains(first, i) })
}

func (r Reading) rolesHeading() string {
	if n := len(r.inFront()); n > 0 && GuideChooses(r.Version) {
		return r.Say("roles.in_front", "n", n)
	}
	return r.Say("roles.about")
}

// guideLabel and guideAddress lead to the guide, and where several roles are in
// front to their comparison there.
func (r Reading) guideLabel() string {
	switch {
	case !GuideChooses(r.Version):
		return r.Say("roles.guide")
	case r.comparesInGuide():
		return r.Say("roles.guide_compared")
	}
	return r.Say("roles.guide_many", "n", len(r.Version.Roles))
}

func (r Reading) guideAddress() string {
	if !r.comparesInGuide() {
		return site.Guide
	}
	var keys []string
	for _, i := range r.inFront() {
		keys = append(keys, r.Version.Roles[i].Key)
	}
	return site.GuideOf(keys)
}

// comparesInGuide reports whether the guide can show the roles in front side by
// side: it is of the version asked now.
func (r Reading) comparesInGuide() bool {
	now := r.Version.State == quiz.Published && !r.Newer
	return now && GuideChooses(r.Version) && len(r.inFront()) >= quiz.LeastBeside
}

// advised returns the roles whose next steps are worth reading, if there are any.
func (r Reading) advised() []quiz.Role {
	places := r.worthReading()
	if r.Result.Verdict.NamesRole() {
		places = r.named()
	}
	var roles []quiz.Role
	for _, i := range places {
		roles = append(roles, r.Version.Roles[i])
	}
	return slices.DeleteFunc(roles, func(role quiz.Role) bool { return len(role.Content.NextSteps) == 0 })
}
