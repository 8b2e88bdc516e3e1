package quiz

import (
	"math"
	"strings"
)

// CopyRole adds a role that begins as another one, with its profile and all
// that the guide says of it but for the sources of the profile, which are about
// the other role, and returns its key. Its translations go along, but
// for those of its names, and count as read by nobody: what fits the one role
// is only a beginning for the other.
func (v *Version) CopyRole(from, name string) (string, error) {
	i := v.RoleIndex(from)
	if i < 0 {
		return "", ErrNotFound
	}
	key, refused := v.AddRole(name)
	at := v.RoleIndex(key)
	if at < 0 {
		return key, refused
	}
	first := v.Roles[i].Clone()
	for d, p := range first.Profile { // it says where the other role stands
		p.Source = ""
		first.Profile[d] = p
	}
	v.Roles[at].Profile, v.Roles[at].Content = first.Profile, first.Content
	content := "roles." + key + ".content"
	v.copyTexts("roles."+from+".content", content)
	for _, texts := range v.Translations {
		for field, t := range texts {
			if strings.HasPrefix(field, content+".") {
				t.Reviewed = false
				texts[field] = t
			}
		}
	}
	return key, v.problemsAt("roles." + key)
}

// SetShare says how many of a hundred people are in a role. What is left is
// shared by the others as before. Less than a tenth is no other share: a page
// shows no more of it.
func (v *Version) SetShare(key string, ofHundred float64) error {
	i := v.RoleIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	was, share := v.Roles[i].Prior, ofHundred/hundred
	if ShareOf(was) == ofHundred {
		return nil
	}
	if !(share >= minPrior && share <= 1-minPrior) { // also what is no number
		return Refusal("roles."+key+".prior", "draft_within", "least", minPrior*hundred, "most", hundred-minPrior*hundred, "it", ofHundred)
	}
	shares := map[string]float64{key: share}
	for _, r := range v.Roles {
		if r.Key != key {
			shares[r.Key] = r.Prior * (1 - share) / (1 - was)
		}
	}
	return v.SetPriors(shares)
}

// ShareOf is how many of a hundred people a prior stands for, to a tenth.
func ShareOf(prior float64) float64 { return math.Round(prior*hundred*10) / 10 }

const hundred = 100
