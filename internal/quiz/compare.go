package quiz

import "slices"

// How many people can be compared.
const (
	LeastCompared = 2
	MostCompared  = 6
)

// ComparedIDs reads the addresses of a comparison. It drops repeated ones and
// returns Problems for too few or too many.
func ComparedIDs(texts []string) ([]ShareID, error) {
	var ids []ShareID
	for _, text := range texts {
		id, err := ParseShareID(text)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) < LeastCompared {
		return ids, Problems{{Field: "link", Message: "Paste one more share link, of somebody else", Code: "link_more"}}
	}
	if len(ids) > MostCompared {
		return ids, refusal("link", "link_fewer", "Compare at most %d people; take a link away", "n", MostCompared)
	}
	return ids, nil
}

// Comparable reports whether the owner of the share allows comparing.
func (s Share) Comparable() bool { return s.Scope != ScopeVerdict }
