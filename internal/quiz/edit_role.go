package quiz

import (
	"maps"
	"math"
	"slices"
	"strconv"
)

// AddRole adds a role and returns its key. It stands in the middle of every
// dimension, which counts as it does for the others, and is as likely as the
// others are on average; their priors shrink in proportion.
func (v *Version) AddRole(name string) (string, error) {
	if len(v.Roles) >= MaxRoles {
		return "", Refusal("roles", "draft_roles_most", "most", MaxRoles)
	}
	name = OneLine(name)
	r := Role{Key: v.namedKey(name, "role", v.RoleIndex), Name: name, Short: name}
	v.addRole(r)
	return r.Key, v.problemsAt("roles." + r.Key)
}

func (v *Version) addRole(r Role) {
	r.Profile = map[string]Profile{}
	for _, d := range v.Dimensions {
		weight := 0.0
		for _, other := range v.Roles {
			weight = max(weight, other.Profile[d.Key].Weight)
		}
		r.Profile[d.Key] = Profile{Spread: 1, SE: neutralSE, Weight: weight}
	}
	r.Prior = 1 / float64(len(v.Roles)+1)
	v.Roles = append(v.Roles, r)
	v.sharePriors(len(v.Roles) - 1)
}

// neutralSE is the standard error of a mean nobody has measured.
const neutralSE = 0.25

// SetRole replaces the role with the same key, its profile and content too.
func (v *Version) SetRole(r Role) error {
	i := v.RoleIndex(r.Key)
	if i < 0 {
		return ErrNotFound
	}
	at, was := "roles."+r.Key, &v.Roles[i]
	r = r.Clone()
	tidyTexts(was.Texts(), r.Texts())
	for d, p := range r.Profile {
		before := was.Profile[d]
		tidyTexts(before.Texts(r.Key, d), p.Texts(r.Key, d))
		r.Profile[d] = p
	}
	tidyTexts(was.ContentTexts(), r.ContentTexts())
	tidyLists(was.lists(), r.lists())
	v.Roles[i] = r
	return v.problemsAt(at)
}

// SetPriors says how common each role is, in any unit: they are scaled to add
// up to 1. It changes nothing if one is missing, not above 0 or, beside the
// others, too small to tell; nor if each is what it was.
func (v *Version) SetPriors(shares map[string]float64) error {
	if !slices.ContainsFunc(v.Roles, func(r Role) bool { return shares[r.Key] != r.Prior }) {
		return v.problemsAt("roles")
	}
	if problems := v.shareProblems(shares); len(problems) > 0 {
		return problems
	}
	total := 0.0
	for _, share := range v.inOrder(shares) {
		total += share
	}
	left, largest := oneShare, 0
	for i, share := range v.inOrder(shares) {
		part := math.Round(oneShare * share / total)
		left -= part
		v.Roles[i].Prior = part / oneShare
		if v.Roles[i].Prior > v.Roles[largest].Prior {
			largest = i
		}
	}
	v.Roles[largest].Prior = (math.Round(oneShare*v.Roles[largest].Prior) + left) / oneShare
	return v.problemsAt("roles")
}

// Shares as they are typed, and as they are kept.
const (
	maxShare = 1e6   // that may be typed
	minPrior = 0.001 // of the whole
	oneShare = 1e6   // the whole, in the parts that are kept: six decimals
)

func (v *Version) inOrder(shares map[string]float64) []float64 {
	var list []float64
	for _, r := range v.Roles {
		list = append(list, shares[r.Key])
	}
	return list
}

// shareProblems says which shares are no number that counts, or else which are
// too small beside the others.
func (v *Version) shareProblems(shares map[string]float64) Problems {
	var wrong, small problemList
	total := 0.0
	for _, share := range v.inOrder(shares) {
		total += share
	}
	for _, r := range v.Roles {
		share, field := shares[r.Key], "roles."+r.Key+".prior"
		switch {
		case !(share > 0 && share <= maxShare): // also what is no number
			wrong.add(field, "draft_share", "it", share)
		case share < minPrior*total:
			small.add(field, "draft_share_small", "least", roundUp(minPrior/(1-minPrior)*(total-share)))
		}
	}
	if len(wrong.Problems) > 0 {
		return wrong.Problems
	}
	return small.Problems
}

// roundUp is a number of at most three digits that is not smaller.
func roundUp(x float64) float64 {
	unit := math.Pow10(int(math.Floor(math.Log10(x))) - 2)
	up := math.Ceil(x/unit) * unit
	return threeDigits(up)
}

func threeDigits(x float64) float64 {
	short, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 3, 64), 64)
	if err != nil {
		return x
	}
	return short
}

// DeleteRole takes out a role; the priors of the others grow in proportion.
// Scenarios that expected it expect any role, and it goes out of the decisions
// of the guide.
func (v *Version) DeleteRole(key string) error {
	i := v.RoleIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	if len(v.Roles) <= MinRoles {
		return Refusal("roles", "draft_roles_least", "least", MinRoles)
	}
	v.Roles = slices.Delete(v.Roles, i, i+1)
	v.sharePriors(-1)
	v.Guide.dropRole(key)
	for s := range v.Scenarios {
		if v.Scenarios[s].Role == key {
			v.Scenarios[s].Role = ""
		}
	}
	return nil
}

// MinRoles is how many roles a quiz tells apart at least.
const MinRoles = 2

// sharePriors scales the priors to add up to 1, all but the one it is told to
// leave alone.
func (v *Version) sharePriors(except int) {
	left, total := 1.0, 0.0
	for i, r := range v.Roles {
		if i == except {
			left -= r.Prior
		} else {
			total += r.Prior
		}
	}
	for i := range v.Roles {
		if i != except && total > 0 {
			v.Roles[i].Prior *= left / total
		}
	}
}

// AddDimension adds a dimension and returns its key. It does not count for the
// verdict until a role gives it weight.
func (v *Version) AddDimension(name string) (string, error) {
	if len(v.Dimensions) >= MaxDimensions {
		return "", Refusal("dimensions", "draft_dimensions_most", "most", MaxDimensions)
	}
	name = OneLine(name)
	d := Dimension{Key: v.namedKey(name, "dimension", v.DimensionIndex), Name: name}
	v.addDimension(d)
	return d.Key, v.problemsAt("dimensions." + d.Key)
}

func (v *Version) addDimension(d Dimension) {
	v.Dimensions = append(v.Dimensions, d)
	for i := range v.Roles {
		profile := maps.Clone(v.Roles[i].Profile)
		profile[d.Key] = Profile{Spread: 1, SE: neutralSE}
		v.Roles[i].Profile = profile
	}
}

// SetDimension replaces the dimension with the same key.
func (v *Version) SetDimension(d Dimension) error {
	i := v.DimensionIndex(d.Key)
	if i < 0 {
		return ErrNotFound
	}
	was := &v.Dimensions[i]
	tidyTexts(was.Texts(), d.Texts())
	gone := emptied(was.needed(), d.needed())
	v.Dimensions[i] = d
	return v.problemsAt("dimensions."+d.Key, gone...)
}

// DeleteDimension takes out a dimension with everything that is about it:
// loadings, profiles and the guide's advice on kinds of company.
func (v *Version) DeleteDimension(key string) error {
	i := v.DimensionIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	if len(v.Dimensions) == 1 {
		return Refusal("dimensions", "draft_dimensions_least")
	}
	v.Dimensions = slices.Delete(v.Dimensions, i, i+1)
	for _, q := range v.Questions {
		for _, o := range q.Options {
			delete(o.Loadings, key)
		}
	}
	for _, r := range v.Roles {
		delete(r.Profile, key)
	}
	v.Guide.Companies = slices.DeleteFunc(v.Guide.Companies, func(s CompanyKind) bool { return s.dimension() == key })
	return nil
}
