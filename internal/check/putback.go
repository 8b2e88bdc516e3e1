package check

import (
	"maps"
	"reflect"
	"slices"

	"whichpm/internal/quiz"
)

// putBack makes, for each part that differs, the draft with this part as it is
// live.
func putBack(live, draft *quiz.Version) map[string]*quiz.Version {
	made := map[string]*quiz.Version{}
	if live.Settings != draft.Settings {
		v := *draft
		v.Settings = live.Settings
		made["settings"] = &v
	}
	if !slices.EqualFunc(live.Roles, draft.Roles, sameScoring) {
		made["roles"] = withRoles(live, draft)
	}
	keys := map[string]bool{}
	for _, q := range slices.Concat(live.Questions, draft.Questions) {
		keys[q.Key] = true
	}
	for key := range keys {
		if v := withQuestion(live, draft, key); v != nil {
			made["questions."+key] = v
		}
	}
	return made
}

// withRoles is the draft with the roles as they are live. Where the draft has a
// dimension that is new, they keep the profile it gives them there.
func withRoles(live, draft *quiz.Version) *quiz.Version {
	v := *draft
	v.Roles = slices.Clone(live.Roles)
	for i, r := range v.Roles {
		profile := map[string]quiz.Profile{}
		for _, d := range draft.Dimensions {
			profile[d.Key] = profileOn(d.Key, r, draft)
		}
		v.Roles[i].Profile = profile
	}
	return &v
}

// profileOn is where a live role stands on a dimension of the draft. A role
// that the draft deleted says nothing on a dimension it never had.
func profileOn(dimension string, r quiz.Role, draft *quiz.Version) quiz.Profile {
	p, ok := r.Profile[dimension]
	if i := draft.RoleIndex(r.Key); !ok && i >= 0 {
		p = draft.Roles[i].Profile[dimension]
	}
	if !(p.Spread > 0) { // nothing can be scored without one
		p.Spread = 1
	}
	return p
}

func sameScoring(a, b quiz.Role) bool {
	return a.Key == b.Key && a.Prior == b.Prior && maps.EqualFunc(a.Profile, b.Profile, func(p, q quiz.Profile) bool {
		p.Source, q.Source = "", ""
		return p == q
	})
}

// withQuestion is the draft with one question as it is live, or nil if it
// counts the same in both.
func withQuestion(live, draft *quiz.Version, key string) *quiz.Version {
	was, is := live.QuestionIndex(key), draft.QuestionIndex(key)
	v := *draft
	switch {
	case was < 0:
		v.Questions = slices.Delete(slices.Clone(draft.Questions), is, is+1)
	case is < 0:
		v.Questions = append(slices.Clone(draft.Questions), live.Questions[was])
	case reflect.DeepEqual(unworded(live.Questions[was]), unworded(draft.Questions[is])):
		return nil
	default:
		v.Questions = slices.Clone(draft.Questions)
		v.Questions[is] = live.Questions[was]
	}
	return &v
}

// unworded is a question without what does not count. The labels of options
// tell which is which.
func unworded(q quiz.Question) quiz.Question {
	q.Text, q.Left, q.Right, q.Source = "", "", "", ""
	return q
}

// modelWork is about how long it takes to make a version ready for scoring; only
// the proportion counts.
func modelWork(v *quiz.Version) int {
	options := 0
	for _, q := range v.Questions {
		options += len(q.Options)
	}
	return len(v.Roles) * options
}
